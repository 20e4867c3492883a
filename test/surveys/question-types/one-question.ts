// One question asked alone: what it makes of the fields of a form, how it shows an answer, and what a browser would send
// of the form it shows.
import { walk } from '../../../surveys/flow.ts';
import { pageView, type QuestionView } from '../../../surveys/page-view.ts';
import type { Given } from '../../../surveys/question-types/question-type.ts';
import type { ChoiceView } from '../../../surveys/question-types/question-view.ts';
import { type Questionnaire, questionnaireSchema } from '../../../surveys/questionnaire.ts';
import { readPage } from '../../../surveys/read-page.ts';
import { sampleDefinition, sampleRegister } from '../sample-questionnaire.ts';

export const both = (nl: string, en = nl) => ({ nl, en });
export const dontKnow = {
  code: 'weet-niet',
  label: both('Weet ik niet', 'Do not know'),
  missing: 'dontKnow',
};
export const ratherNot = { code: 'liever-niet', label: both('Liever niet'), missing: 'preferNotToSay' };

/** A questionnaire of this question alone, its code `V`. */
export function asking(question: object): Questionnaire {
  const pages = [
    {
      code: 'p',
      title: both('P'),
      questions: [{ code: 'V', label: both('Vraag', 'Question'), ...question }],
    },
  ];
  return questionnaireSchema.parse({ ...sampleDefinition, pages });
}

const pageOf = ({ pages }: Questionnaire) => pages[0] as (typeof pages)[0];

/** The answers in the fields, and the keys of what is wrong with them. */
export function read(question: object, fields: Record<string, string>) {
  const reading = readPage(asking(question), pageOf(asking(question)), fields, {}, sampleRegister);
  const problems = [...reading.problems.values()];
  return { answers: reading.answers, problems, keys: problems.map(({ key }) => key) };
}

/** The question as its page shows it, with stored answers or, after a mistake, with what was typed. */
export function shown(question: object, given: Given = {}, language = 'nl', wrong = false): QuestionView {
  const questionnaire = asking(question);
  const page = pageOf(questionnaire);
  const reading = wrong ? readPage(questionnaire, page, given, {}, sampleRegister) : null;
  const view = pageView({
    questionnaire,
    page,
    walked: walk(questionnaire, {}, sampleRegister),
    given,
    problems: [...(reading?.problems.values() ?? [])],
    language,
    libraries: [{ label: 'Limburg', libraries: [{ code: 'bib-1', name: 'Bib Lindedorp' }] }],
    seed: null,
  });
  return view.questions[0] as QuestionView;
}

/** The question's own data, of the kind it must be. */
export function bodyOf<T extends QuestionView['body']['type']>(view: QuestionView, type: T) {
  if (view.body.type !== type) throw new TypeError(`the question is drawn as ${view.body.type}`);
  return view.body as Extract<QuestionView['body'], { type: T }>;
}

/** The fields a browser sends of the question as it is shown. */
export function sent({ body, reasons }: QuestionView): Record<string, string> {
  return Object.fromEntries([...fieldsIn(body), ...chosen(reasons)]);
}

type Field = readonly [name: string, value: string];

const chosen = (choices: readonly ChoiceView[]): readonly Field[] =>
  choices.filter(({ checked }) => checked).map(({ name, value }) => [name, value]);

function fieldsIn(body: QuestionView['body']): readonly Field[] {
  switch (body.type) {
    case 'number':
    case 'slider':
    case 'text':
      return [[body.name, body.value]];
    case 'date':
      return body.fields.map(({ name, value }) => [name, value]);
    case 'points':
      return body.options.map(({ name, value }) => [name, value]);
    case 'rank':
      return body.options.flatMap(({ none, choices }) => chosen([none, ...choices]));
    case 'single':
    case 'multiple':
    case 'pick':
    case 'scale': {
      const words = body.options.flatMap(({ text }): Field[] => (text ? [[text.name, text.value]] : []));
      return [...chosen(body.options), ...words];
    }
    case 'register': {
      const libraries = body.groups.flatMap((group) => group.libraries);
      const code = body.decline?.selected ? body.decline.value : libraries.find((one) => one.selected)?.code;
      return [[body.name, code ?? '']];
    }
    case 'consent':
      return body.checked ? [[body.name, 'yes']] : [];
    case 'section':
      return [];
    case 'grid':
      return body.groups.flatMap(({ rows }) =>
        rows.flatMap(({ first, second }) =>
          [...first, ...(second ?? [])].flatMap((cell): Field[] =>
            cell.checked ? [[cell.name, cell.value]] : [],
          ),
        ),
      );
  }
}

/** Reads what the page of the stored answers would send: it must give the same answers, in every language. */
export function comesBack(question: object, answers: Given, language: string) {
  return read(question, sent(shown(question, answers, language)));
}
