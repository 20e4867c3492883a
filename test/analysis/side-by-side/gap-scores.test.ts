// The gap scores of what stands side by side, against the reference vectors; and from how many people readers see them.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Dataset } from '../../../analysis/dataset.ts';
import { discloseSideBySide } from '../../../analysis/disclosure/side-by-side.ts';
import { sideBySideResults } from '../../../analysis/side-by-side/side-by-side.ts';
import { codebookOf } from '../../../surveys/codebook.ts';
import { questionnaireSchema } from '../../../surveys/questionnaire.ts';
import { packAnswers } from '../../../surveys/response-document.ts';
import { sideBySideSchema } from '../../../surveys/side-by-side.ts';
import { questionnaire } from '../small-survey.ts';

const label = { nl: 'Zo' };

describe('a row that was rated twice', () => {
  // The reference ratings of test/fixtures/method-vectors.json.
  const vectors = JSON.parse(
    readFileSync(new URL('../../fixtures/method-vectors.json', import.meta.url), 'utf8'),
  ) as readonly Vector[];
  interface Vector {
    readonly id: string;
    readonly input: {
      readonly importance: readonly (number | null)[];
      readonly ability: readonly (number | null)[];
    };
    readonly expected: Readonly<Record<string, number>>;
  }
  const steps = (code: string, extra: object[] = []) => ({
    look: 'sequential',
    options: [
      ...[1, 2, 3, 4, 5].map((value) => ({ code: `${value}`, label: { nl: `${code} ${value}` }, value })),
      ...extra,
    ],
  });
  const asked = questionnaireSchema.parse({
    ...questionnaire,
    scales: {
      matters: steps('belang', [{ code: 'N', label: { nl: 'niet mijn werk' }, missing: 'notApplicable' }]),
      able: steps('kunnen'),
    },
    lists: {},
    pages: [
      {
        code: 'p1',
        title: { nl: 'Alles' },
        questions: [
          {
            type: 'grid',
            code: 'grid',
            label: { nl: 'Taken' },
            rows: [{ code: 'plan', label: { nl: 'Plannen' } }],
            scales: [
              { variable: 'matters', label: { nl: 'Belang' }, scale: 'matters' },
              { variable: 'able', label: { nl: 'Kunnen' }, scale: 'able' },
            ],
          },
        ],
      },
    ],
  });
  const declared = { kind: 'gap', code: 'x', label, importance: 'matters', ability: 'able' };
  const gapOf = (id: string, repeat: number) => {
    const vector = vectors.find((one) => one.id === id);
    if (!vector) throw new Error(`no vector ${id}`);
    const { importance, ability } = vector.input;
    const codebook = codebookOf(asked);
    const dataset = new Dataset(codebook, 1);
    const people = importance.map((value, place) => ({
      ...(value === null ? { 'matters.plan': 'N' } : { 'matters.plan': `${value}` }),
      ...(ability[place] == null ? {} : { 'able.plan': `${ability[place]}` }),
    }));
    const everybody = Array.from({ length: repeat }, () => people).flat();
    dataset.append(
      everybody.map((answers, place) => ({
        sequence: place + 1,
        version: 1,
        library: null,
        day: '2024-01-08',
        document: packAnswers(codebook, answers, () => true),
      })),
    );
    const input = { dataset, register: [], background: [], declared: [], everything: false };
    const [result] = sideBySideResults([sideBySideSchema.parse(declared)], input);
    if (result?.kind !== 'gap') throw new Error('no gap');
    return { result, expected: vector.expected };
  };

  it.each([
    ['mwds-basic', 'rdm-basic'],
    ['mwds-missing', 'rdm-missing'],
  ])('scores as %s and %s', (weighted, ranked) => {
    const { result, expected } = gapOf(weighted, 1);
    const scores = result.rows[0]?.scores;
    expect(scores?.n).toBe(expected.n);
    expect(scores?.importance).toBeCloseTo(expected.meanImportance ?? Number.NaN, 9);
    expect(scores?.ability).toBeCloseTo(expected.meanAbility ?? Number.NaN, 9);
    expect(scores?.weighted).toBeCloseTo(expected.mwds ?? Number.NaN, 9);
    const rds = gapOf(ranked, 1);
    expect(rds.result.rows[0]?.scores?.ranked).toBeCloseTo(rds.expected.rds ?? Number.NaN, 9);
    expect(result.ends.importance).toMatchObject({ from: 1, to: 5, low: { nl: 'belang 1' } });
  });

  it('tells readers no scores of fewer than eight', () => {
    const shown = (repeat: number) => {
      const disclosed = discloseSideBySide(gapOf('mwds-basic', repeat).result);
      return disclosed.kind === 'gap' ? disclosed.rows[0]?.scores : undefined;
    };
    expect(shown(1)).toBeNull();
    expect(shown(2)?.n).toBe(12);
  });
});
