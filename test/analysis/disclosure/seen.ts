// Everything a reader can see of a survey over the whole family of views, written down as sums of the joint table's cells:
// the question for everybody, in every group of one background and of two in both orders, crossed with and without a filter.
import { analyseSurvey } from '../../../analysis/analyse-survey.ts';
import { familyFor } from '../../../analysis/disclosure/kept-families.ts';
import { disclose, discloseGroup, exploreFor } from '../../../analysis/disclosure.ts';
import type { ExploreInput } from '../../../analysis/explore/explore.ts';
import type { ProjectAnalysis } from '../../../analysis/results/project.ts';
import type { Summary } from '../../../analysis/results/questions.ts';
import type { Filter, SurveyAnalysis } from '../../../analysis/results/survey.ts';
import { needsCatalogueSchema } from '../../../surveys/needs-catalogue.ts';
import { backgrounds, question } from './random-survey.ts';
import { type Known, knownSum } from './solver.ts';

/** The joint table: every combination of the backgrounds and the question, with who gave none as a last level. */
export class JointTable {
  readonly size: number;
  readonly #levels: readonly number[];
  readonly #names: readonly string[] = [...backgrounds, question];
  readonly #people: Float64Array;

  constructor({ dataset }: ExploreInput) {
    this.#levels = this.#names.map(
      (name) =>
        (dataset.codebook.variables[dataset.codebook.position.get(name) ?? -1]?.categories.length ?? 0) + 1,
    );
    this.size = this.#levels.reduce((product, count) => product * count, 1);
    this.#people = new Float64Array(this.size);
    const columns = this.#names.map((name) => dataset.column(name));
    for (let row = 0; row < dataset.size; row += 1) {
      const cell = columns.reduce((place, column, index) => {
        const levels = this.#levels[index] as number;
        return place * levels + Math.min(column[row] as number, levels - 1);
      }, 0);
      this.#people[cell] = (this.#people[cell] as number) + 1;
    }
  }

  /** How many codes a variable has. */
  codes(name: string): number {
    return (this.#levels[this.#names.indexOf(name)] as number) - 1;
  }

  /** The cells with these codes; `any` takes every code but none given. */
  cells(fixed: Readonly<Record<string, string | null>>, answered: readonly string[] = []): readonly number[] {
    return [...Array(this.size).keys()].filter((cell) => {
      let left = cell;
      return this.#names.toReversed().every((name, back) => {
        const levels = this.#levels[this.#names.length - 1 - back] as number;
        const level = left % levels;
        left = Math.floor(left / levels);
        if (answered.includes(name) && level === levels - 1) return false;
        const code = fixed[name];
        return code === undefined || level === (code === null ? levels - 1 : Number(code));
      });
    });
  }

  people(cells: readonly number[]): number {
    return cells.reduce((sum, cell) => sum + (this.#people[cell] as number), 0);
  }
}

/** Groups of one background and of two, in both orders. */
export function groupsIn(table: JointTable): readonly (readonly Filter[])[] {
  const one = backgrounds.flatMap((variable) =>
    Array.from({ length: table.codes(variable) }, (_, code): Filter => ({ variable, code: `${code}` })),
  );
  const two = one.flatMap((first) =>
    one.flatMap((second) => (first.variable === second.variable ? [] : [[first, second]])),
  );
  return [...one.map((filter) => [filter]), ...two];
}

const fixedBy = (filters: readonly Filter[]) =>
  Object.fromEntries(filters.map(({ variable, code }) => [variable, code]));

/** What a member of the team can write down. @param most backgrounds in one view. */
export function everythingSeen(input: ExploreInput, table: JointTable, most = 2): readonly Known[] {
  const groups = groupsIn(table).filter(({ length }) => length <= most);
  const known: Known[] = [];
  const see = (cells: readonly number[], count: number | null | undefined) => {
    if (count !== null && count !== undefined) known.push(knownSum(cells, count));
  };
  const seeSurvey = (survey: SurveyAnalysis | undefined, filters: readonly Filter[]) => {
    const fixed = fixedBy(filters);
    if (survey && survey.responses > 0) see(table.cells(fixed), survey.responses);
    for (const result of survey?.questions ?? []) {
      const [distribution] = result.kind === 'distributions' ? result.distributions : [];
      if (!distribution || fixed[result.code] !== undefined) continue;
      see(table.cells(fixed, [result.code]), distribution.base);
      for (const { code, share } of distribution.categories)
        see(table.cells({ ...fixed, [result.code]: code }), share.count);
      if (result.code === question && distribution.summary)
        known.push(...summarySeen(table, fixed, distribution.summary));
    }
  };
  const catalogue = needsCatalogueSchema.parse({
    format: 'nodenkaart/needs/1',
    needs: [],
    background: backgrounds,
  });
  const { questionnaire, dataset, register } = input;
  const main = { survey: 's', main: true, version: 1, questionnaire, dataset, remarks: [] };
  // Only surveys and needs of a project pass disclosure; the rest of it plays no part here.
  const project = {
    surveys: [analyseSurvey(main, catalogue, register)],
    needs: [],
  } as unknown as ProjectAnalysis;
  seeSurvey(disclose(project, 'team').surveys[0], []);
  const family = familyFor(dataset, register, backgrounds);
  for (const filters of groups) {
    const group = analyseSurvey(main, catalogue, register, filters);
    seeSurvey(discloseGroup(group, family, 'team'), filters);
  }
  for (const asked of [question, ...backgrounds])
    for (const by of [...backgrounds, question])
      if (asked !== by)
        for (const filters of [[], ...groups.filter(({ length }) => length < most)])
          if (filters.every(({ variable }) => variable !== by && variable !== asked))
            seeCross(input, table, { asked, by, filters }, see, known);
  return known;
}

type Spread = Pick<Summary, 'n' | 'mean' | 'standardDeviation' | 'median'>;

/** What a mean with its spread, a median and the two highest and lowest answers say of who gave which. */
export function summarySeen(
  table: JointTable,
  fixed: Readonly<Record<string, string | null>>,
  { n, mean, standardDeviation: spread, median, topTwo, bottomTwo }: Spread & Partial<Summary>,
): readonly Known[] {
  if (n === null || mean === null) return [];
  const given = Array.from({ length: table.codes(question) }, (_, value) =>
    table.cells({ ...fixed, [question]: `${value}` }),
  );
  const sumOf = (weigh: (value: number) => number, total: number): Known => {
    const cells = given.flatMap((own, value) => own.map((cell) => [cell, weigh(value)] as const));
    return { cells: new Map(cells.filter(([, weight]) => weight > 0)), lowest: total, highest: total };
  };
  const atMostHalf = (holds: (value: number) => boolean): Known => ({
    ...sumOf((value) => Number(holds(value)), 0),
    highest: n / 2,
  });
  const shares = [
    { count: topTwo?.count, cells: given.slice(-2).flat() },
    { count: bottomTwo?.count, cells: given.slice(0, 2).flat() },
  ];
  return [
    sumOf((value) => value, Math.round(n * mean)),
    ...(spread === null
      ? []
      : [sumOf((value) => value ** 2, Math.round(spread ** 2 * (n - 1) + n * mean ** 2))]),
    ...(median === null
      ? []
      : [atMostHalf((value) => value < median), atMostHalf((value) => value > median)]),
    ...shares.flatMap(({ count, cells }) => (count == null ? [] : [knownSum(cells, count)])),
  ];
}

interface Crossing {
  readonly asked: string;
  readonly by: string;
  readonly filters: readonly Filter[];
}

function seeCross(
  input: ExploreInput,
  table: JointTable,
  { asked, by, filters }: Crossing,
  see: (cells: readonly number[], count: number | null | undefined) => void,
  known: Known[],
): void {
  const rest = {
    variable: null,
    gapWith: null,
    weighting: 'none',
    unit: 'persons',
    correction: 'benjaminiHochberg',
  } as const;
  const seen = exploreFor(input, { survey: 's', question: asked, by, filters, ...rest }, 'team');
  const fixed = fixedBy(filters);
  see(table.cells(fixed), seen.responses);
  for (const cross of seen.crosses ?? []) {
    // Totals are of everybody in the view, also of who is in no group, unless nothing is hidden.
    const inGroups = cross.percentages?.ofRow === 'table';
    for (const row of cross.rows) {
      see(
        table.cells({ ...fixed, [asked]: row.code }, asked === question && !inGroups ? [] : [by]),
        sumOrNone(row.total.count, asked),
      );
      for (const [place, cell] of row.cells.entries())
        see(table.cells({ ...fixed, [asked]: row.code, [by]: cross.groups[place]?.code ?? '' }), cell.count);
    }
    for (const group of cross.groups)
      if (asked === question && group.summary)
        known.push(...summarySeen(table, { ...fixed, [by]: group.code }, group.summary));
    for (const group of cross.groups)
      if (asked === question) see(table.cells({ ...fixed, [by]: group.code }, [asked]), group.base);
  }
}

/** Between two backgrounds totals are those of the question's own page; only the question's are written down again. */
function sumOrNone(count: number | null, asked: string): number | null {
  return asked === question ? count : null;
}
