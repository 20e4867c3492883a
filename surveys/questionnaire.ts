// The questionnaire as a value: pages, questions, options, scales, conditions and texts per language.
// One schema; every type is inferred from it. Form, validation, storage, codebook and analysis read this.
import { z } from 'zod';

/** A code is stored, never a label (own messages are keys of views/texts): letters, digits, `_` and `-`, so it is safe in a field name and a file. */
const code = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/, 'check.code');
/** A variable name: the code of a question, or question, row and part joined by dots. */
const variableName = z.string().regex(/^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/, 'check.variableName');
const language = z.string().regex(/^[a-z]{2}$/, 'check.language');

/** The same words in each language of the questionnaire, for example `{ nl: 'Ja', en: 'Yes' }`. */
export const textSchema = z.record(language, z.string().min(1));

/** Why there is no figure to count: kept apart from storage to export (RULINGS 9). */
export const missingReasonSchema = z.enum([
  'notShown',
  'skipped',
  'notApplicable',
  'dontKnow',
  'preferNotToSay',
]);

/** A condition on earlier answers, stored as data and evaluated without eval. */
export interface AnswerCondition {
  readonly variable: string;
  readonly is: readonly string[];
}
export type Condition =
  | AnswerCondition
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };
const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ variable: variableName, is: z.array(z.string()).min(1) }),
    z.strictObject({ all: z.array(conditionSchema).min(1) }),
    z.strictObject({ any: z.array(conditionSchema).min(1) }),
    z.strictObject({ not: conditionSchema }),
  ]),
);

const optionSchema = z.strictObject({
  code,
  label: textSchema,
  /** A short second line, such as what a service is. */
  note: textSchema.optional(),
  /** The number this answer stands for in means; without it the option has no place on a number line. */
  value: z.number().optional(),
  /** Choosing this option gives a typed missing answer instead of a figure. */
  missing: missingReasonSchema.optional(),
  /** Ticking this option excludes the others ("niets"). */
  exclusive: z.boolean().optional(),
  /** The option asks for a few words of its own ("andere"). */
  text: z.boolean().optional(),
  /** Which group of a list the option belongs to. */
  group: code.optional(),
});

/** Ordered answers that several questions share; `look` chooses the colours of its bars. */
const scaleSchema = z.strictObject({
  look: z.enum(['frequency', 'mastery', 'agreement', 'sequential']),
  options: z.array(optionSchema).min(2),
});

/** A list of things asked about, such as services, in groups. */
const listSchema = z.strictObject({
  groups: z.array(z.strictObject({ code, label: textSchema })).default([]),
  options: z.array(optionSchema).min(1),
});

const optionsSchema = z.union([
  z.array(optionSchema).min(2),
  z.strictObject({ list: code }),
  z.strictObject({ scale: code }),
]);

const asked = {
  code,
  label: textSchema,
  help: textSchema.optional(),
  required: z.boolean().default(false),
  showIf: conditionSchema.optional(),
};

const consentSchema = z.strictObject({ type: z.literal('consent'), ...asked, statement: textSchema });
const registerSchema = z.strictObject({
  type: z.literal('register'),
  ...asked,
  /** The words of "I would rather not say"; its code is `decline`. */
  decline: textSchema.optional(),
});
const singleSchema = z.strictObject({ type: z.literal('single'), ...asked, options: optionsSchema });
const multipleSchema = z.strictObject({
  type: z.literal('multiple'),
  ...asked,
  options: optionsSchema,
  max: z.int().min(1).optional(),
});
const gridSchema = z.strictObject({
  type: z.literal('grid'),
  ...asked,
  rows: z.union([z.array(optionSchema).min(1), z.strictObject({ list: code })]),
  /** One or two scales per row; each gives the variables `<variable>.<row>`. */
  scales: z
    .array(
      z.strictObject({
        variable: code,
        label: textSchema,
        scale: code,
        /** The scale is asked only where the same row's answer on an earlier scale is none of these codes. */
        unless: z.strictObject({ variable: code, is: z.array(z.string()).min(1) }).optional(),
      }),
    )
    .min(1)
    .max(2),
  requiredRows: z.array(code).default([]),
  /** Offers one box per group of rows that gives every row of the group this code on the first scale. */
  wholeGroup: z.strictObject({ code: z.string(), label: textSchema }).optional(),
});
const rankSchema = z.strictObject({
  type: z.literal('rank'),
  ...asked,
  options: optionsSchema,
  /** How many places may be given; an option without a place is unranked, not last. */
  top: z.int().min(1),
});
const textQuestionSchema = z.strictObject({
  type: z.literal('text'),
  ...asked,
  maxLength: z.int().min(1).max(10_000),
  /** Shows the "name nobody" hint before typing. */
  nameNobody: z.boolean().default(true),
});

