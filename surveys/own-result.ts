// What somebody who answered gets back, for themselves alone: things rated twice beside each other, what is derived from them, and
// their own words. Declared in the needs catalogue; what a questionnaire does not ask is left out.
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

export const ownResultSchema = z.strictObject({
  /** The question that says what the answers are about. */
  about: code.optional(),
  pairs: z.array(pairSchema).min(1),
  derived: z.array(derivedSchema).default([]),
  /** Kinds of which the source says that there are none: that is not the same as unknown. */
  none: z.array(z.strictObject({ label: textSchema, said: textSchema })).default([]),
  /** Open questions whose words are told again. */
  words: z.array(code).default([]),
});

export type OwnResult = z.infer<typeof ownResultSchema>;
export type OwnPair = z.infer<typeof pairSchema>;
