// Real surveys from another tool's CSV alone: what is proposed for their columns is what their READMEs say they are, and
// with nothing corrected the product's figures are those computed in R (expected.json), to a relative 1e-8.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PartKind } from '../../surveys/formats/propose/plan.ts';
import { differences } from './compare.ts';
import {
  asFrequencies,
  asNumbers,
  asScale,
  asTicks,
  type ProposedCase,
  proposeCase,
} from './proposed-case.ts';
import { idsUnder, type Reference, readReferences } from './reference-case.ts';

type Expected = readonly (readonly [from: number, to: number, kind: PartKind, together?: boolean])[];

interface Case {
  readonly file: string;
  readonly reference: string;
  readonly rows: number;
  /** Columns by their number in the README, what each is, and whether they are one question. */
  readonly columns: Expected;
  /** What starts the id of a frequency in the reference. */
  readonly frequencies: string;
  /** References that ask for a correction by the team, with the reason. */
  readonly corrected?: Readonly<Record<string, string>>;
}

const starWars: Expected = [
  [1, 1, 'leaveOut'],
  [2, 3, 'single'],
  [4, 9, 'multiple', true],
  [10, 15, 'rank', true],
  [16, 29, 'grid', true],
  [30, 38, 'single'],
];
const food: Expected = [
  [1, 1, 'leaveOut'],
  [2, 3, 'single'],
  [4, 43, 'grid', true],
  [44, 48, 'single'],
];
const cases: readonly Case[] = [
  {
    file: 'star-wars-2014/data.csv',
    reference: 'star-wars-2014',
    rows: 1186,
    columns: starWars,
    frequencies: 'freq/',
  },
  // Two rows of headings, and bytes of another encoding.
  {
    file: 'star-wars-2014/original.csv',
    reference: 'star-wars-2014',
    rows: 1186,
    columns: starWars,
    frequencies: 'freq/',
  },
  {
    file: 'food-world-cup-2014/data.csv',
    reference: 'food-world-cup-2014',
    rows: 1373,
    columns: food,
    frequencies: 'freq/',
  },
  // Mac-Roman, with blanks that do not break.
  {
    file: 'food-world-cup-2014/original.csv',
    reference: 'food-world-cup-2014',
    rows: 1373,
    columns: food,
    frequencies: 'freq/',
  },
  {
    file: 'flying-etiquette-2014/data.csv',
    reference: 'flying-etiquette-2014',
    rows: 1040,
    columns: [
      [1, 1, 'leaveOut'],
      [2, 27, 'single'],
    ],
    frequencies: 'freq/',
  },
  {
    file: 'masculinity-2018/data.csv',
    reference: 'masculinity-2018',
    rows: 1615,
    columns: [
      [1, 1, 'leaveOut'],
      [2, 3, 'single'],
      [4, 9, 'multiple', true],
      [10, 10, 'single'],
      [11, 21, 'grid', true],
      [22, 33, 'multiple', true],
      [34, 34, 'single'],
      [35, 42, 'multiple', true],
      [43, 47, 'multiple', true],
      [48, 54, 'multiple', true],
      [55, 59, 'single'],
      [60, 66, 'multiple', true],
      [67, 72, 'multiple', true],
      [73, 76, 'multiple', true],
      [77, 78, 'single'],
      [79, 81, 'multiple', true],
      [82, 95, 'single'],
      [96, 96, 'leaveOut'],
    ],
    frequencies: 'freq/',
  },
  {
    file: 'gss-cat-scale/data.csv',
    reference: 'gss-cat-scale',
    rows: 21_483,
    columns: [
      [1, 1, 'leaveOut'],
      [2, 3, 'single'],
      [4, 4, 'number'],
      [5, 9, 'single'],
      [10, 10, 'number'],
    ],
    frequencies: 'freq_valid/',
  },
  {
    file: 'carpentries-instructor-training/data.csv',
    reference: 'carpentries-instructor-training',
    rows: 967,
    columns: [
      [1, 1, 'day'],
      [2, 3, 'single'],
      [4, 4, 'text'],
      [5, 37, 'single'],
      [38, 38, 'text'],
      [39, 40, 'single'],
    ],
    frequencies: 'freq/',
  },
  {
    file: 'carpentries-longterm/data.csv',
    reference: 'carpentries-longterm',
    rows: 476,
    columns: [
      [1, 2, 'single'],
      [3, 3, 'text'],
      [4, 16, 'multiple', true],
      [17, 18, 'single'],
      [19, 30, 'multiple', true],
      [31, 40, 'multiple', true],
      [41, 43, 'single'],
      [44, 49, 'multiple', true],
      [50, 57, 'single'],
      [58, 66, 'multiple', true],
      [67, 73, 'multiple', true],
      [74, 75, 'single'],
    ],
    frequencies: 'freq/',
    corrected: {
      'likert/usage_before':
        'The bottom answer of the scale is a sentence of its own: the team puts it in its place.',
      'likert/usage_since': 'As usage_before.',
    },
  },
];

/** Questions that the references call otherwise than the file. */
const headings: Readonly<Record<string, string>> = {
  'films seen': 'Which of the following Star Wars films have you seen?',
  Behaviors: 'Behaviors-Adopted',
  Help: 'How-Tools-Learned-Help',
  Involvement: 'Carpentry-Involvement',
};

