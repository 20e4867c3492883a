// The questionnaire as a value: pages, questions, options, scales, conditions and texts per language.
// One schema; every type is inferred from it. Form, validation, storage, codebook and analysis read this.
import { z } from 'zod';

/** A code is stored, never a label (own messages are keys of views/texts): letters, digits, `_` and `-`, so it is safe in a field name and a file. */
const code = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/, 'check.code');
/** A variable name: the code of a question, or question, row and part joined by dots. */
const variableName = z.string().regex(/^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/, 'check.variableName');
const dateForm = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
const language = z.string().regex(/^[a-z]{2}$/, 'check.language');

/** The same words in each language of the questionnaire, for example `{ nl: 'Ja', en: 'Yes' }`. */
export const textSchema = z
  .record(language, z.string().min(1))
  .refine((text) => Object.keys(text).length > 0, 'check.noText');

/** Why there is no figure to count: kept apart from storage to export (docs/rules.md, Missing). */
export const missingReasonSchema = z.enum([
  'notShown',
  'skipped',
  'notApplicable',
  'dontKnow',
  'preferNotToSay',
]);

/** The facts of the register a condition may read: those of the library the respondent chose. */
export const registerFactSchema = z.enum(['province', 'sizeClass']);

/** The answer to an earlier variable is one of these codes. */
export interface CodeCondition {
  readonly variable: string;
  readonly is: readonly string[];
}
/** The answer has a place on a number line, between these bounds (both belong to it; at least one is there). */
export interface NumberCondition {
  readonly variable: string;
  readonly atLeast?: number | undefined;
  readonly atMost?: number | undefined;
}
/** An earlier variable has any answer, also a typed missing one. */
export interface AnsweredCondition {
  readonly answered: string;
}
/** The register says one of these about the respondent's library; without a known library it does not hold. */
export interface RegisterCondition {
  readonly register: z.infer<typeof registerFactSchema>;
  readonly is: readonly string[];
}

/** A condition on earlier answers and the register, stored as data and evaluated without eval. */
export type Condition =
  | CodeCondition
  | NumberCondition
  | AnsweredCondition
  | RegisterCondition
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };
const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ variable: variableName, is: z.array(z.string()).min(1) }),
    z
      .strictObject({ variable: variableName, atLeast: z.number().optional(), atMost: z.number().optional() })
      .refine(({ atLeast, atMost }) => atLeast !== undefined || atMost !== undefined, 'check.noBound'),
    z.strictObject({ answered: variableName }),
    z.strictObject({ register: registerFactSchema, is: z.array(z.string()).min(1) }),
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
  /** The option, or row, is offered only where this holds. */
  showIf: conditionSchema.optional(),
});

