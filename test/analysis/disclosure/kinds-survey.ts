// Random surveys for the solver with questions that are no list of single answers: ticks, a ranking and a number, by two
// backgrounds. Of each question every answer somebody can give is a pattern; who skipped it gave the last one.
import { Dataset } from '../../../analysis/dataset.ts';
import type { ExploreInput } from '../../../analysis/explore/explore.ts';
import { seededRandom } from '../../../analysis/statistics/seeded-random.ts';
import type { Answers } from '../../../surveys/answers.ts';
import { codebookOf } from '../../../surveys/codebook.ts';
import { questionnaireSchema } from '../../../surveys/questionnaire.ts';
import { packAnswers } from '../../../surveys/response-document.ts';

const words = (nl: string) => ({ nl });
const option = (code: string, extra: object = {}) => ({ code, label: words(code), ...extra });
export const sides = ['a', 'b'] as const;
/** The code of every group of a background. */
export const groupCodes = ['0', '1', '2'];

/** One way to answer a question, as the variables it fills. */
export type Pattern = Answers;
export interface Kind {
  readonly code: string;
  readonly patterns: readonly Pattern[];
}

const ticks = (x: boolean, y: boolean, none: boolean): Pattern => ({
  't.x': x ? '1' : '0',
  't.y': y ? '1' : '0',
  't.none': none ? '1' : '0',
});
const ranked = (first: string, second: string | null): Pattern =>
  Object.fromEntries(
    ['x', 'y', 'z'].map((code) => [`r.${code}`, code === first ? '1' : code === second ? '2' : 'unranked']),
  );

/** @param highest of the number; it is asked from 0 on. */
export function kindsOf(highest: number): readonly Kind[] {
  return [
    {
      code: 't',
      patterns: [
        ticks(true, false, false),
        ticks(false, true, false),
        ticks(true, true, false),
        ticks(false, false, true),
      ],
    },
    {
      code: 'r',
      patterns: ['x', 'y', 'z'].flatMap((first) =>
        [null, 'x', 'y', 'z'].filter((second) => second !== first).map((second) => ranked(first, second)),
      ),
    },
    { code: 'n', patterns: Array.from({ length: highest + 1 }, (_, value) => ({ n: `${value}` })) },
  ];
}

const questionnaire = questionnaireSchema.parse({
  format: 'nodenkaart/questionnaire/1',
  code: 's',
  languages: ['nl'],
  title: words('Toeval'),
  welcome: { title: words('Welkom'), paragraphs: [words('Dag')] },
  notice: [{ title: words('Doel'), text: words('Leren') }],
  thanks: { title: words('Dank'), paragraphs: [words('Tot later')] },
  pages: [
    {
      code: 'p',
      title: words('Alles'),
      questions: [
        ...sides.map((code) => ({
          type: 'single',
          code,
          label: words(code),
          options: groupCodes.map((group) => option(group)),
        })),
        {
          type: 'multiple',
          code: 't',
          label: words('t'),
          options: [option('x'), option('y'), option('none', { exclusive: true })],
        },
        {
          type: 'rank',
          code: 'r',
          label: words('r'),
          top: 2,
          options: [option('x'), option('y'), option('z')],
        },
        { type: 'number', code: 'n', label: words('n') },
      ],
    },
  ],
});

/** Per person the places of the groups and of the pattern of each kind; the place after the last is none. */
export interface KindsSurvey {
  readonly input: ExploreInput;
  readonly kinds: readonly Kind[];
  readonly people: readonly (readonly number[])[];
}

export function randomKinds(seed: number, size: number, highest: number): KindsSurvey {
  const random = seededRandom(seed);
  const kinds = kindsOf(highest);
  const pick = (count: number, skew: number) =>
    random() < 0.03 ? count : Math.min(count - 1, Math.floor(count * random() ** skew));
  const people = Array.from({ length: size }, () => [
    ...sides.map(() => pick(groupCodes.length, 1.6)),
    ...kinds.map(({ patterns }) => pick(patterns.length, 1.5)),
  ]);
  return { input: inputOf(kinds, people), kinds, people };
}

/** A survey of numbers alone: how many of each group of the first background gave 0, 1, 2 … */
export function numbersSurvey(given: readonly (readonly number[])[]): KindsSurvey {
  const kinds = kindsOf(Math.max(...given.map((counts) => counts.length)) - 1);
  const nothing = kinds.slice(0, -1).map(({ patterns }) => patterns.length);
  const people = given.flatMap((counts, group) =>
    counts.flatMap((count, value) =>
      Array.from({ length: count }, (_, one) => [group, one % groupCodes.length, ...nothing, value]),
    ),
  );
  return { input: inputOf(kinds, people), kinds, people };
}

function inputOf(kinds: readonly Kind[], people: KindsSurvey['people']): ExploreInput {
  const codebook = codebookOf(questionnaire);
  const dataset = new Dataset(codebook, 1);
  dataset.append(
    people.map((places, index) => {
      const groups = sides.flatMap((side, place) => {
        const code = groupCodes[places[place] ?? -1];
        return code === undefined ? [] : [[side, code] as const];
      });
      const answers = kinds.map(({ patterns }, place) => patterns[places[sides.length + place] ?? -1]);
      return {
        sequence: index + 1,
        version: 1,
        library: `l${index}`,
        day: '2024-01-01',
        document: packAnswers(
          codebook,
          Object.assign(Object.fromEntries(groups), ...answers.map((answer) => answer ?? {})),
          () => true,
        ),
      };
    }),
  );
  return { survey: 's', questionnaire, dataset, register: [], background: sides };
}