describe.each(cases)('$file', ({ file, reference, rows, columns, frequencies, corrected = {} }) => {
  const references = readReferences(reference);
  const isPlain = (id: string) => corrected[id] === undefined;
  let proposed: ProposedCase;
  beforeAll(async () => {
    proposed = await proposeCase(file);
  }, 60_000);
  afterAll(() => proposed?.close());
  const expectSame = (id: string, computed: Readonly<Record<string, unknown>>) => {
    expect(differences(partOf(references, id, computed), computed, { relative: 1e-8 })).toEqual([]);
  };

  it('gives every column what it is, in groups where they are one question', () => {
    const found = columns.flatMap(([from, to]) =>
      Array.from({ length: to - from + 1 }, (_, index) => [from + index, proposed.partAt(from + index).kind]),
    );
    const wanted = columns.flatMap(([from, to, kind]) =>
      Array.from({ length: to - from + 1 }, (_, index) => [from + index, kind]),
    );
    expect(found).toEqual(wanted);
    const together = columns.filter(([, , , one]) => one);
    expect(together.map(([from]) => proposed.partAt(from).columns.length)).toEqual(
      together.map(([from, to]) => to - from + 1),
    );
  });

  it('imports every row', () => {
    expect(proposed.imported.imported).toBe(rows);
  });

  it('says the reference’s shares', () => {
    for (const heading of idsUnder(references, frequencies)) {
      expectSame(`${frequencies}${heading}`, asFrequencies(proposed.distributionOf(heading)));
    }
  });

  it('says the reference’s summaries of scales and numbers', () => {
    for (const item of idsUnder(references, 'likert/')) {
      if (isPlain(`likert/${item}`)) expectSame(`likert/${item}`, asScale(proposed.distributionOf(item)));
    }
    for (const heading of idsUnder(references, 'numeric/')) {
      const { kind } = proposed.resultOf(heading);
      const said =
        kind === 'numbers'
          ? asNumbers(proposed.numbersOf(heading))
          : asScale(proposed.distributionOf(heading));
      expectSame(`numeric/${heading}`, said);
    }
  });

  it('counts the reference’s ticks', () => {
    for (const name of idsUnder(references, 'multi/')) {
      const result = proposed.resultOf(headingOf(name));
      const { options, base_answered_any: answered } = referenceValue(references, `multi/${name}`);
      const said = asTicks(
        result,
        Array.isArray(options) && result.kind === 'choices' && options.length < result.choices.length,
      );
      expect(said.map(({ count }) => count)).toEqual(
        Array.isArray(options) ? options.map(({ count }) => count) : [],
      );
      if (said.length === (result.kind === 'choices' ? result.choices.length : 0)) {
        expect(result.kind === 'choices' && result.base).toBe(answered);
      }
    }
    for (const name of idsUnder(references, 'weighted_multi/')) {
      const options = references.find(({ id }) => id === `weighted_multi/${name}`)?.value;
      const wanted = Array.isArray(options)
        ? options.map(({ option, unweighted_count: count }) => ({ option, count }))
        : [];
      expect(asTicks(proposed.resultOf(`${name}_0001`), false)).toEqual(wanted);
    }
  });

  it('counts the reference’s answers before weighting', () => {
    for (const name of idsUnder(references, 'weighted_freq/')) {
      const levels = references.find(({ id }) => id === `weighted_freq/${name}`)?.value;
      const said = asFrequencies(proposed.distributionOf(name));
      for (const { level, unweighted_count: count } of Array.isArray(levels) ? levels : []) {
        const row = said.rows.find((each) => each.level === level);
        // "No answer" is no answer here, and counts apart from the base.
        expect([name, level, level === 'No answer' ? rows - (said.base ?? 0) : row?.count]).toEqual([
          name,
          level,
          count,
        ]);
      }
    }
  });

  function headingOf(name: string): string {
    const wanted = headings[name] ?? name;
    const found = columns
      .map(([from]) => proposed.partAt(from).columns[0]?.heading ?? '')
      .find((heading) => heading === wanted || heading.startsWith(`${wanted} `));
    return found ?? wanted;
  }
});

function referenceValue(references: readonly Reference[], id: string): Readonly<Record<string, unknown>> {
  return references.find((reference) => reference.id === id)?.value ?? {};
}

/** Of a reference what is computed here: it knows more. */
function partOf(
  references: readonly Reference[],
  id: string,
  computed: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const value = referenceValue(references, id);
  expect(Object.keys(value)).not.toEqual([]);
  const parts = Object.keys(computed).filter(
    (key) => key !== 'counts' || sameLength(value.counts, computed.counts),
  );
  return Object.fromEntries(parts.map((key) => [key, key === 'rows' ? rowsOf(value.rows) : value[key]]));
}

/** Numbers are counted from the first point somebody gave: the reference counts from its own. */
function sameLength(first: unknown, second: unknown): boolean {
  return Array.isArray(first) && Array.isArray(second) && first.length === second.length;
}

function rowsOf(rows: unknown): unknown {
  if (!Array.isArray(rows)) return rows;
  return rows.map(({ level, count, p, wilson }) => ({ level, count, p, wilson }));
}
