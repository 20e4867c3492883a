// A question by another question: whoever adds what both show by themselves to what their tables show works out nobody, also
// not who left one of them open. And what is shown of a table adds up, or says of whom it is.
import { describe, expect, it } from 'vitest';
import { analyseSurvey } from '../../../analysis/analyse-survey.ts';
import { discloseWhole, exploreFor, type Reader } from '../../../analysis/disclosure.ts';
import type { CrossTable } from '../../../analysis/explore/explored.ts';
import { needsCatalogueSchema } from '../../../surveys/needs-catalogue.ts';
import { groupCodes, type KindsSurvey, numbersSurvey, randomKinds } from './kinds-survey.ts';
import { type Known, knownSum, rangeOf } from './solver.ts';

const catalogue = needsCatalogueSchema.parse({ format: 'nodenkaart/needs/1', needs: [] });

/** What somebody answered to both questions; nothing stands for who left one open. */
type Answered = Readonly<Record<string, unknown>>;
type Holds = (answered: Answered) => boolean;

/** The joint table of two questions: every answer there can be to each, and none. */
class Pair {
  readonly cells: readonly Answered[];
  readonly people: Float64Array;
  readonly known: Known[] = [];

  constructor({ kinds, people }: KindsSurvey, first: string, second: string) {
    const singles = (code: string) => groupCodes.map((answer): Answered => ({ [code]: answer }));
    const all = [
      singles('a'),
      singles('b'),
      ...kinds.map(({ patterns }): readonly Answered[] => patterns),
    ].map((answers) => [...answers, {}]);
    const places = ['a', 'b', 't', 'r', 'n'];
    const [one, other] = [places.indexOf(first), places.indexOf(second)];
    const across = all[other] ?? [];
    this.cells = (all[one] ?? []).flatMap((answers) => across.map((others) => ({ ...answers, ...others })));
    this.people = new Float64Array(this.cells.length);
    for (const person of people) {
      const cell = (person[one] as number) * across.length + (person[other] as number);
      this.people[cell] = (this.people[cell] as number) + 1;
    }
  }

  places(holds: Holds): readonly number[] {
    return this.cells.flatMap((cell, place) => (holds(cell) ? [place] : []));
  }

  count(places: readonly number[]): number {
    return places.reduce((sum, place) => sum + (this.people[place] as number), 0);
  }

  see(holds: Holds, count: number | null): void {
    if (count !== null) this.known.push(knownSum(this.places(holds), count));
  }
}

const isTaken = (value: unknown) => value === '1' || value === '2';
/** Whether somebody answered the question at all, and whether with what a row of its table is of. */
const answered = (code: string): Holds =>
  code === 't' || code === 'r'
    ? (cell) => cell[`${code}.x`] !== undefined
    : (cell) => cell[code] !== undefined;
const gave = (code: string, row: string): Holds =>
  code === 't' || code === 'r' ? (cell) => isTaken(cell[row]) : (cell) => cell[code] === row;

function crossesOf({ input }: KindsSurvey, question: string, by: string, reader: Reader) {
  const view = {
    survey: 's',
    question,
    by,
    filters: [],
    variable: null,
    gapWith: null,
    weighting: 'none',
    unit: 'persons',
    correction: 'benjaminiHochberg',
  } as const;
  // Neither is a background of the project: both are questions like others.
  return exploreFor({ ...input, background: [] }, view, reader);
}

/** Writes down what a reader sees of two questions by themselves and of the one crossed by the other. */
function seeBoth(pair: Pair, survey: KindsSurvey, question: string, by: string, reader: Reader): void {
  const { questionnaire, dataset } = survey.input;
  const main = { survey: 's', main: true, version: 1, questionnaire, dataset, remarks: [] };
  pair.see(() => true, dataset.size);
  for (const result of discloseWhole(analyseSurvey(main, catalogue, []), reader).questions) {
    if (result.code !== question && result.code !== by) continue;
    if (result.kind === 'distributions')
      for (const { base, categories } of result.distributions) {
        pair.see(answered(result.code), base);
        for (const { code, share } of categories) pair.see(gave(result.code, code), share.count);
      }
    if (result.kind === 'choices')
      for (const { variable, share } of result.choices) {
        pair.see(answered(result.code), share.base);
        pair.see(gave(result.code, variable), share.count);
      }
  }
  for (const cross of crossesOf(survey, question, by, reader).crosses ?? [])
    seeCross(pair, question, by, cross);
}