const questionSchema = z.discriminatedUnion('type', [
  consentSchema,
  registerSchema,
  singleSchema,
  multipleSchema,
  gridSchema,
  rankSchema,
  textQuestionSchema,
]);

const pageSchema = z.strictObject({
  code,
  title: textSchema,
  intro: textSchema.optional(),
  showIf: conditionSchema.optional(),
  questions: z.array(questionSchema).min(1),
});

const contactChoice = {
  label: textSchema,
  help: textSchema.optional(),
  options: z.array(z.strictObject({ code, label: textSchema })).min(2),
};

/** A form apart for whoever wants to do more than answer; what it gathers is never linked to an answer (PRV-19). */
const contactSchema = z.strictObject({
  title: textSchema,
  intro: z.array(textSchema).min(1),
  /** What somebody offers; at least one is needed. */
  interests: z.strictObject(contactChoice),
  /** Why somebody offers it; may be left open. */
  motives: z.strictObject(contactChoice),
});

export const questionnaireSchema = z.strictObject({
  format: z.literal('nodenkaart/questionnaire/1'),
  code,
  languages: z.array(language).min(1),
  title: textSchema,
  /** The promise and purpose on the first screen, a paragraph each. */
  welcome: z.strictObject({ title: textSchema, paragraphs: z.array(textSchema).min(1) }),
  /** The information notice of PRV-14, a heading and a paragraph each. */
  notice: z.array(z.strictObject({ title: textSchema, text: textSchema })).min(1),
  thanks: z.strictObject({ title: textSchema, paragraphs: z.array(textSchema).min(1) }),
  contact: contactSchema.optional(),
  scales: z.record(code, scaleSchema).default({}),
  lists: z.record(code, listSchema).default({}),
  pages: z.array(pageSchema).min(1),
});

export type Text = z.infer<typeof textSchema>;
export type MissingReason = z.infer<typeof missingReasonSchema>;
export type Option = z.infer<typeof optionSchema>;
export type Scale = z.infer<typeof scaleSchema>;
export type OptionList = z.infer<typeof listSchema>;
export type Question = z.infer<typeof questionSchema>;
export type QuestionOf<T extends Question['type']> = Extract<Question, { type: T }>;
export type ContactForm = z.infer<typeof contactSchema>;
export type Page = z.infer<typeof pageSchema>;
export type Questionnaire = z.infer<typeof questionnaireSchema>;

/** Questions that offer a set of options. */
export type QuestionWithOptions = QuestionOf<'single' | 'multiple' | 'rank'>;

/**
 * The options a question offers, in order, wherever the definition keeps them.
 * @throws RangeError when the definition names a list or scale it does not hold (check.ts reports this first).
 */
export function optionsOf(questionnaire: Questionnaire, question: QuestionWithOptions): readonly Option[] {
  const { options } = question;
  if (Array.isArray(options)) return options;
  return 'list' in options
    ? listOf(questionnaire, options.list).options
    : scaleOf(questionnaire, options.scale).options;
}

/** The scale by its code. @throws RangeError when there is none. */
export function scaleOf(questionnaire: Questionnaire, scale: string): Scale {
  const found = questionnaire.scales[scale];
  if (!found) throw new RangeError(`the questionnaire has no scale "${scale}"`);
  return found;
}

/** The list by its code. @throws RangeError when there is none. */
export function listOf(questionnaire: Questionnaire, list: string): OptionList {
  const found = questionnaire.lists[list];
  if (!found) throw new RangeError(`the questionnaire has no list "${list}"`);
  return found;
}

/** The rows of a grid and the groups they stand in (no groups: an empty list). */
export function rowsOf(questionnaire: Questionnaire, grid: QuestionOf<'grid'>): OptionList {
  return Array.isArray(grid.rows)
    ? { groups: [], options: grid.rows }
    : listOf(questionnaire, grid.rows.list);
}

/** Every question of the questionnaire, in order. */
export function questionsOf(questionnaire: Questionnaire): readonly Question[] {
  return questionnaire.pages.flatMap((page) => page.questions);
}

/** The words in the language asked for, else in the questionnaire's first language that has them. */
export function inLanguage(text: Text, language: string): string {
  return text[language] ?? Object.values(text)[0] ?? '';
}
