// What must hold of a whole analysis, whatever the answers: in full and as each reader sees it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseGroup, analyseProject, type ProjectInput } from '../../analysis/analyse-project.ts';
import { Dataset } from '../../analysis/dataset.ts';
import { disclose } from '../../analysis/disclosure.ts';
import type { Share } from '../../analysis/figure.ts';
import type { ProjectAnalysis } from '../../analysis/results/project.ts';
import type { SurveyAnalysis } from '../../analysis/results/survey.ts';
import type { Answers } from '../../surveys/answers.ts';
import { codebookOf } from '../../surveys/codebook.ts';
import { type Questionnaire, questionnaireSchema } from '../../surveys/questionnaire.ts';
import { packAnswers } from '../../surveys/response-document.ts';
import { catalogue, noRecords, questionnaire } from './small-survey.ts';

type Row = { readonly answers: Answers; readonly library: string | null };

const register = ['A1', 'A2', 'A3', 'B1', 'B2'].map((code) => ({
  code,
  province: code.slice(0, 1),
  sizeClass: code.slice(1) === '1' ? 'klein' : 'groot',
}));
const declared = { ...catalogue, background: ['role'] };

const row: fc.Arbitrary<Row> = fc
  .record({
    library: fc.option(fc.constantFrom(...register.map(({ code }) => code))),
    role: fc.option(fc.constantFrom('desk', 'lead')),
    use: fc.option(fc.constantFrom('0', '1', '3', 'N')),
    skill: fc.option(fc.constantFrom('0', '1', '2', 'N')),
    time: fc.boolean(),
    travel: fc.boolean(),
    film: fc.option(fc.constantFrom('1', '2', 'unranked')),
  })
  .map(({ library, role, use, skill, time, travel, film }) => ({
    library,
    answers: {
      ...(role && { role }),
      ...(use && { 'use.wise': use }),
      ...(skill && (use === '1' || use === '3') && { 'skill.wise': skill }),
      'stop.time': time ? '1' : '0',
      'stop.travel': travel ? '1' : '0',
      'stop.none': '0',
      ...(film && { 'learn.film': film, 'learn.paper': 'unranked', 'learn.peer': 'unranked' }),
    },
  }));
const rows = fc.array(row, { maxLength: 60 });

function inputOf(given: readonly Row[], asked: Questionnaire = questionnaire): ProjectInput {
  const codebook = codebookOf(asked);
  const dataset = new Dataset(codebook, 1);
  dataset.append(
    given.map(({ answers, library }, place) => ({
      sequence: place + 1,
      version: 1,
      library,
      day: '2024-01-08',
      document: packAnswers(codebook, answers, () => true),
    })),
  );
  return {
    project: 'klein',
    title: { nl: 'Klein' },
    demonstration: false,
    catalogue: declared,
    register,
    surveys: [{ survey: 'small', main: true, version: 1, questionnaire: asked, dataset, remarks: [] }],
    records: noRecords,
    panel: null,
    panelMembers: 0,
  };
}

const readers = ['operator', 'team', 'public'] as const;
const seenByAll = (input: ProjectInput): readonly ProjectAnalysis[] => {
  const analysis = analyseProject(input);
  return readers.map((reader) => disclose(analysis, reader));
};

/** Sums in another order differ in the last bits of a number, in nothing a reader can see. */
const sameNumber = (one: unknown, other: unknown): boolean | undefined =>
  typeof one === 'number' && typeof other === 'number' && Number.isFinite(one) && Number.isFinite(other)
    ? Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one))
    : undefined;
expect.addEqualityTesters([sameNumber]);

describe('whatever the answers', () => {
  it('the order of responses changes nothing, for no reader', () => {
    fc.assert(
      fc.property(
        rows.chain((given) =>
          fc.tuple(
            fc.constant(given),
            fc.shuffledSubarray(given, { minLength: given.length, maxLength: given.length }),
          ),
        ),
        ([given, shuffled]) => {
          expect(seenByAll(inputOf(shuffled))).toEqual(seenByAll(inputOf(given)));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('a question nobody else hangs on changes nothing but itself', () => {
    const { pages, ...rest } = questionnaire;
    const option = (code: string) => ({ code, label: { nl: code } });
    const wider = questionnaireSchema.parse({
      ...rest,
      pages: [
        ...pages,
        {
          code: 'apart',
          title: { nl: 'Apart' },
          questions: [
            { type: 'single', code: 'apart', label: { nl: 'Apart' }, options: [option('x'), option('y')] },
          ],
        },
      ],
    });
    const without = (analysis: ProjectAnalysis) => ({
      ...analysis,
      surveys: analysis.surveys.map((survey) => ({
        ...survey,
        questions: survey.questions.filter(({ code }) => code !== 'apart'),
      })),
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(row, fc.constantFrom('x', 'y', '')), { maxLength: 60 }), (given) => {
        const plain = given.map(([own]) => own);
        const more = given.map(([{ answers, library }, apart]) => ({
          library,
          answers: apart === '' ? answers : { ...answers, apart },
        }));
        expect(seenByAll(inputOf(more, wider)).map(without)).toEqual(seenByAll(inputOf(plain)));
      }),
      { numRuns: 60 },
    );
  });

  it('the groups of a background and who is in none add up to everybody', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const input = inputOf(given);
        const [whole] = analyseProject(input).surveys;
        const parts = [
          ...['desk', 'lead'].map((code) => analyseGroup(input, [{ variable: 'role', code }])),
          ...analyseProject(inputOf(given.filter(({ answers }) => answers.role === undefined))).surveys,
        ];
        expect(countsIn(whole)).toEqual(sumOf(parts.map(countsIn)));
      }),
      { numRuns: 60 },
    );
  });
});

/** Every count and base of a survey's distributions, in their order. */
function countsIn(survey: SurveyAnalysis | null | undefined): readonly number[] {
  const both = ({ count, base }: Share) => [count ?? Number.NaN, base ?? Number.NaN];
  return (survey?.questions ?? []).flatMap((question) =>
    question.kind === 'distributions'
      ? question.distributions.flatMap(({ categories }) => categories.flatMap(({ share }) => both(share)))
      : [],
  );
}

function sumOf(parts: readonly (readonly number[])[]): readonly number[] {
  return (parts[0] ?? []).map((_, place) => parts.reduce((sum, part) => sum + (part[place] ?? 0), 0));
}
