// A plan is what is proposed and what the team corrects: every column of the file in one part, and every part a question
// or left out. A plan is a value: the form changes it, and the questionnaire, the column map and the loss are made of it.
import { z } from 'zod';

export const partKinds = [
  'single',
  'multiple',
  'list',
  'grid',
  'rank',
  'number',
  'date',
  'text',
  'day',
  'library',
  'leaveOut',
] as const;
export type PartKind = (typeof partKinds)[number];

/** What becomes of an answer: nothing special, or why it is no figure. `notTicked` is of columns that are ticks. */
export const meanings = [
  'answer',
  'notShown',
  'skipped',
  'notApplicable',
  'dontKnow',
  'preferNotToSay',
] as const;
const meaningSchema = z.enum(meanings);
export type Meaning = z.infer<typeof meaningSchema>;

/** A key of the words and their values. */
const remarkSchema = z.strictObject({
  key: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
});
export type Remark = z.infer<typeof remarkSchema>;

const answerSchema = z.strictObject({
  code: z.string(),
  label: z.string(),
  /** What a cell may say, as `plain` gives it. */
  spellings: z.array(z.string()),
  count: z.int(),
  meaning: meaningSchema,
});
export type PlannedAnswer = z.infer<typeof answerSchema>;

const columnSchema = z.strictObject({
  place: z.int().min(0),
  heading: z.string(),
  /** The row or option, in a group; and its code. */
  label: z.string(),
  code: z.string(),
  /** What ticks the option, in a group of ticks; empty where any words do. */
  ticks: z.array(z.string()).default([]),
  /** Words beside a tick are kept. */
  words: z.boolean().default(false),
  /** Of a longest cell that is cut. */
  shorten: z.boolean().default(false),
  count: z.int(),
});
export type PlannedColumn = z.infer<typeof columnSchema>;

const partSchema = z.strictObject({
  /** `c` and the place of its first column: it stays the same whatever is corrected. */
  id: z.string(),
  kind: z.enum(partKinds),
  /** Code and words of the question. */
  code: z.string(),
  label: z.string(),
  columns: z.array(columnSchema).min(1),
  /** Answers in order; of ticks, numbers and dates only the cells that are no answer. */
  answers: z.array(answerSchema),
  /** `scale`: the answers have values, 1 and up or what they say themselves; `order` has no values. */
  order: z.enum(['none', 'order', 'scale', 'numbers']),
  separator: z.string().nullable(),
  number: z
    .strictObject({
      decimal: z.enum(['.', ',']),
      form: z
        .strictObject({
          around: z.array(z.string()),
          thousands: z.enum([',', '.', ' ', "'"]).optional(),
          round: z.int().optional(),
        })
        .nullable(),
      unit: z.string().nullable(),
      decimals: z.int(),
    })
    .nullable(),
  date: z.strictObject({ format: z.string(), precision: z.enum(['day', 'month']) }).nullable(),
  /** Of the library column: cells are codes or names. */
  by: z.enum(['code', 'name']).nullable(),
  /** Why it is proposed so, and what to look at. */
  why: remarkSchema,
  warnings: z.array(remarkSchema),
  sure: z.enum(['sure', 'likely', 'unsure']),
});
export type Part = z.infer<typeof partSchema>;

export const planSchema = z.strictObject({ parts: z.array(partSchema) });
export type Plan = z.infer<typeof planSchema>;

/** Kinds made of several columns at once. */
export function isGroup(kind: PartKind): boolean {
  return kind === 'grid' || kind === 'rank' || kind === 'multiple';
}

export function remark(key: string, values: Remark['values'] = {}): Remark {
  return { key, values };
}
