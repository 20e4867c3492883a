// What the buttons beside a form do to the definition: add, move, copy, take away.
import type { Request } from 'express';
import type { Edit } from '../../../../surveys/editing/edit.ts';
import { type Place, pageOfPlace } from '../../../../surveys/editing/places.ts';
import {
  freeCode,
  newPage,
  newQuestion,
  newScale,
  type StartWords,
} from '../../../../surveys/editing/starts.ts';
import {
  type Page,
  type Question,
  type Questionnaire,
  questionSchema,
  questionsOf,
  type Scale,
} from '../../../../surveys/questionnaire.ts';
import { fieldOf } from '../access.ts';
import { nextCode } from './new-codes.ts';
import { questionAt } from './place-form.ts';

export interface Errand {
  readonly edit: Edit;
  /** Where to go when it is done, and what to say there. */
  after(questionnaire: Questionnaire): {
    readonly place: Place;
    readonly said: Readonly<Record<string, string | number>>;
    /** The id of what gets the focus; '' for none. */
    readonly focus: string;
  };
}

/** The errand a button asks for; null when it is about the form's own fields. */
export function errandOf(
  action: string,
  questionnaire: Questionnaire,
  here: Place,
  request: Request,
  wordsOf: (questionnaire: Questionnaire) => StartWords,
  presetOf: (name: string) => Scale | null,
): Errand | null {
  const [verb = '', kind = '', code = '', ...rest] = action.split(':');
  const language = questionnaire.languages[0] ?? '';
  switch (`${verb}:${kind}`) {
    case 'add:question':
      return addQuestion(questionnaire, code, request, wordsOf(questionnaire));
    case 'add:page':
      return addPage(questionnaire, code, wordsOf(questionnaire), language);
    case 'add:list':
      return addList(questionnaire, wordsOf(questionnaire));
    case 'add:scale':
      return addScale(questionnaire, wordsOf(questionnaire));
    case 'preset:scale':
      return fillScale(here, presetOf(code));
    case 'up:question':
    case 'down:question':
      return stepQuestion(questionnaire, code, verb === 'up' ? -1 : 1);
    case 'up:page':
    case 'down:page':
      return stepPage(questionnaire, code, verb === 'up' ? -1 : 1);
    case 'place:question':
      return placeQuestion(code, rest[0] ?? '', Number(rest[1]) || 0, '');
    case 'place:page':
      return placePage(code, Number(rest[0]) || 0, '');
    case 'copy:question':
      return copyQuestion(questionnaire, code);
    case 'remove:here':
      return remove(questionnaire, here);
    default:
      return null;
  }
}

const label = (language: string) => `f-label.${language}`;

function addQuestion(
  questionnaire: Questionnaire,
  type: string,
  request: Request,
  words: StartWords,
): Errand | null {
  const known = questionSchema.options.map((option) => option.shape.type.value).find((each) => each === type);
  const page = questionnaire.pages.find(({ code }) => code === fieldOf(request, 'page'));
  if (!known || !page) return null;
  const wished = fieldOf(request, 'after');
  const after = page.questions.some(({ code }) => code === wished) ? wished : null;
  const wish = known === 'consent' ? freeCode(questionnaire, 'consent') : nextCode(questionnaire, page);
  const { question, scales } = newQuestion(known, wish, words, questionnaire);
  return {
    edit: { kind: 'addQuestion', page: page.code, after, question, scales },
    after: ({ languages }) => ({
      place: { kind: 'question', code: question.code },
      said: { said: 'added', what: question.code },
      focus: label(languages[0] ?? ''),
    }),
  };
}

/** A page must ask something, so it begins with one question. */
function addPage(questionnaire: Questionnaire, after: string, words: StartWords, language: string): Errand {
  const code = freeCode(questionnaire, `page-${questionnaire.pages.length + 1}`);
  const behind = questionnaire.pages.some((page) => page.code === after) ? after : null;
  const { question } = newQuestion('single', freeCode(questionnaire, 'Q1'), words, questionnaire);
  const last = questionnaire.pages.at(-1)?.code ?? null;
  const page: Page = newPage(code, question, words);
  return {
    edit: { kind: 'addPage', after: behind ?? last, page, scales: {} },
    after: () => ({
      place: { kind: 'page', code },
      said: { said: 'added', what: code },
      focus: `f-title.${language}`,
    }),
  };
}

function addList(questionnaire: Questionnaire, words: StartWords): Errand {
  const code = freeCode(questionnaire, 'list-1');
  const options = words.options.map((text, index) => ({ code: String(index + 1), label: text }));
  return {
    edit: { kind: 'replaceList', code, list: { groups: [], options } },
    after: () => ({ place: { kind: 'list', code }, said: { said: 'added', what: code }, focus: '' }),
  };
}

