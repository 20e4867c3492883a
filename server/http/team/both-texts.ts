// Two states of a form side by side: what somebody typed, and what a colleague kept meanwhile.

/** One thing a form says: its label as it is read, and the words in it; '' for nothing. */
export interface Said {
  readonly label: string;
  readonly said: string;
}
/** What a colleague did meanwhile. */
export interface StaleView {
  readonly removed: boolean;
  readonly changes: readonly { readonly label: string; readonly mine: string; readonly theirs: string }[];
}

/**
 * What a colleague did to the form meanwhile: both texts, or that it is gone.
 * @param theirs what is kept now, as the form says it; null where it was taken out.
 */
export function doneMeanwhile(
  mine: readonly Said[],
  theirs: readonly Said[] | null,
  empty: string,
): StaleView {
  return theirs ? bothTexts(mine, theirs, empty) : { removed: true, changes: [] };
}

/** Everything in which the two differ, in the order of the form. @param empty the words for nothing. */
function bothTexts(mine: readonly Said[], theirs: readonly Said[], empty: string): StaleView {
  const [here, there] = [mine, theirs].map((list) => new Map(list.map(({ label, said }) => [label, said])));
  const labels = [...new Set([...mine, ...theirs].map(({ label }) => label))];
  return {
    removed: false,
    changes: labels.flatMap((label) => {
      const [one, other] = [here?.get(label) ?? '', there?.get(label) ?? ''];
      return one === other ? [] : [{ label, mine: one || empty, theirs: other || empty }];
    }),
  };
}
