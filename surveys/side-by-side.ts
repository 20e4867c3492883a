// Figures that say something only beside another one: which way answers lean, how far people come, what is important
// beside what one is ready for, and a share beside one that was published elsewhere. Declared in the needs catalogue.
import { z } from 'zod';
import { textSchema } from './questionnaire.ts';

const code = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/, 'check.code');
const head = {
  code,
  label: textSchema,
  /** What one sees here and what it does not say. */
  how: textSchema.optional(),
  /** The questionnaire's code; without it the project's first survey. */
  survey: code.optional(),
};
/** Who gave one of these answers, row by row: `ROWS` names the variables `ROWS.one`, `ROWS.two` … */
const sideSchema = z.strictObject({
  label: textSchema,
  variables: code,
  codes: z.array(z.string()).min(1),
});
const published = z.strictObject({ share: z.number().min(0).max(1), source: textSchema });
/** A background of the project, or a fact of the register (`province`, `sizeClass`), by which it is shown as well. */
const by = code.optional();

export const sideBySideSchema = z.discriminatedUnion('kind', [
  /** How many say one thing and how many its opposite, and which way it leans. */
  z.strictObject({
    kind: z.literal('balance'),
    ...head,
    first: sideSchema,
    second: sideSchema,
    /** Rows that are left out, such as "nothing". */
    except: z.array(code).default([]),
    by,
  }),
  /** How far people come: each step is reached by some of those who reached the one before. */
  z.strictObject({
    kind: z.literal('steps'),
    ...head,
    variables: code,
    steps: z.array(z.strictObject({ label: textSchema, codes: z.array(z.string()).min(1) })).min(2),
  }),
  /** Per row how many rate ability below importance, on two scales that are alike. */
  z.strictObject({ kind: z.literal('gap'), ...head, importance: code, ability: code, by }),
  /** Skills nobody is asked about, read from rows that were rated twice: per person the means over those they rated. */
  z.strictObject({
    kind: z.literal('derived'),
    ...head,
    /** Row sets of importance and ability, on scales that are alike. */
    rated: z.array(z.strictObject({ importance: code, ability: code })).min(1),
    /** Each with the rows it restates, of any of the sets. */
    skills: z.array(z.strictObject({ code, label: textSchema, from: z.array(code).min(1) })).min(1),
  }),
  /**
   * How many stay below what is required at their level: row by row of `ability`, or bundle by bundle by the mean of what
   * somebody answered in it. A level without a requirement is not counted.
   */
  z.strictObject({
    kind: z.literal('required'),
    ...head,
    ability: code.optional(),
    bundles: z
      .array(z.strictObject({ code, label: textSchema, variables: z.array(z.string()).min(1) }))
      .default([]),
    /** The question that says the level. */
    level: z.string(),
    /** What each answer to it requires, as a number on the scale of ability. The team may change it. */
    required: z.record(code, z.number()),
    by,
  }),
  /** A share of the survey beside a published one. */
  z.strictObject({
    kind: z.literal('reference'),
    ...head,
    variable: z.string(),
    codes: z.array(z.string()).min(1),
    published,
  }),
  /**
   * What one number is of itself and another together, both added up over everybody who gave both, beside a published
   * share: such as the hours of volunteers in all hours worked.
   */
  z.strictObject({
    kind: z.literal('part'),
    ...head,
    part: z.string(),
    rest: z.string(),
    /** Whoever gave one of these answers has nothing of the part, though nobody asked them how much: 0, not missing. */
    nothing: z.strictObject({ variable: z.string(), codes: z.array(z.string()).min(1) }).optional(),
    published,
  }),
  /**
   * The same rows of one scale in two surveys, such as what people say of themselves beside what others guess of them: per
   * row who gave one of these answers, and the median, each among the people of its own survey.
   */
  z.strictObject({
    kind: z.literal('twoSurveys'),
    ...head,
    codes: z.array(z.string()).min(1),
    /** What these answers say, under the picture. */
    counted: textSchema,
    first: z.strictObject({ label: textSchema, variables: code }),
    second: z.strictObject({ label: textSchema, variables: code, survey: code }),
  }),
]);

export type SideBySide = z.infer<typeof sideBySideSchema>;
export type SideBySideOf<K extends SideBySide['kind']> = Extract<SideBySide, { kind: K }>;
