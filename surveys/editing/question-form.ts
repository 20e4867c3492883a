// A question as the fields of its form and back. Every field that its type does not have is let go, so a question may
// change its type where the fields are alike.
import {
  type Option,
  optionsOf,
  type Question,
  type Questionnaire,
  type QuestionWithOptions,
  questionSchema,
} from '../questionnaire.ts';
import { conditionFields } from './condition-form.ts';
import { codeOf, type FormFields, type FormProblem, numbered, textFields, ticked } from './form-fields.ts';
import { FormReader } from './form-reader.ts';
import { gridFields, readGrid } from './grid-form.ts';
import { optionFields, own, readOptions } from './option-form.ts';

/** The fields of a question's form. */
export function questionFields(question: Question): FormFields {
  const { type, code, required } = question;
  return {
    type,
    code,
    required: required === 'soft' ? 'soft' : required ? 'yes' : 'no',
    ...textFields('label', question.label),
    ...textFields('help', question.help),
    ...conditionFields('showIf', question.showIf),
    ...('shuffle' in question && question.shuffle ? { shuffle: ticked } : {}),
    ...('instead' in question
      ? numbered('instead', question.instead, ({ code: reason, label, missing }) => ({
          code: reason,
          missing,
          ...textFields('label', label),
        }))
      : {}),
    ...('options' in question ? answerFields(question) : {}),
    ...typeFields(question),
  };
}

function answerFields({ options }: QuestionWithOptions): FormFields {
  if (Array.isArray(options)) return { 'options.from': own, ...optionFields('options', options) };
  return { 'options.from': 'list' in options ? `list:${options.list}` : `scale:${options.scale}` };
}

function numberFields(values: Readonly<Record<string, number | undefined>>): FormFields {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
}

/** The fields only this type has. */
function typeFields(question: Question): FormFields {
  switch (question.type) {
    case 'consent':
      return textFields('statement', question.statement);
    case 'register':
      return textFields('decline', question.decline);
    case 'multiple':
      return numberFields({ min: question.min, max: question.max });
    case 'grid':
      return gridFields(question);
    case 'rank':
      return numberFields({ top: question.top });
    case 'pick':
      return numberFields({ count: question.count });
    case 'points':
      return numberFields({ total: question.total });
    case 'scale':
      return {
        ...numberFields({ from: question.from, to: question.to }),
        ...textFields('low', question.low),
        ...textFields('high', question.high),
      };
    case 'slider':
      return {
        ...numberFields({ min: question.min, max: question.max, step: question.step }),
        ...textFields('low', question.low),
        ...textFields('high', question.high),
        ...textFields('unit', question.unit),
      };
    case 'number':
      return {
        ...numberFields({ min: question.min, max: question.max, decimals: question.decimals }),
        ...textFields('unit', question.unit),
      };
    case 'date':
      return {
        precision: question.precision,
        ...(question.period ? { period: ticked } : {}),
        ...(question.earliest === undefined ? {} : { earliest: question.earliest }),
        ...(question.latest === undefined ? {} : { latest: question.latest }),
      };
    case 'text':
      return {
        ...numberFields({ maxLength: question.maxLength }),
        ...(question.nameNobody ? { nameNobody: ticked } : {}),
      };
    case 'section':
      return numbered('paragraphs', question.paragraphs, (text) => textFields('words', text));
    case 'single':
      return {};
  }
}

export type QuestionReading = { readonly question: Question } | { readonly problems: readonly FormProblem[] };

/** The question a form says. @param before the question as it was: its shared answers are copied when it gets its own. */
export function readQuestionForm(
  fields: FormFields,
  questionnaire: Questionnaire,
  before: Question,
): QuestionReading {
  const reader = new FormReader(fields, questionnaire.languages);
  const [language = ''] = questionnaire.languages;
  const type = reader.line('type') || before.type;
  const required = reader.line('required');
  const asked = {
    type,
    code: reader.line('code') || before.code,
    label: reader.words('label'),
    help: reader.text('help'),
    required: required === 'soft' ? 'soft' : required === 'yes',
    showIf: reader.condition('showIf'),
  };
  const value = {
    ...asked,
    ...(shuffling.has(type) ? { shuffle: reader.tick('shuffle') } : {}),
    ...(withReasons.has(type) ? { instead: readReasons(reader, language) } : {}),
    ...(choosing.has(type) ? { options: readAnswers(reader, questionnaire, before, language) } : {}),
    ...readType(type, reader, questionnaire, before, language),
  };
  const question = reader.valid(questionSchema, value);
  return question === null ? { problems: reader.problems } : { question };
}

