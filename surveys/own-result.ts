// What somebody who answered gets back, for themselves alone: things rated twice beside each other, what is derived from them, where
// they stand beside their level, and their own words. Declared in the needs catalogue; what a questionnaire does not ask is left out.
import { z } from 'zod';
import { textSchema } from './questionnaire.ts';

const code = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/, 'check.code');

/** A row set: `rows: A` names the variables `A.one`, `A.two` … */
const ratingSchema = z.strictObject({ rows: code, label: textSchema });

const pairSchema = z.strictObject({
  code,
  label: textSchema,
  /** How much is wanted of each row, and how much there is, on two scales that are alike. */
  wanted: ratingSchema,
  present: ratingSchema,
  /** From these values on a row counts as wanted, and as present: where the lines of the field cross. Without it there is no field. */
  field: z.strictObject({ wanted: z.number(), present: z.number() }).optional(),
  /** By row the question whose ticks say what would help. */
  help: z.record(code, code).default({}),
  /** By row the value that a published profile asks. */
  required: z.record(code, z.number()).default({}),
});

/** Something nobody is asked, because it restates rows that were: it is read from them and counts nowhere a second time. */
const derivedSchema = z.strictObject({
  code,
  label: textSchema,
  kind: textSchema,
  from: z.array(code).min(1),
});

/** Answers that are told again as they are, question by question and row by row. */
const toldSchema = z.strictObject({
  code,
  label: textSchema,
  /** Questions with one answer, or words of one's own; a row set (`A` for `A.one`, `A.two` …) is told row by row. */
  questions: z.array(code).min(1),
  /** Answers by which something is still to be done. */
  open: z.array(z.string().min(1)).default([]),
  /** Of these questions what is open is a hard demand: it stands first, with these words. */
  hard: z.strictObject({ questions: z.array(code).min(1), said: textSchema }).optional(),
});

export const ownResultSchema = z.strictObject({
  /** The question that says what the answers are about. */
  about: code.optional(),
  /** The question that says what the answers are for, and what they are never for: it stands on the result and in the report. */
  purpose: z.strictObject({ question: code, never: textSchema }).optional(),
  pairs: z.array(pairSchema).default([]),
  /** Figures of `sideBySide` about what a level requires: here the person is held against the level they named. */
  levels: z.array(z.strictObject({ figure: code, label: textSchema })).default([]),
  /** Answers by which somebody is a second view of a colleague, who may lay what was shared beside their own. */
  second: z.strictObject({ question: code, codes: z.array(z.string().min(1)).min(1) }).optional(),
  told: z.array(toldSchema).default([]),
  derived: z.array(derivedSchema).default([]),
  /** Kinds of which the source says that there are none: that is not the same as unknown. */
  none: z.array(z.strictObject({ label: textSchema, said: textSchema })).default([]),
  /** Open questions whose words are told again. */
  words: z.array(code).default([]),
});

export type OwnResult = z.infer<typeof ownResultSchema>;
export type OwnTold = z.infer<typeof toldSchema>;
export type OwnPair = z.infer<typeof pairSchema>;
