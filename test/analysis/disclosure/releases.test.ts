// Two releases of the same views beside each other: the solver writes down what both show, of those who were there and of those
// who came, and works out no cell of one to four people of either, where the product lets tables move on. Where it
// holds them back, it was right to: there the solver does find some.
import { describe, expect, it } from 'vitest';
import { groupsMayMove } from '../../../analysis/disclosure/group-step.ts';
import { hiddenStays } from '../../../analysis/disclosure/hidden-between.ts';
import { familyFor } from '../../../analysis/disclosure/kept-families.ts';
import { seededRandom } from '../../../analysis/statistics/seeded-random.ts';
import { backgrounds, question, surveyOf } from './random-survey.ts';
import { everythingSeen, groupsIn, JointTable } from './seen.ts';
import { type Known, rangeOf } from './solver.ts';

/** Backgrounds in one view. */
type Most = 1 | 2;
type Row = readonly (number | null)[];
interface Releases {
  readonly levels: ReadonlyMap<string, number>;
  readonly before: readonly Row[];
  readonly came: readonly Row[];
}

const pairs = backgrounds.flatMap((one, place) =>
  backgrounds.slice(place + 1).map((other) => [one, other] as const),
);

/** A hundred and fifty people, and then five to seven of the same backgrounds at a time. */
function randomReleases(seed: number, most: Most): Releases {
  const random = seededRandom(seed);
  const groups = most === 1 ? 3 : 2;
  const levels = new Map([...backgrounds.map((code) => [code, groups] as const), [question, 3]]);
  const pick = (count: number, skew: number) => Math.min(count - 1, Math.floor(count * random() ** skew));
  const person = (): Row => [...levels.values()].map((count) => (random() < 0.02 ? null : pick(count, 1.7)));
  const before = Array.from({ length: 150 }, person);
  const batches = 1 + Math.floor((most === 1 ? 9 : 3) * random());
  const came = Array.from({ length: batches }, () => backgrounds.map(() => pick(groups, 1))).flatMap(
    (codes) => Array.from({ length: 5 + Math.floor(3 * random()) }, (): Row => [...codes, pick(3, 1.3)]),
  );
  return { levels, before, came };
}

/** Both moments, whether the product moves on, and what the solver works out. */
class TwoReleases {
  readonly #before;
  readonly #after;
  readonly #most: Most;

  constructor({ levels, before, came }: Releases, most: Most) {
    this.#after = surveyOf(levels, [...before, ...came]);
    this.#before = { ...this.#after, dataset: this.#after.dataset.upTo(before.length) };
    this.#most = most;
  }

  get groupsMove(): boolean {
    const every = (variable: string) => ({ variable, codes: null });
    const together = this.#most === 1 ? [] : pairs.map((pair) => pair.map(every));
    const groupings = [...backgrounds.map((name) => [every(name)]), ...together];
    const step = { after: this.#before.dataset.lastSequence, withdrawn: false };
    return groupsMayMove(this.#after.dataset, [], groupings, step);
  }

  get tablesMove(): boolean {
    const [before, after] = [this.#before, this.#after].map(({ dataset }) =>
      familyFor(dataset, [], backgrounds),
    );
    const together = this.#most === 1 ? [] : pairs;
    if (!before || !after) throw new Error('there are two moments');
    return hiddenStays(before, after, { variable: question, by: backgrounds, together });
  }

  /** The small cells of either release that are known exactly; at most so many are asked. */
  cracked(asked: number): readonly string[] {
    const [then, now] = [new JointTable(this.#before), new JointTable(this.#after)];
    const { size } = then;
    // Of who was there and of who came every cell has a number of its own; the later release shows both together.
    const both = (cells: readonly number[]) => [...cells, ...cells.map((cell) => cell + size)];
    const later = everythingSeen(this.#after, now, this.#most).map(
      (known): Known => ({
        ...known,
        cells: new Map(
          [...known.cells].flatMap(([cell, factor]) => both([cell]).map((one) => [one, factor])),
        ),
      }),
    );
    const known = [...everythingSeen(this.#before, then, this.#most), ...later];
    const small = [
      ...this.#small(then).map((cells) => ({ cells, people: then.people(cells), of: 'the earlier' })),
      ...this.#small(now).map((cells) => ({
        cells: both(cells),
        people: now.people(cells),
        of: 'the later',
      })),
    ];
    const every = Math.max(1, Math.floor(small.length / asked));
    return small
      .filter((_, place) => place % every === 0)
      .flatMap(({ cells, people, of }) => {
        const { lowest, highest } = rangeOf(2 * size, known, cells);
        const pinned = Math.ceil(lowest - 1e-6) === Math.floor(highest + 1e-6);
        return pinned ? [`${people} people in ${of}: ${cells.join()}`] : [];
      });
  }

  #small(table: JointTable): readonly (readonly number[])[] {
    const groups = groupsIn(table).filter(({ length }) => length <= this.#most);
    const cells = groups.flatMap((filters) => {
      const fixed = Object.fromEntries(filters.map(({ variable, code }) => [variable, code]));
      return Array.from({ length: table.codes(question) }, (_, answer) =>
        table.cells({ ...fixed, [question]: `${answer}` }),
      );
    });
    const distinct = new Map(cells.map((list) => [list.join(), list]));
    return [...distinct.values()].filter((list) => table.people(list) > 0 && table.people(list) < 5);
  }
}

describe('somebody who lays two releases side by side', () => {
  it.each([
    [5, 1],
    [6, 1],
    [12, 1],
    [14, 1],
    [39, 1],
    [40, 1],
    [2, 2],
    [10, 2],
    [23, 2],
    [28, 2],
  ] as const)(
    'works out no small cell of survey %i by %i backgrounds, where tables moved on',
    (seed, most) => {
      const releases = new TwoReleases(randomReleases(seed, most), most);
      expect([releases.groupsMove, releases.tablesMove]).toEqual([true, true]);
      expect(releases.cracked(14)).toEqual([]);
    },
    120_000,
  );

  it.each([
    [2, 1],
    [9, 1],
    [31, 1],
    [4, 2],
    [21, 2],
  ] as const)(
    'would work some out of survey %i by %i backgrounds, if its tables were not held back',
    (seed, most) => {
      const releases = new TwoReleases(randomReleases(seed, most), most);
      expect([releases.groupsMove, releases.tablesMove]).toEqual([true, false]);
      expect(releases.cracked(14)).not.toEqual([]);
    },
    120_000,
  );
});

describe('tables', () => {
  it('move on where all cells are large, before and after', () => {
    const levels = new Map([...backgrounds, question].map((code) => [code, 2]));
    const all = (times: number) =>
      Array.from({ length: 16 * times }, (_, place): Row => [0, 1, 2, 3].map((bit) => (place >> bit) & 1));
    for (const most of [1, 2] as const) {
      const releases = new TwoReleases({ levels, before: all(40), came: all(10) }, most);
      expect([releases.groupsMove, releases.tablesMove]).toEqual([true, true]);
    }
  });

  it('move on once there are new people everywhere, also where something was hidden', () => {
    const grown = Array.from({ length: 12 }, (_, seed) => {
      const { levels, before: all } = randomReleases(seed + 1, 1);
      const before = all.filter((row) => !row.includes(null));
      return new TwoReleases({ levels, before, came: [...before, ...before] }, 1);
    });
    const moved = grown.filter((releases) => releases.tablesMove);
    expect(moved.length).toBeGreaterThan(9);
    expect(moved.slice(0, 3).flatMap((releases) => releases.cracked(6))).toEqual([]);
  }, 60_000);
});
