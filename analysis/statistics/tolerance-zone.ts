/** Three ratings of the same thing: the least one settles for, what one wishes for, and what one gets. */

/** How many persons gave these three ratings. */
export interface RatingTriple {
  readonly minimum: number;
  readonly desired: number;
  readonly perceived: number;
  readonly count: number;
}

export interface ToleranceZone {
  /** Persons who rated all three, the inconsistent left out. */
  readonly base: number;
  /** Persons whose minimum lies above what they wish for: counted and left out of everything else. */
  readonly inconsistent: number;
  /** Means; null when nobody is left. */
  readonly minimum: number | null;
  readonly desired: number | null;
  readonly perceived: number | null;
  /** Perceived - minimum: negative is too little. */
  readonly adequacyGap: number | null;
  /** Perceived - desired: positive is more than wished for. */
  readonly superiorityGap: number | null;
  /** Where the perceived mean lies; on an edge is within. */
  readonly zone: 'below' | 'within' | 'above' | null;
}

const sameMean = 1e-9;

/**
 * Gaps between three ratings, and whether the mean lies between minimum and desired (the zone of tolerance).
 * Source: Parasuraman, Zeithaml & Berry 1994, Journal of Retailing 70(3); definitions as the library sector uses them.
 *
 * @param triples ratings on one scale, counted per combination; who lacks one is not among them
 * @example toleranceZone([{ minimum: 5, desired: 8, perceived: 6, count: 1 }]).zone // 'within'
 */
export function toleranceZone(triples: readonly RatingTriple[]): ToleranceZone {
  const inconsistent = peopleIn(triples.filter(({ minimum, desired }) => minimum > desired));
  const kept = triples.filter(({ minimum, desired }) => minimum <= desired);
  const base = peopleIn(kept);
  if (base === 0) return { base, inconsistent, ...nothing };
  const mean = (of: (triple: RatingTriple) => number) =>
    kept.reduce((sum, triple) => sum + triple.count * of(triple), 0) / base;
  const minimum = mean((triple) => triple.minimum);
  const desired = mean((triple) => triple.desired);
  const perceived = mean((triple) => triple.perceived);
  const adequacyGap = perceived - minimum;
  const superiorityGap = perceived - desired;
  return {
    base,
    inconsistent,
    minimum,
    desired,
    perceived,
    adequacyGap,
    superiorityGap,
    zone: adequacyGap < -sameMean ? 'below' : superiorityGap > sameMean ? 'above' : 'within',
  };
}

const nothing = {
  minimum: null,
  desired: null,
  perceived: null,
  adequacyGap: null,
  superiorityGap: null,
  zone: null,
} as const;

function peopleIn(triples: readonly RatingTriple[]): number {
  return triples.reduce((sum, { count }) => sum + count, 0);
}
