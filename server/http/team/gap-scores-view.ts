// What was rated twice, all rows together: in a field of ability against importance, and by two gap scores beside each other.
import { type QuadrantPoint, quadrantOf } from '../../../analysis/charts/quadrant.ts';
import type { GapScores, ScaleEnds, SideBySideResultOf } from '../../../analysis/side-by-side/results.ts';
import { competitionRanks } from '../../../analysis/statistics/competition-rank.ts';
import { quantile } from '../../../analysis/statistics/quantile.ts';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import { type ComputedPanel, computedPanel } from '../../computed.ts';
import { formatFixed } from '../../format-values.ts';
import { type GapGroupsView, gapGroupsView } from './gap-groups-view.ts';
import { type QuadrantPicture, quadrantPicture } from './quadrant-picture.ts';
import type { Words } from './workspace.ts';

export interface GapScoresView {
  /** Null with fewer than two rows to show. */
  readonly quadrant: QuadrantPicture | null;
  readonly scores: {
    readonly title: string;
    readonly rows: readonly {
      readonly name: string;
      readonly n: number;
      readonly weighted: string;
      readonly weightedPlace: string;
      readonly ranked: string;
      readonly rankedPlace: string;
    }[];
    readonly computed: ComputedPanel;
  };
  /** Groups beside each other; null where nothing is split. */
  readonly groups: GapGroupsView | null;
}

type GapResult = SideBySideResultOf<'gap'>;
export interface ScoredRow {
  readonly name: string;
  readonly scores: GapScores;
}

/** Null where no row may be shown. */
export function gapScoresView(result: GapResult, words: Words): GapScoresView | null {
  const rows = result.rows.flatMap(({ label, scores }) =>
    scores ? [{ name: inLanguage(label, words.language), scores }] : [],
  );
  if (rows.length === 0) return null;
  return {
    quadrant: quadrantOfRows(result, rows, { id: result.code, group: null }, words),
    scores: scoresOf(result, rows, words),
    groups: gapGroupsView(result, words, (own, of) => quadrantOfRows(result, own, of, words)),
  };
}

/** The cross stands at the medians of the rows that are shown: half of them lie on either side of each line. */
function quadrantOfRows(
  { label, ends }: GapResult,
  rows: readonly ScoredRow[],
  { id, group }: { readonly id: string; readonly group: string | null },
  words: Words,
): QuadrantPicture | null {
  const say = (key: string, values = {}) => words.say({ key: `side-by-side.field.${key}`, values });
  const points = rows.map(
    ({ name, scores }): QuadrantPoint => ({
      label: name,
      x: scores.ability,
      y: scores.importance,
      base: scores.n,
    }),
  );
  const axis = (key: 'ability' | 'importance', values: readonly number[]) => ({
    name: say(key),
    label: say('axis', { name: say(key), ...endWords(ends[key], words) }),
    ...rangeOf(values),
    say: (value: number) => formatFixed(words.language, value, 1),
  });
  const quadrant = quadrantOf(points, {
    id: `${id}-field`,
    title: group ?? say('title', { title: inLanguage(label, words.language) }),
    x: axis(
      'ability',
      points.map(({ x }) => x),
    ),
    y: axis(
      'importance',
      points.map(({ y }) => y),
    ),
    corners: {
      lowHigh: say('lowHigh'),
      highHigh: say('highHigh'),
      lowLow: say('lowLow'),
      highLow: say('highLow'),
    },
    leading: 'lowHigh',
    middle: 'median',
    thing: say('thing'),
  });
  const methods = ['quadrant', 'disclosure'] as const;
  return quadrant && quadrantPicture(quadrant, 'lowHigh', { methods, filter: '' }, words);
}

function endWords({ low, high }: ScaleEnds, { language }: Words) {
  return { low: inLanguage(low, language), high: inLanguage(high, language) };
}

function rangeOf(values: readonly number[]): { min: number; max: number; cross: number } {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const edge = (most - least || 1) / 12;
  return { min: least - edge, max: most + edge, cross: quantile(values, 0.5) ?? least };
}

/** Widest weighted gap first; the ranked one beside it with its own place. */
function scoresOf({ label }: GapResult, rows: readonly ScoredRow[], words: Words): GapScoresView['scores'] {
  const number = (value: number | null) => (value === null ? '' : formatFixed(words.language, value, 1));
  const places = (values: readonly (number | null)[]) =>
    competitionRanks(values).map((place) => (place === null ? '' : String(place)));
  const weighted = places(rows.map(({ scores }) => scores.weighted));
  // Below zero is ability under importance: the lowest comes first.
  const ranked = places(rows.map(({ scores }) => (scores.ranked === null ? null : -scores.ranked)));
  const title = words.say({
    key: 'side-by-side.scores.title',
    values: { title: inLanguage(label, words.language) },
  });
  return {
    title,
    rows: rows
      .map(({ name, scores }, at) => ({
        name,
        n: scores.n,
        weighted: number(scores.weighted),
        weightedPlace: weighted[at] ?? '',
        ranked: number(scores.ranked),
        rankedPlace: ranked[at] ?? '',
      }))
      .toSorted((one, other) => Number(one.weightedPlace) - Number(other.weightedPlace)),
    computed: computedPanel(
      title,
      { methods: ['weightedDiscrepancy', 'rankedDiscrepancy', 'disclosure'], filter: '' },
      { base: '', missing: '' },
      words,
    ),
  };
}