/** A choice beside the answer that says why there is none; its code begins with a letter, so no number looks like it. */
const insteadSchema = z.strictObject({
  code: code.regex(/^[A-Za-z]/, 'check.code'),
  label: textSchema,
  missing: missingReasonSchema.extract(['notApplicable', 'dontKnow', 'preferNotToSay']),
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
  /** True: without an answer nobody goes on. `soft`: asked once more, then let pass. */
  required: z.union([z.boolean(), z.literal('soft')]).default(false),
  showIf: conditionSchema.optional(),
};
/** For questions whose answers are no list of codes: reasons to give none, typed and kept apart. */
const instead = { instead: z.array(insteadSchema).default([]) };
/** Options or rows in an order of their own for every respondent (the seed is stored); "other" and "none" stay last. */
const shuffled = { shuffle: z.boolean().default(false) };

const consentSchema = z.strictObject({ type: z.literal('consent'), ...asked, statement: textSchema });
const registerSchema = z.strictObject({
  type: z.literal('register'),
  ...asked,
  /** The words of "I would rather not say"; its code is `decline`. */
  decline: textSchema.optional(),
});
const singleSchema = z.strictObject({
  type: z.literal('single'),
  ...asked,
  ...shuffled,
  options: optionsSchema,
});
const multipleSchema = z.strictObject({
  type: z.literal('multiple'),
  ...asked,
  ...shuffled,
  ...instead,
  options: optionsSchema,
  /** Fewest and most ticks; an exclusive option alone is always enough. */
  min: z.int().min(1).optional(),
  max: z.int().min(1).optional(),
});
const gridSchema = z.strictObject({
  type: z.literal('grid'),
  ...asked,
  ...shuffled,
  /** Rows of its own, rows in groups of its own, or those of a list. */
  rows: z.union([z.array(optionSchema).min(1), z.strictObject({ list: code }), listSchema]),
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
  ...shuffled,
  ...instead,
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

/** The n most important out of a list, in no order. */
const pickSchema = z.strictObject({
  type: z.literal('pick'),
  ...asked,
  ...shuffled,
  ...instead,
  options: optionsSchema,
  /** How many may be picked; fewer is an answer too. */
  count: z.int().min(1),
});
/** A number of points shared out over options: all of them, or the question is skipped. */
const pointsSchema = z.strictObject({
  type: z.literal('points'),
  ...asked,
  ...shuffled,
  ...instead,
  options: optionsSchema,
  total: z.int().min(2).max(1000),
});
/** Points on one line from `from` to `to`, with words at both ends. */
const scaleQuestionSchema = z.strictObject({
  type: z.literal('scale'),
  ...asked,
  ...instead,
  from: z.int().min(0).max(1).default(1),
  to: z.int().min(2).max(11),
  low: textSchema,
  high: textSchema,
});
/** A place on a line; empty until it is touched. */
const sliderSchema = z.strictObject({
  type: z.literal('slider'),
  ...asked,
  ...instead,
  min: z.number().default(0),
  max: z.number(),
  step: z.number().positive().default(1),
  low: textSchema,
  high: textSchema,
  unit: textSchema.optional(),
});
const numberSchema = z.strictObject({
  type: z.literal('number'),
  ...asked,
  ...instead,
  unit: textSchema.optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  decimals: z.int().min(0).max(6).default(0),
});
/** A day, month or year; with `period` its begin and end. */
const dateSchema = z.strictObject({
  type: z.literal('date'),
  ...asked,
  ...instead,
  precision: z.enum(['day', 'month', 'year']).default('day'),
  period: z.boolean().default(false),
  /** Bounds that belong to it, written in the precision: `2024`, `2024-03` or `2024-03-01`. */
  earliest: z.string().regex(dateForm, 'check.date').optional(),
  latest: z.string().regex(dateForm, 'check.date').optional(),
});
/** Words between questions, with the label as heading: nothing is asked. */
const sectionSchema = z.strictObject({
  type: z.literal('section'),
  ...asked,
  paragraphs: z.array(textSchema).min(1),
});

export const questionSchema = z.discriminatedUnion('type', [
  consentSchema,
  registerSchema,
  singleSchema,
  multipleSchema,
  gridSchema,
  rankSchema,
  pickSchema,
  pointsSchema,
  scaleQuestionSchema,
  sliderSchema,
  numberSchema,
  dateSchema,
  textQuestionSchema,
  sectionSchema,
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

/** A board on which who asks something and who offers it find each other, of those who said yes to it. */
const boardSchema = z.strictObject({
  /** Which of the interests asks for something, and which one offers it. */
  pairs: z.array(z.strictObject({ ask: code, offer: code })).min(1),
  /** About what; may be left open, and then fits with everything. */
  topics: z.strictObject(contactChoice),
  /** What somebody says yes to. */
  agree: textSchema,
});

/** A form apart for whoever wants to do more than answer; what it gathers is never linked to an answer (PRV-19). */
const contactSchema = z
  .strictObject({
    title: textSchema,
    intro: z.array(textSchema).min(1),
    /** What somebody offers; at least one is needed. */
    interests: z.strictObject(contactChoice),
    /** Why somebody offers it; may be left open. */
    motives: z.strictObject(contactChoice),
    board: boardSchema.optional(),
  })
  .check(({ value, issues }) => {
    const known = value.interests.options.map((option) => option.code);
    value.board?.pairs.forEach((pair, place) => {
      for (const side of ['ask', 'offer'] as const) {
        if (known.includes(pair[side])) continue;
        const path = ['board', 'pairs', place, side];
        issues.push({ code: 'custom', input: pair[side], path, message: 'check.boardInterest' });
      }
    });
  });

export const questionnaireSchema = z.strictObject({
  format: z.literal('nodenkaart/questionnaire/1'),
  code,
  languages: z.array(language).min(1),
  title: textSchema,
  /** Whom it is for, where a project asks several groups: "bibs", "mogelijke gebruikers". */
  audience: textSchema.optional(),
  /** The promise and purpose on the first screen, a paragraph each. */
  welcome: z.strictObject({ title: textSchema, paragraphs: z.array(textSchema).min(1) }),
  /** The information notice of PRV-14, a heading and a paragraph each. */
  notice: z.array(z.strictObject({ title: textSchema, text: textSchema })).min(1),
  thanks: z.strictObject({ title: textSchema, paragraphs: z.array(textSchema).min(1) }),
  contact: contactSchema.optional(),
  /**
   * What becomes of an answer whose question is hidden in the end. `clear`: it is not in the response, the reason is
   * "not shown". `keep`: it is stored as it was given. While answering it waits in the draft either way, and no
   * condition ever sees it.
   */
  hiddenAnswers: z.enum(['clear', 'keep']).default('clear'),
  scales: z.record(code, scaleSchema).default({}),
  lists: z.record(code, listSchema).default({}),
  pages: z.array(pageSchema).min(1),
});

export type Text = z.infer<typeof textSchema>;
export type MissingReason = z.infer<typeof missingReasonSchema>;
export type Option = z.infer<typeof optionSchema>;
export type Instead = z.infer<typeof insteadSchema>;
export type Scale = z.infer<typeof scaleSchema>;
export type OptionList = z.infer<typeof listSchema>;
export type Question = z.infer<typeof questionSchema>;
export type QuestionOf<T extends Question['type']> = Extract<Question, { type: T }>;
export type ContactForm = z.infer<typeof contactSchema>;
export type ContactBoard = NonNullable<ContactForm['board']>;
export type Page = z.infer<typeof pageSchema>;
export type Questionnaire = z.infer<typeof questionnaireSchema>;

/** Questions that offer a set of options. */
export type QuestionWithOptions = QuestionOf<'single' | 'multiple' | 'rank' | 'pick' | 'points'>;

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
  if (Array.isArray(grid.rows)) return { groups: [], options: grid.rows };
  return 'list' in grid.rows ? listOf(questionnaire, grid.rows.list) : grid.rows;
}

/** Every question of the questionnaire, in order. */
export function questionsOf(questionnaire: Questionnaire): readonly Question[] {
  return questionnaire.pages.flatMap((page) => page.questions);
}

/** The words in the language asked for, else in the questionnaire's first language that has them. */
export function inLanguage(text: Text, language: string): string {
  return text[language] ?? Object.values(text)[0] ?? '';
}
