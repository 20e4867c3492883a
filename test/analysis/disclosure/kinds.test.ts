// Subtraction over ticks, rankings and means: a solver that writes down every figure of these a reader sees, as sums of
// people by background and by how they answered, works out no one to four people.
import { describe, expect, it } from 'vitest';
import { analyseSurvey } from '../../../analysis/analyse-survey.ts';
import { familyFor } from '../../../analysis/disclosure/kept-families.ts';
import { disclose, discloseGroup, exploreFor, type Reader } from '../../../analysis/disclosure.ts';
import type { ProjectAnalysis } from '../../../analysis/results/project.ts';
import type { QuestionResult } from '../../../analysis/results/questions.ts';
import type { Filter } from '../../../analysis/results/survey.ts';
import { studentQuantile } from '../../../analysis/statistics/distributions.ts';
import { needsCatalogueSchema } from '../../../surveys/needs-catalogue.ts';
import {
  groupCodes,
  type Kind,
  type KindsSurvey,
  numbersSurvey,
  randomKinds,
  sides,
} from './kinds-survey.ts';
import { type Known, rangeOf } from './solver.ts';

const catalogue = needsCatalogueSchema.parse({ format: 'nodenkaart/needs/1', needs: [], background: sides });
const groupsOf = (side: string): readonly Filter[] => groupCodes.map((code) => ({ variable: side, code }));
const oneSide = sides.flatMap((side) => groupsOf(side).map((filter) => [filter]));
const twoSides = groupsOf('a').flatMap((first) => groupsOf('b').map((second) => [first, second]));

/** Everybody by background and by how they answered one question: what a reader knows of it, and who is really there. */
class Answers {
  readonly known: Known[] = [];
  readonly #kind: Kind;
  readonly #people: Float64Array;
  readonly #levels = groupCodes.length + 1;

  constructor({ kinds, people }: KindsSurvey, code: string) {
    const place = kinds.findIndex((kind) => kind.code === code);
    this.#kind = kinds[place] as Kind;
    this.#people = new Float64Array(this.size);
    for (const places of people) {
      const [a, b, pattern] = [places[0], places[1], places[sides.length + place]] as [
        number,
        number,
        number,
      ];
      const cell = (a * this.#levels + b) * this.#patterns + pattern;
      this.#people[cell] = (this.#people[cell] as number) + 1;
    }
  }

  get #patterns(): number {
    return this.#kind.patterns.length + 1;
  }
  get size(): number {
    return this.#levels * this.#levels * this.#patterns;
  }

