// What stands around the questions as the fields of a form and back: a page, a shared list, a shared scale, and the
// words before and after.
import {
  type OptionList,
  type Page,
  type Questionnaire,
  questionnaireSchema,
  type Scale,
  type Text,
} from '../questionnaire.ts';
import { conditionFields } from './condition-form.ts';
import type { Front } from './edit.ts';
import { codeOf, type FormFields, type FormProblem, numbered, textFields, ticked } from './form-fields.ts';
import { FormReader } from './form-reader.ts';
import { listFields, optionFields, readGroups, readOptions } from './option-form.ts';
import { readParagraphs } from './question-form.ts';

type Read<N extends string, T> = { readonly [name in N]: T } | { readonly problems: readonly FormProblem[] };

const { pages, lists, scales } = questionnaireSchema.shape;
const pageSchema = pages.element.omit({ questions: true });
const listSchema = lists.unwrap().valueType;
const scaleSchema = scales.unwrap().valueType;
const frontSchema = questionnaireSchema.pick({
  title: true,
  audience: true,
  languages: true,
  welcome: true,
  notice: true,
  thanks: true,
  contact: true,
  hiddenAnswers: true,
});

/** A page without its questions, which have forms of their own. */
export type PageFront = Omit<Page, 'questions'>;

export function pageFields({ code, title, intro, showIf }: PageFront): FormFields {
  return {
    code,
    ...textFields('title', title),
    ...textFields('intro', intro),
    ...conditionFields('showIf', showIf),
  };
}

export function readPageForm(
  fields: FormFields,
  languages: readonly string[],
  before: PageFront,
): Read<'page', PageFront> {
  const reader = new FormReader(fields, languages);
  const page = reader.valid(pageSchema, {
    code: reader.line('code') || before.code,
    title: reader.words('title'),
    intro: reader.text('intro'),
    showIf: reader.condition('showIf'),
  });
  return page === null ? { problems: reader.problems } : { page };
}

export function sharedListFields(list: OptionList): FormFields {
  return listFields(list);
}

export function readListForm(fields: FormFields, languages: readonly string[]): Read<'list', OptionList> {
  const reader = new FormReader(fields, languages);
  const [language = ''] = languages;
  const list = reader.valid(listSchema, {
    groups: readGroups(reader, 'groups', language),
    options: readOptions(reader, 'options', language),
  });
  return list === null ? { problems: reader.problems } : { list };
}

export function scaleFields({ look, options }: Scale): FormFields {
  return { look, ...optionFields('options', options) };
}

export function readScaleForm(fields: FormFields, languages: readonly string[]): Read<'scale', Scale> {
  const reader = new FormReader(fields, languages);
  const scale = reader.valid(scaleSchema, {
    look: reader.line('look') || 'sequential',
    options: readOptions(reader, 'options', languages[0] ?? ''),
  });
  return scale === null ? { problems: reader.problems } : { scale };
}

const paragraphFields = (list: string, paragraphs: readonly Text[]) =>
  numbered(list, paragraphs, (text) => textFields('words', text));

export function frontFields(front: Front): FormFields {
  const { contact } = front;
  return {
    ...textFields('title', front.title),
    ...textFields('audience', front.audience),
    ...Object.fromEntries(front.languages.map((language) => [`languages.${language}`, ticked])),
    'languages.first': front.languages[0] ?? '',
    ...textFields('welcome.title', front.welcome.title),
    ...paragraphFields('welcome.paragraphs', front.welcome.paragraphs),
    ...numbered('notice', front.notice, ({ title, text }) => ({
      ...textFields('title', title),
      ...textFields('text', text),
    })),
    ...textFields('thanks.title', front.thanks.title),
    ...paragraphFields('thanks.paragraphs', front.thanks.paragraphs),
    hiddenAnswers: front.hiddenAnswers,
    ...(contact
      ? {
          contact: ticked,
          ...textFields('contact.title', contact.title),
          ...paragraphFields('contact.intro', contact.intro),
          ...choiceFields('contact.interests', contact.interests),
          ...choiceFields('contact.motives', contact.motives),
        }
      : {}),
  };
}

type ContactChoice = NonNullable<Front['contact']>['interests'];

function choiceFields(name: string, { label, help, options }: ContactChoice): FormFields {
  return {
    ...textFields(`${name}.label`, label),
    ...textFields(`${name}.help`, help),
    ...numbered(`${name}.options`, options, (option) => ({
      code: option.code,
      ...textFields('label', option.label),
    })),
  };
}

/** The words around the questions. A language that is taken away takes its words with it. */
export function readFrontForm(fields: FormFields, before: Front): Read<'front', Front> {
  const chosen = Object.keys(fields).flatMap((name) => /^languages\.([a-z]{2})$/.exec(name)?.[1] ?? []);
  const first = fields['languages.first'] || before.languages[0] || '';
  const languages = [first, ...before.languages, ...chosen]
    .filter((language, index, all) => all.indexOf(language) === index)
    .filter((language) => language === first || chosen.includes(language));
  const reader = new FormReader(fields, languages);
  const front = reader.valid<Front>(frontSchema, {
    title: reader.words('title'),
    audience: reader.text('audience'),
    languages,
    welcome: {
      title: reader.words('welcome.title'),
      paragraphs: readParagraphs(reader, 'welcome.paragraphs'),
    },
    notice: reader
      .items('notice')
      .filter((place) => !reader.isBlank(place, ['title', 'text']))
      .map((place) => ({ title: reader.words(`${place}.title`), text: reader.words(`${place}.text`) })),
    thanks: { title: reader.words('thanks.title'), paragraphs: readParagraphs(reader, 'thanks.paragraphs') },
    contact: reader.tick('contact')
      ? {
          title: reader.words('contact.title'),
          intro: readParagraphs(reader, 'contact.intro'),
          interests: readChoice(reader, 'contact.interests', languages[0] ?? ''),
          motives: readChoice(reader, 'contact.motives', languages[0] ?? ''),
          // The form does not ask for the board: it stays as it was.
          ...(before.contact?.board ? { board: before.contact.board } : {}),
        }
      : undefined,
    hiddenAnswers: reader.line('hiddenAnswers') || 'clear',
  });
  return front === null ? { problems: reader.problems } : { front };
}

function readChoice(reader: FormReader, name: string, language: string): unknown {
  const taken = new Set<string>();
  return {
    label: reader.words(`${name}.label`),
    help: reader.text(`${name}.help`),
    options: reader
      .items(`${name}.options`)
      .filter((place) => !reader.isBlank(place, ['label', 'code']))
      .map((place) => {
        const label = reader.words(`${place}.label`);
        const code = reader.line(`${place}.code`) || codeOf(label[language] ?? '', taken, 'a');
        taken.add(code);
        return { code, label };
      }),
  };
}

/** The front of a questionnaire. */
export function frontOf(questionnaire: Questionnaire): Front {
  const { title, audience, languages, welcome, notice, thanks, contact, hiddenAnswers } = questionnaire;
  return { title, audience, languages, welcome, notice, thanks, contact, hiddenAnswers };
}
