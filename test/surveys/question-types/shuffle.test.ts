// An order of one's own: everything is there once, the same again for the same seed, and what belongs last stays last.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { walk } from '../../../surveys/flow.ts';
import { pageView } from '../../../surveys/page-view.ts';
import { questionAsAsked } from '../../../surveys/question-types/as-asked.ts';
import { shuffledOrder } from '../../../surveys/question-types/shuffle.ts';
import { optionsOf, type Page, type QuestionOf } from '../../../surveys/questionnaire.ts';
import { noRegister } from '../../../surveys/register.ts';
import { situationOf } from '../../../surveys/situation.ts';
import { ask, consent, nl, options, page, questionnaireOf } from '../small-questionnaire.ts';

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });

describe('the order of a seed', () => {
  it('holds every place once', () => {
    fc.assert(
      fc.property(seeds, fc.string(), fc.nat({ max: 60 }), (seed, question, count) => {
        const order = shuffledOrder(seed, question, count);
        expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, n) => n));
        expect(shuffledOrder(seed, question, count)).toEqual(order);
      }),
    );
  });

  it('differs from question to question and from person to person', () => {
    const orders = ['A', 'B', 'C'].flatMap((question) =>
      [1, 2, 3].map((seed) => shuffledOrder(seed, question, 12).join(' ')),
    );
    expect(new Set(orders).size).toBe(9);
  });

  it('gives every place to each as often', () => {
    const count = 5;
    const runs = 20_000;
    const at = Array.from({ length: count }, () => Array<number>(count).fill(0));
    for (let seed = 0; seed < runs; seed += 1) {
      shuffledOrder(seed * 7919, 'Q', count).forEach((which, place) => {
        const row = at[which];
        if (row) row[place] = (row[place] ?? 0) + 1;
      });
    }
    // The standard error of such a count is 57: five of them on either side.
    for (const row of at) for (const times of row) expect(Math.abs(times - runs / count)).toBeLessThan(283);
  });
});

const questionnaire = questionnaireOf(
  [
    page('p', [
      consent,
      ask('A'),
      ask('S', {
        shuffle: true,
        options: [
          ...options('a', 'b', 'c'),
          { ...options('n')[0], missing: 'dontKnow' },
          ...options('d', 'e'),
          { ...options('o')[0], text: true },
        ],
      }),
      ask('M', {
        type: 'multiple',
        shuffle: true,
        options: [...options('a', 'b', 'c', 'd', 'e'), { ...options('none')[0], exclusive: true }],
      }),
      ask('G', {
        type: 'grid',
        shuffle: true,
        rows: { list: 'things' },
        scales: [{ variable: 'Ga', label: nl('Hoe?'), scale: 's' }],
      }),
      ask('Still', { options: options('a', 'b', 'c', 'd', 'e', 'f') }),
      ask('H', {
        shuffle: true,
        options: [
          ...options('a', 'b', 'c', 'd', 'e'),
          { ...options('x')[0], showIf: { variable: 'A', is: ['a'] } },
        ],
      }),
    ]),
  ],
  {
    scales: { s: { look: 'agreement', options: options('1', '2') } },
    lists: {
      things: {
        groups: [
          { code: 'g', label: nl('Groep g') },
          { code: 'h', label: nl('Groep h') },
        ],
        options: options('a', 'b', 'c', 'd', 'e', 'f').map((option, index) => ({
          ...option,
          group: index < 3 ? 'g' : 'h',
        })),
      },
    },
  },
);
const [only] = questionnaire.pages as [Page];

/** The codes of a question as somebody with this seed sees them. */
function orderOf(code: string, seed: number | null, answers: Record<string, string> = {}): readonly string[] {
  const question = only.questions.find((candidate) => candidate.code === code) as QuestionOf<'single'>;
  const asked = questionAsAsked(
    questionnaire,
    question,
    situationOf(questionnaire, answers, noRegister),
    seed,
  );
  return asked ? optionsOf(questionnaire, asked).map((option) => option.code) : [];
}

describe('a question in an order of one’s own', () => {
  it('keeps "other", "none of these" and "I do not know" where they are', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const single = orderOf('S', seed);
        expect([single[3], single[6]]).toEqual(['n', 'o']);
        expect([...single].sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'n', 'o']);
        expect(orderOf('M', seed).at(-1)).toBe('none');
      }),
    );
  });

  it('keeps the order of the definition where nobody asked for another, and for reading and storing', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        expect(orderOf('Still', seed)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
      }),
    );
    expect(orderOf('M', null)).toEqual(['a', 'b', 'c', 'd', 'e', 'none']);
  });

  it('keeps the others in their order when an option comes or goes', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const without = orderOf('H', seed, { A: 'b' });
        const withIt = orderOf('H', seed, { A: 'a' });
        expect(withIt.filter((code) => code !== 'x')).toEqual(without);
      }),
    );
  });

  it('differs between two questions of the same person', () => {
    const different = Array.from({ length: 50 }, (_, seed) => seed).filter(
      (seed) =>
        orderOf('S', seed)
          .filter((code) => 'abcde'.includes(code))
          .join('') !== orderOf('M', seed).slice(0, 5).join(''),
    );
    expect(different.length).toBeGreaterThan(45);
  });

  it('keeps the groups of a grid together and in their order', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const view = pageView({
          questionnaire,
          page: only,
          walked: walk(questionnaire, {}, noRegister),
          given: {},
          problems: [],
          language: 'nl',
          libraries: [],
          seed,
        });
        const body = view.questions.find((question) => question.code === 'G')?.body;
        const groups = body?.type === 'grid' ? body.groups : [];
        expect(
          groups.map((group) => [
            group.label,
            group.rows
              .map((row) => row.code)
              .sort()
              .join(''),
          ]),
        ).toEqual([
          ['Groep g', 'abc'],
          ['Groep h', 'def'],
        ]);
      }),
    );
  });
});