const choosing: ReadonlySet<string> = new Set(['single', 'multiple', 'rank', 'pick', 'points']);
const shuffling: ReadonlySet<string> = new Set([...choosing, 'grid']);
/** The kinds of question that can have reasons beside their answer. */
export const withReasons: ReadonlySet<string> = new Set([
  'multiple',
  'rank',
  'pick',
  'points',
  'scale',
  'slider',
  'number',
  'date',
]);

function readReasons(reader: FormReader, language: string): readonly unknown[] {
  const taken = new Set<string>();
  return reader
    .items('instead')
    .filter((place) => !reader.isBlank(place, ['label', 'code']))
    .map((place) => {
      const label = reader.words(`${place}.label`);
      const missing = reader.line(`${place}.missing`) || 'dontKnow';
      const code = reader.line(`${place}.code`) || codeOf(label[language] ?? '', taken, 'r');
      taken.add(code);
      return { code, label, missing };
    });
}

/** Options of its own, or the list or scale that is chosen. */
function readAnswers(
  reader: FormReader,
  questionnaire: Questionnaire,
  before: Question,
  language: string,
): unknown {
  const from = reader.line('options.from') || own;
  if (from.startsWith('list:')) return { list: from.slice('list:'.length) };
  if (from.startsWith('scale:')) return { scale: from.slice('scale:'.length) };
  const typed = readOptions(reader, 'options', language);
  return typed.length > 0 ? typed : copied(questionnaire, before);
}

function copied(questionnaire: Questionnaire, before: Question): readonly Option[] {
  if ('options' in before && !Array.isArray(before.options)) return optionsOf(questionnaire, before);
  return [];
}

function readType(
  type: string,
  reader: FormReader,
  questionnaire: Questionnaire,
  before: Question,
  language: string,
): Readonly<Record<string, unknown>> {
  switch (type) {
    case 'consent':
      return { statement: reader.words('statement') };
    case 'register':
      return { decline: reader.text('decline') };
    case 'multiple':
      return { min: reader.number('min'), max: reader.number('max') };
    case 'grid':
      return readGrid(reader, questionnaire, before, language);
    case 'rank':
      return { top: reader.line('top') === '' ? 3 : reader.number('top') };
    case 'pick':
      return { count: reader.line('count') === '' ? 3 : reader.number('count') };
    case 'points':
      return { total: reader.line('total') === '' ? 100 : reader.number('total') };
    case 'scale':
      return {
        from: reader.number('from'),
        to: reader.line('to') === '' ? 5 : reader.number('to'),
        low: reader.words('low'),
        high: reader.words('high'),
      };
    case 'slider':
      return {
        min: reader.number('min'),
        max: reader.line('max') === '' ? 100 : reader.number('max'),
        step: reader.number('step'),
        low: reader.words('low'),
        high: reader.words('high'),
        unit: reader.text('unit'),
      };
    case 'number':
      return {
        min: reader.number('min'),
        max: reader.number('max'),
        decimals: reader.number('decimals'),
        unit: reader.text('unit'),
      };
    case 'date':
      return {
        precision: reader.line('precision') || undefined,
        period: reader.tick('period'),
        earliest: reader.line('earliest') || undefined,
        latest: reader.line('latest') || undefined,
      };
    case 'text':
      return { maxLength: reader.count('maxLength'), nameNobody: reader.tick('nameNobody') };
    case 'section':
      return { paragraphs: readParagraphs(reader, 'paragraphs') };
    default:
      return {};
  }
}

/** Paragraphs in order; those without words are let go, but one must be there. */
export function readParagraphs(reader: FormReader, list: string): readonly unknown[] {
  const places = reader.items(list);
  const written = places.filter((place) => !reader.isBlank(place, ['words']));
  const needed = written.length > 0 ? written : places.slice(0, 1);
  return needed.map((place) => reader.words(`${place}.words`));
}
