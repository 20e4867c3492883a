// A framework as a value: what a profession or a group of functions consists of, as an outside source describes it and in
// our own words. Instruments draw their items from it. One schema; every type is inferred from it.
import { z } from 'zod';
import { textSchema } from '../questionnaire.ts';

const code = z.string().regex(/^[A-Za-z0-9_.-]{1,40}$/, 'check.frameworkCode');
const day = z.iso.date();

/** What a part can be; a `group` only holds others together. */
export const partKinds = [
  'group',
  'task',
  'activity',
  'knowledge',
  'skill',
  'area',
  'result',
  'behaviour',
  'competence',
  'role',
] as const;
export const partKindSchema = z.enum(partKinds);

/**
 * Why there is nothing where something could be: the source says that there is none, says nothing about it, leaves it to
 * each organisation, or it does not apply here.
 */
export const emptySchema = z.enum(['none', 'unknown', 'local', 'notApplicable']);

/** A part with the parts under it. */
const partSchema = z.strictObject({
  code,
  kind: partKindSchema,
  label: textSchema,
  /** The codes of the source; one part may have several. */
  codes: z.array(z.string().min(1)).default([]),
  get items(): z.ZodDefault<z.ZodArray<typeof partSchema>> {
    return z.array(partSchema).default([]);
  },
  /** Why it holds no parts. */
  empty: emptySchema.optional(),
  /** How many lines the source lists under it. */
  count: z.int().min(0).optional(),
  /** One of the framework's depths. */
  depth: code.optional(),
  /** What it says again in other words: a skill that restates activities is not scored beside them. */
  restates: z.array(code).default([]),
  /** The roles it is limited to; without any it is for everybody. */
  onlyFor: z.array(code).default([]),
  /** A word in it that the source explains. */
  term: z.strictObject({ word: textSchema, meaning: textSchema }).optional(),
  /** What it bundles, where it is more than one thing. */
  facets: z.array(textSchema).default([]),
  /** Codes of needs that it is evidence for, in whatever catalogue has them. */
  evidenceFor: z.array(z.string().min(1)).default([]),
  /** The part it stands on one line with in the source, where a line end fell out. */
  joinedTo: code.optional(),
  note: textSchema.optional(),
});

const lineSchema = z.strictObject({
  text: textSchema,
  /** It ran over two lines in the source. */
  broken: z.boolean().default(false),
  note: textSchema.optional(),
});

/** What a description says in one field: lines, codes of parts or steps, or why it says nothing. */
const valueSchema = z.strictObject({
  lines: z.array(lineSchema).default([]),
  codes: z.array(code).default([]),
  empty: emptySchema.optional(),
  count: z.int().min(0).optional(),
});

const fieldSchema = z.strictObject({
  code,
  label: textSchema,
  of: z.enum(['profile', 'typing']),
  /** Lines of words; a set of parts whose order means nothing; or steps that go up. */
  shape: z.enum(['lines', 'parts', 'steps']),
  /** The fields of work it is about; without any it is about all. */
  areas: z.array(code).default([]),
  /** Its lines tell what somebody does with knowledge, so that verbs that grow are shown. */
  verbs: z.boolean().default(false),
  /** Of steps: what they are, from low to high. */
  steps: z.array(z.strictObject({ code, label: textSchema })).default([]),
});

/** Scores of the characteristics of a function, a digit each, as the source writes them, and the sum it says they have. */
const scoresSchema = z.strictObject({
  digits: z.string().regex(/^[\d ]+$/, 'check.frameworkDigits'),
  sum: z.int().min(0),
});

/** One description of a function that can stand beside others: a profile by quality, or a typing by weight. */
const descriptionSchema = z.strictObject({
  code,
  kind: z.enum(['profile', 'typing']),
  label: textSchema,
  scores: scoresSchema.optional(),
  fields: z.record(code, valueSchema),
});

export const frameworkSchema = z.strictObject({
  format: z.literal('nodenkaart/framework/1'),
  code,
  /** A change makes the next version; who drew items from an earlier one keeps those. */
  version: z.int().min(1),
  label: textSchema,
  /** Where the facts come from; the words are ours. */
  source: textSchema,
  /** The day on which the source was read. */
  read: day,
  /** What a record of the source says about the whole; `null` where it leaves the field open. */
  facts: z
    .array(z.strictObject({ code, label: textSchema, value: z.string().min(1).nullable() }))
    .default([]),
  /** Running text of the source about the surroundings, a paragraph each. */
  context: z.array(textSchema).default([]),
  /** How deep something is known, from little to much. */
  depths: z.array(z.strictObject({ code, label: textSchema })).default([]),
  parts: z.array(partSchema).default([]),
  areas: z.array(z.strictObject({ code, label: textSchema })).default([]),
  /** What somebody does with knowledge, from little to much, with the words that tell it in each language. */
  verbs: z
    .array(
      z.strictObject({ code, label: textSchema, words: z.record(z.string(), z.array(z.string().min(1))) }),
    )
    .default([]),
  fields: z.array(fieldSchema).default([]),
  /** How many characteristics are scored, group by group. */
  scoreGroups: z.array(z.int().min(1)).default([]),
  descriptions: z.array(descriptionSchema).default([]),
});

export type Framework = z.infer<typeof frameworkSchema>;
export type Part = z.infer<typeof partSchema>;
export type PartKind = z.infer<typeof partKindSchema>;
export type Description = z.infer<typeof descriptionSchema>;
export type DescriptionKind = Description['kind'];
export type Field = z.infer<typeof fieldSchema>;
export type FieldValue = z.infer<typeof valueSchema>;
export type Line = z.infer<typeof lineSchema>;
export type Empty = z.infer<typeof emptySchema>;