function seeCross(pair: Pair, question: string, by: string, cross: CrossTable): void {
  const { ofGroup, ofRow } = cross.percentages ?? {};
  const inRow = ofRow === 'table' ? answered(by) : () => true;
  const inGroup = ofGroup === 'table' ? answered(question) : () => true;
  for (const { code, base } of cross.groups) pair.see((cell) => cell[by] === code && inGroup(cell), base);
  for (const { code, total, cells } of cross.rows) {
    pair.see((cell) => gave(question, code)(cell) && inRow(cell), total.count);
    for (const [place, { count }] of cells.entries()) {
      const group = cross.groups[place]?.code;
      pair.see((cell) => gave(question, code)(cell) && cell[by] === group, count);
    }
  }
}

/** One to four people who gave an answer to the one and something, or nothing, to the other, and are known exactly. */
function cracked(survey: KindsSurvey, question: string, by: string, reader: Reader = 'team') {
  const pair = new Pair(survey, question, by);
  seeBoth(pair, survey, question, by, reader);
  if (question === 'a' || question === 'b') seeBoth(pair, survey, by, question, reader);
  const [first] = crossesOf(survey, question, by, 'operator').crosses ?? [];
  const groups = [...groupCodes, undefined];
  const asked = (first?.rows ?? []).flatMap(({ code }) =>
    groups.flatMap((group): readonly Holds[] => [
      (cell) => gave(question, code)(cell) && cell[by] === group,
      (cell) => answered(question)(cell) && !gave(question, code)(cell) && cell[by] === group,
    ]),
  );
  const open = groupCodes.map(
    (group): Holds =>
      (cell) =>
        !answered(question)(cell) && cell[by] === group,
  );
  return [...asked, ...open].flatMap((holds) => {
    const cells = pair.places(holds);
    const count = pair.count(cells);
    if (count === 0 || count > 4) return [];
    const { lowest, highest } = rangeOf(pair.cells.length, pair.known, cells);
    return Math.ceil(lowest - 1e-6) === Math.floor(highest + 1e-6) ? [`${count} in ${cells.join()}`] : [];
  });
}

const seeds = [1, 2, 3, 4, 5, 6];
describe.each([
  ['a', 'b'],
  ['t', 'a'],
  ['r', 'b'],
])('somebody who subtracts figures of %s by %s', (question, by) => {
  it.each(seeds)('works out nobody of survey %i, nor who left one open', (seed) => {
    for (const size of [80, 200, 500]) expect(cracked(randomKinds(seed, size, 2), question, by)).toEqual([]);
  });

  it('cracks what the operator sees', () => {
    expect(cracked(randomKinds(1, 200, 2), question, by, 'operator')).not.toEqual([]);
  });
});

describe('percentages of a table', () => {
  it('add up where nothing is hidden, and else are said to be of everybody', () => {
    const kept = new Set<string>();
    for (const seed of seeds)
      for (const size of [80, 500, 3000]) {
        const [cross] = crossesOf(randomKinds(seed, size, 2), 'a', 'b', 'team').crosses ?? [];
        if (!cross) throw new Error('a is crossed by b');
        const dashes = cross.rows.flatMap(({ cells }) => cells.filter(({ ofRow }) => ofRow === null));
        kept.add(cross.percentages?.ofRow ?? '');
        expect(cross.percentages?.ofRow).toBe(dashes.length > 0 ? 'everybody' : 'table');
        if (dashes.length > 0) continue;
        const all = cross.rows.flatMap(({ cells }) => cells.map(({ ofAll }) => ofAll ?? 0));
        expect(sumOf(all)).toBeCloseTo(1, 9);
        for (const { cells } of cross.rows)
          expect(sumOf(cells.map(({ ofRow }) => ofRow ?? 0))).toBeCloseTo(1, 9);
        for (const place of cross.groups.keys())
          expect(sumOf(cross.rows.map(({ cells }) => cells[place]?.ofGroup.estimate ?? 0))).toBeCloseTo(1, 9);
      }
    expect([...kept].sort()).toEqual(['everybody', 'table']);
  });

  it('tell with a table in which nothing is hidden who is not in it', () => {
    const survey = numbersSurvey([[30], [30], [30]]);
    const [cross] = crossesOf(survey, 'a', 'b', 'team').crosses ?? [];
    expect(cross).toMatchObject({ base: 90, excluded: { noAnswer: 0, noGroup: 0 } });
  });
});

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