function addScale(questionnaire: Questionnaire, words: StartWords): Errand {
  const code = freeCode(questionnaire, 'scale-1');
  return {
    edit: { kind: 'replaceScale', code, scale: newScale(words) },
    after: () => ({ place: { kind: 'scale', code }, said: { said: 'added', what: code }, focus: '' }),
  };
}

function fillScale(here: Place, scale: Scale | null): Errand | null {
  if (here.kind !== 'scale' || scale === null) return null;
  return {
    edit: { kind: 'replaceScale', code: here.code, scale },
    after: () => ({ place: here, said: { said: 'filled' }, focus: '' }),
  };
}

/** One place up or down; over the edge of a page it goes to the page beside it. */
function stepQuestion({ pages }: Questionnaire, code: string, step: -1 | 1): Errand | null {
  const p = pages.findIndex(({ questions }) => questions.some((question) => question.code === code));
  const page = pages[p];
  if (!page) return null;
  const to = page.questions.findIndex((question) => question.code === code) + step;
  const focus = `${step < 0 ? 'up' : 'down'}-question-${code}`;
  if (to >= 0 && to < page.questions.length) return placeQuestion(code, page.code, to, focus);
  const beside = pages[p + step];
  return beside ? placeQuestion(code, beside.code, step < 0 ? beside.questions.length : 0, focus) : null;
}

function placeQuestion(code: string, page: string, to: number, focus: string): Errand {
  return {
    edit: { kind: 'moveQuestion', code, page, to },
    after: (questionnaire) => {
      const now = questionnaire.pages.find(
        (each) => each.code === pageOfPlace(questionnaire, { kind: 'question', code }),
      );
      const at = (now?.questions.findIndex((question) => question.code === code) ?? 0) + 1;
      return {
        place: { kind: 'question', code },
        said: { said: 'moved', what: code, to: at, of: now?.questions.length ?? 0 },
        focus,
      };
    },
  };
}

function stepPage({ pages }: Questionnaire, code: string, step: -1 | 1): Errand | null {
  const to = pages.findIndex((page) => page.code === code) + step;
  return to < 0 || to >= pages.length
    ? null
    : placePage(code, to, `${step < 0 ? 'up' : 'down'}-page-${code}`);
}

function placePage(code: string, to: number, focus: string): Errand {
  return {
    edit: { kind: 'movePage', code, to },
    after: ({ pages }) => ({
      place: { kind: 'page', code },
      said: {
        said: 'moved',
        what: code,
        to: pages.findIndex((page) => page.code === code) + 1,
        of: pages.length,
      },
      focus,
    }),
  };
}

function copyQuestion(questionnaire: Questionnaire, code: string): Errand | null {
  const found = questionsOf(questionnaire).find((question) => question.code === code);
  const page = questionnaire.pages.find(({ questions }) =>
    questions.some((question) => question.code === code),
  );
  if (!found || !page) return null;
  const copy = withCode(questionAt(questionnaire, code), nextCode(questionnaire, page), questionnaire);
  return {
    edit: { kind: 'addQuestion', page: page.code, after: code, question: copy, scales: {} },
    after: ({ languages }) => ({
      place: { kind: 'question', code: copy.code },
      said: { said: 'copied', what: copy.code },
      focus: label(languages[0] ?? ''),
    }),
  };
}

/** A question under another code; the variables of a grid get names of their own too. */
function withCode(question: Question, code: string, questionnaire: Questionnaire): Question {
  if (question.type !== 'grid') return { ...question, code };
  const [first, second] = question.scales;
  const name = (index: number) => (index === 0 ? code : freeCode(questionnaire, `${code}_2`));
  const scales = [first, second].flatMap((scale, index) =>
    scale
      ? [
          {
            ...scale,
            variable: name(index),
            ...(scale.unless ? { unless: { ...scale.unless, variable: name(0) } } : {}),
          },
        ]
      : [],
  );
  return { ...question, code, scales };
}

function remove(questionnaire: Questionnaire, here: Place): Errand | null {
  const said = { said: 'removed', what: here.code };
  const { kind, code } = here;
  const edits: Readonly<Record<Exclude<Place['kind'], 'front'>, Edit>> = {
    question: { kind: 'removeQuestion', code },
    page: { kind: 'removePage', code },
    list: { kind: 'removeList', code },
    scale: { kind: 'removeScale', code },
  };
  if (kind === 'front') return null;
  const page = questionnaire.pages.find(({ questions }) =>
    questions.some((question) => question.code === code),
  );
  const at = page?.questions.findIndex((question) => question.code === code) ?? -1;
  const beside = kind === 'question' ? (page?.questions[at + 1] ?? page?.questions[at - 1]) : undefined;
  return {
    edit: edits[kind],
    after: () => ({
      place: beside ? { kind: 'question', code: beside.code } : { kind: 'front', code: '' },
      said,
      focus: '',
    }),
  };
}