  /** The cells of a group, each with what its way of answering weighs; 0 leaves it out. */
  cells(filters: readonly Filter[], weigh: Weight): ReadonlyMap<number, number> {
    const cells = new Map<number, number>();
    for (let cell = 0; cell < this.size; cell += 1) {
      const pattern = this.#kind.patterns[cell % this.#patterns];
      const group = Math.floor(cell / this.#patterns);
      const levels = [Math.floor(group / this.#levels), group % this.#levels];
      const inside = filters.every(
        ({ variable, code }) => groupCodes[levels[variable === 'a' ? 0 : 1] as number] === code,
      );
      const weight = inside && pattern ? weigh(pattern) : 0;
      if (weight !== 0) cells.set(cell, weight);
    }
    return cells;
  }

  see(filters: readonly Filter[], weigh: Weight, value: number | null | undefined): void {
    if (value === null || value === undefined) return;
    this.known.push({ cells: this.cells(filters, weigh), lowest: value, highest: value });
  }

  count(cells: Iterable<number>): number {
    return [...cells].reduce((sum, cell) => sum + (this.#people[cell] as number), 0);
  }
}

type Weight = (pattern: Readonly<Record<string, unknown>>) => number;
const everyone: Weight = () => 1;
const isCode =
  (variable: string, ...codes: readonly string[]): Weight =>
  (pattern) =>
    Number(codes.includes(String(pattern[variable])));
const number: Weight = ({ n }) => Number(n);
const square: Weight = ({ n }) => Number(n) ** 2;

/** Sums of numbers come back from a mean and its spread; rounded as sums of whole numbers are. */
function seeNumbers(
  table: Answers,
  filters: readonly Filter[],
  n: number | null,
  mean: number | null,
  deviation: number | null,
): void {
  if (n === null || mean === null) return;
  table.see(filters, number, Math.round(n * mean));
  if (deviation !== null) table.see(filters, square, Math.round(deviation ** 2 * (n - 1) + n * mean ** 2));
}

function deviationFrom(interval: { lower: number; upper: number } | null, n: number | null): number | null {
  if (!interval || n === null) return null;
  return ((interval.upper - interval.lower) / 2 / studentQuantile(0.975, n - 1)) * Math.sqrt(n);
}

function seeResult(table: Answers, result: QuestionResult, filters: readonly Filter[]): void {
  const see = (weigh: Weight, value: number | null) => table.see(filters, weigh, value);
  if (result.kind === 'choices') {
    see(everyone, result.base);
    for (const { variable, share, ofAsked, ofMentions } of result.choices) {
      see(isCode(variable, '1'), share.count);
      see(everyone, share.base);
      see(isCode(variable, '1'), ofAsked.count);
      if (ofMentions !== null && result.mentions !== null)
        see(isCode(variable, '1'), Math.round(ofMentions * result.mentions));
    }
  }
  if (result.kind === 'ranking') {
    see(everyone, result.base);
    for (const { variable, inTop, first, meanPlace } of result.options) {
      see(isCode(variable, '1', '2'), inTop.count);
      see(isCode(variable, '1'), first.count);
      see(everyone, inTop.base);
      const places: Weight = (pattern) => isCode(variable, '1')(pattern) + 2 * isCode(variable, '2')(pattern);
      if (meanPlace !== null && inTop.count !== null) see(places, Math.round(meanPlace * inTop.count));
    }
  }
  if (result.kind === 'numbers') {
    for (const { base, mean, interval, standardDeviation, bins } of result.numbers) {
      see(everyone, base);
      seeNumbers(table, filters, base, mean, standardDeviation ?? deviationFrom(interval, base));
      for (const { from, to, share } of bins)
        see(({ n }) => Number(Number(n) >= Number(from) && Number(n) <= Number(to)), share.count);
    }
  }
}

/** What this reader can write down about one question. */
function everythingSeen(survey: KindsSurvey, code: string, reader: Reader): Answers {
  const { input } = survey;
  const { questionnaire, dataset, register } = input;
  const table = new Answers(survey, code);
  const main = { survey: 's', main: true, version: 1, questionnaire, dataset, remarks: [] };
  // Only surveys and needs of a project pass disclosure; the rest of it plays no part here.
  const project = {
    surveys: [analyseSurvey(main, catalogue, register)],
    needs: [],
  } as unknown as ProjectAnalysis;
  const family = familyFor(dataset, register, sides);
  for (const filters of [[], ...oneSide, ...twoSides]) {
    const shown =
      filters.length === 0
        ? disclose(project, reader).surveys[0]
        : discloseGroup(analyseSurvey(main, catalogue, register, filters), family, reader);
    for (const result of shown?.questions ?? []) if (result.code === code) seeResult(table, result, filters);
  }
  for (const [by, other] of [
    ['a', 'b'],
    ['b', 'a'],
  ] as const)
    for (const filters of [[], ...groupsOf(other).map((filter) => [filter])])
      seeCrosses(table, survey, { code, by, filters }, reader);
  return table;
}

interface Crossing {
  readonly code: string;
  readonly by: string;
  readonly filters: readonly Filter[];
}

function seeCrosses(table: Answers, { input }: KindsSurvey, { code, by, filters }: Crossing, reader: Reader) {
  const rest = {
    variable: null,
    gapWith: null,
    weighting: 'none',
    correction: 'benjaminiHochberg',
    unit: 'persons',
  } as const;
  const { crosses, question } = exploreFor(
    input,
    { survey: 's', question: code, by, filters, ...rest },
    reader,
  );
  seeResult(table, question, filters);
  const chosen = code === 'r' ? ['1', '2'] : ['1'];
  for (const cross of crosses ?? []) {
    const groups = cross.groups.map((group) => [...filters, { variable: by, code: group.code }]);
    for (const [place, { base, summary }] of cross.groups.entries()) {
      const own = groups[place] ?? [];
      table.see(own, everyone, base);
      if (summary) seeNumbers(table, own, base, summary.mean, summary.standardDeviation);
      if (summary && summary.standardDeviation === null)
        seeNumbers(table, own, base, summary.mean, deviationFrom(summary.interval, base));
    }
    for (const row of cross.rows) {
      // Where nothing is hidden the total is of the groups in the table, and their sum; else it is of everybody.
      if (cross.percentages?.ofRow === 'everybody')
        table.see(filters, isCode(row.code, ...chosen), row.total.count);
      for (const [place, cell] of row.cells.entries())
        table.see(groups[place] ?? [], isCode(row.code, ...chosen), cell.count);
    }
  }
}

/** Ways to answer that a group's one to four people may have in common. */
function askedOf(code: string, kinds: readonly Kind[]): readonly Weight[] {
  const patterns = kinds.find((kind) => kind.code === code)?.patterns ?? [];
  if (code === 'n') return patterns.map(({ n }) => isCode('n', String(n)));
  const taken = code === 'r' ? ['1', '2'] : ['1'];
  const left = code === 'r' ? ['unranked'] : ['0'];
  return Object.keys(patterns[0] ?? {}).flatMap((variable) => [
    isCode(variable, ...taken),
    isCode(variable, ...left),
  ]);
}

/** One to four people of a group who are known exactly; every so many are asked, ten of them. */
function cracked(survey: KindsSurvey, code: string, reader: Reader = 'team'): readonly string[] {
  const table = everythingSeen(survey, code, reader);
  const small = [...oneSide, ...twoSides].flatMap((filters) =>
    askedOf(code, survey.kinds).flatMap((weigh) => {
      const cells = [...table.cells(filters, weigh).keys()];
      const count = table.count(cells);
      return count > 0 && count < 5 ? [{ filters, cells, count }] : [];
    }),
  );
  const every = Math.ceil(small.length / 10);
  return small
    .filter((_, place) => place % every === 0)
    .flatMap(({ filters, cells, count }) => {
      const { lowest, highest } = rangeOf(table.size, table.known, cells);
      const pinned = Math.ceil(lowest - 1e-6) === Math.floor(highest + 1e-6);
      return pinned ? [`${count} of ${JSON.stringify(filters)}`] : [];
    });
}

const surveys: readonly (readonly [seed: number, size: number, highest: number])[] = [
  [1, 90, 2],
  [3, 160, 4],
  [4, 300, 3],
  [5, 300, 9],
];

describe.each([
  ['t', 'ticks'],
  ['r', 'a ranking'],
  ['n', 'a number'],
])('somebody who subtracts figures of %s, %s', (code) => {
  it.each(surveys)(
    'works out nobody of survey %i',
    (seed, size, highest) => {
      expect(cracked(randomKinds(seed, size, highest), code)).toEqual([]);
    },
    60_000,
  );

  it('cracks what the operator sees', () => {
    expect(cracked(randomKinds(2, 160, 2), code, 'operator')).not.toEqual([]);
  }, 60_000);
});

describe('a mean with its spread', () => {
  it('of three answers is three equations: who gave the rare one stays unknown', () => {
    const survey = numbersSurvey([
      [20, 17, 3],
      [30, 12, 22],
      [9, 18, 25],
    ]);
    expect(cracked(survey, 'n')).toEqual([]);
    expect(cracked(survey, 'n', 'operator')).not.toEqual([]);
  }, 60_000);

  it('of a group that gave two of three answers is a count in disguise', () => {
    const survey = numbersSurvey([
      [20, 0, 3],
      [30, 12, 22],
      [9, 18, 25],
    ]);
    expect(cracked(survey, 'n')).toEqual([]);
  }, 60_000);
});
