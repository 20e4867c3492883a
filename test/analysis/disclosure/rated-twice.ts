// Everything a member of the team sees of one thing rated twice, as sums of the cells of the joint table of both backgrounds and
// both ratings.
import { analyseSurvey } from '../../../analysis/analyse-survey.ts';
import type { Dataset } from '../../../analysis/dataset.ts';
import { familyFor } from '../../../analysis/disclosure/kept-families.ts';
import { discloseSideBySide } from '../../../analysis/disclosure/side-by-side.ts';
import { disclose, discloseGroup } from '../../../analysis/disclosure.ts';
import type { ProjectAnalysis } from '../../../analysis/results/project.ts';
import type { Filter, SurveyAnalysis } from '../../../analysis/results/survey.ts';
import type { GapScores, SideBySideResultOf } from '../../../analysis/side-by-side/results.ts';
import { sideBySideResults } from '../../../analysis/side-by-side/side-by-side.ts';
import {
  backgrounds,
  catalogue,
  datasetOfPeople,
  declared,
  levels,
  names,
  type Person,
  questionnaire,
} from './rated-twice-survey.ts';
import { type Known, knownSum, rangeOf } from './solver.ts';

/** Cells by group of both backgrounds and both ratings; the last level of each is none. */
const widths = levels.map((count) => count + 1);
const size = widths.reduce((product, count) => product * count, 1);

export class RatedTwice {
  readonly dataset: Dataset;
  readonly #people = new Float64Array(size);

  constructor(people: readonly Person[]) {
    this.dataset = datasetOfPeople(people);
    for (const person of people) {
      const cell = person.reduce<number>(
        (place, level, index) => place * (widths[index] as number) + (level ?? (levels[index] as number)),
        0,
      );
      this.#people[cell] = (this.#people[cell] as number) + 1;
    }
  }

  /** The cells where this holds of both groups and both ratings; -1 for none. */
  cells(holds: (a: number, b: number, wanted: number, there: number) => boolean): readonly number[] {
    return [...Array(size).keys()].filter((cell) => {
      let left = cell;
      const places = widths.toReversed().map((width) => {
        const level = left % width;
        left = Math.floor(left / width);
        return level === width - 1 ? -1 : level;
      });
      const [there = 0, wanted = 0, b = 0, a = 0] = places;
      return holds(a, b, wanted, there);
    });
  }

  count(cells: readonly number[]): number {
    return cells.reduce((sum, cell) => sum + (this.#people[cell] as number), 0);
  }

  /** Who is below, with everything or as a reader sees it. */
  gap(everything = false): SideBySideResultOf<'gap'>['rows'][number] | undefined {
    const input = {
      dataset: this.dataset,
      register: [],
      background: backgrounds,
      declared: [declared],
      everything,
    };
    const results = sideBySideResults([declared], input);
    const [shown] = everything ? results : results.map(discloseSideBySide);
    return shown?.kind === 'gap' ? shown.rows[0] : undefined;
  }

  /** What the pages of results show, for everybody and for every group of one background or both. */
  pagesSeen(): readonly Known[] {
    const main = {
      survey: 's',
      main: true,
      version: 1,
      questionnaire,
      dataset: this.dataset,
      remarks: [],
    };
    const project = {
      surveys: [analyseSurvey(main, catalogue, [])],
      needs: [],
    } as unknown as ProjectAnalysis;
    const family = familyFor(this.dataset, [], backgrounds);
    const of = (variable: string, place: number) =>
      Array.from({ length: levels[place] as number }, (_, code): Filter => ({ variable, code: `${code}` }));
    const [first, second] = [of('a', 0), of('b', 1)];
    const groups = [
      ...[...first, ...second].map((filter) => [filter]),
      ...first.flatMap((one) => second.map((other) => [one, other])),
    ];
    return [
      ...this.#surveySeen(disclose(project, 'team').surveys[0], []),
      ...groups.flatMap((filters) =>
        this.#surveySeen(discloseGroup(analyseSurvey(main, catalogue, [], filters), family, 'team'), filters),
      ),
    ];
  }

  #surveySeen(survey: SurveyAnalysis | undefined, filters: readonly Filter[]): readonly Known[] {
    const inside = (a: number, b: number) =>
      filters.every(({ variable, code }) => (variable === 'a' ? a : b) === Number(code));
    const sum = (
      holds: (wanted: number, there: number, a: number, b: number) => boolean,
      value: number | null | undefined,
    ) =>
      value == null
        ? []
        : [
            knownSum(
              this.cells((a, b, wanted, there) => inside(a, b) && holds(wanted, there, a, b)),
              value,
            ),
          ];
    const ofVariable = (name: string) => (wanted: number, there: number, a: number, b: number) =>
      ({ a, b, 'wanted.x': wanted, 'there.x': there })[name] ?? -1;
    if (!survey) return [];
    return [
      ...(survey.responses > 0 ? sum(() => true, survey.responses) : []),
      ...survey.questions.flatMap((result) =>
        result.kind !== 'distributions'
          ? []
          : result.distributions.flatMap(({ variable, base, categories, summary }) => {
              if (filters.some((filter) => filter.variable === variable)) return [];
              const own = ofVariable(variable);
              const weighted =
                summary && summary.n !== null && summary.mean !== null
                  ? [this.#total(inside, own, Math.round(summary.n * summary.mean))]
                  : [];
              return [
                ...sum((...cell) => own(...cell) >= 0, base),
                ...categories.flatMap(({ code, share }) =>
                  sum((...cell) => own(...cell) === Number(code), share.count),
                ),
                ...weighted,
              ];
            }),
      ),
    ];
  }

  #total(
    inside: (a: number, b: number) => boolean,
    of: (wanted: number, there: number, a: number, b: number) => number,
    total: number,
  ): Known {
    const cells = this.cells((a, b, wanted, there) => inside(a, b) && of(wanted, there, a, b) > 0).map(
      (cell) => {
        const there = cell % (widths[3] as number);
        const wanted = Math.floor(cell / (widths[3] as number)) % (widths[2] as number);
        return [cell, of(wanted, there, -1, -1)] as const;
      },
    );
    return { cells: new Map(cells), lowest: total, highest: total };
  }

  /** What the page of figures side by side shows of who is below. */
  gapSeen(row: ReturnType<RatedTwice['gap']>): readonly Known[] {
    const both = (group: number | null) => (a: number, _b: number, wanted: number, there: number) =>
      wanted >= 0 && there >= 0 && (group === null || a === group);
    const shares = [
      { group: null, share: row?.everybody, scores: row?.scores },
      ...(row?.groups ?? []).map(({ code, share }, place) => ({
        group: Number(code),
        share,
        scores: row?.groupScores?.[place],
      })),
    ];
    return shares.flatMap(({ group, share, scores }) => [
      ...(share?.count == null
        ? []
        : [
            knownSum(
              this.cells((...cell) => both(group)(...cell) && cell[3] < cell[2]),
              share.count,
            ),
          ]),
      ...(share?.base == null ? [] : [knownSum(this.cells(both(group)), share.base)]),
      ...(scores ? this.#scoresSeen(both(group), scores) : []),
    ]);
  }

  #scoresSeen(
    inside: (a: number, b: number, wanted: number, there: number) => boolean,
    { n, importance, ability, ranked }: GapScores,
  ): readonly Known[] {
    const weighed = (value: (wanted: number, there: number) => number, total: number): Known => {
      const cells = this.cells(inside).flatMap((cell) => {
        const there = cell % (widths[3] as number);
        const wanted = Math.floor(cell / (widths[3] as number)) % (widths[2] as number);
        const weight = value(wanted, there);
        return weight === 0 ? [] : [[cell, weight] as const];
      });
      return { cells: new Map(cells), lowest: total, highest: total };
    };
    return [
      knownSum(this.cells(inside), n),
      weighed((wanted) => wanted, Math.round(n * importance)),
      weighed((_, there) => there, Math.round(n * ability)),
      ...(ranked === null
        ? []
        : [weighed((wanted, there) => Math.sign(there - wanted), Math.round((n * ranked) / 100))]),
    ];
  }

  /** Answers to one question by one to four people of a group of one background, that are known exactly. */
  cracked(known: readonly Known[], every = 1): readonly string[] {
    const small = [0, 1].flatMap((background) =>
      Array.from({ length: levels[background] as number }, (_, group) =>
        [2, 3].flatMap((rating) =>
          Array.from({ length: levels[rating] as number }, (_step, answer) => ({
            said: `${names[rating]} ${answer} in ${names[background]} ${group}`,
            cells: this.cells(
              (a, b, wanted, there) =>
                (background === 0 ? a : b) === group && (rating === 2 ? wanted : there) === answer,
            ),
          })),
        ),
      ).flat(),
    );
    return small
      .filter(({ cells }) => this.count(cells) > 0 && this.count(cells) < 5)
      .filter((_, place) => place % every === 0)
      .flatMap(({ said, cells }) => {
        const { lowest, highest } = rangeOf(size, known, cells);
        const pinned = Math.ceil(lowest - 1e-6) === Math.floor(highest + 1e-6);
        return pinned ? [`${this.count(cells)} people: ${said}`] : [];
      });
  }
}
