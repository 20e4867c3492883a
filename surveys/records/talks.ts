// Talks with libraries: what was recognised, what would work, and what was said.
import { z } from 'zod';
import { talkModes } from '../guides/guide.ts';
import { textSchema } from '../questionnaire.ts';
import { certaintySchema, code, directionSchema, fuzzyDate } from './parts.ts';

/** Something said in a talk, kept as it was said. */
const excerptSchema = z.strictObject({
  /** The need it is about, if it is about one. */
  need: code.optional(),
  text: textSchema,
  direction: directionSchema.optional(),
  /** Who said it: a role, never a name. */
  role: textSchema.optional(),
  /** The block of the guide it was said in. */
  block: code.optional(),
  certainty: certaintySchema.optional(),
});

/** A talk held with the guide of the project. */
const talkSchema = z.strictObject({
  mode: z.enum(talkModes),
  /** Who took part: a code of the guide. */
  participants: code,
  /** Null where nobody counted. */
  people: z.int().min(1).nullable(),
  /** Why this library was chosen. */
  selection: textSchema,
  /** What the people in it said yes to, each asked apart. */
  consent: z.strictObject({ notes: z.literal(true), audio: z.boolean(), name: z.boolean() }),
  notes: z.array(z.strictObject({ block: code, text: textSchema })),
  /** A need that is not on the list of the project. */
  missing: textSchema.optional(),
  /** What to come back to. */
  followUp: textSchema.optional(),
});

export const talkRecords = {
  /** A short talk with a library: per need recognised or not, and which solutions would work. */
  interview: z.strictObject({
    code,
    /** Who, without a name: "kleine bib, Limburg". */
    participant: textSchema,
    date: fuzzyDate,
    needs: z.record(code, z.enum(['recognised', 'notRecognised', 'notAsked'])),
    solutions: z
      .array(
        z.strictObject({
          need: code,
          solution: textSchema,
          works: z.enum(['yes', 'if', 'no']),
          note: textSchema.optional(),
        }),
      )
      .default([]),
    excerpts: z.array(excerptSchema).default([]),
    /** How a talk with the guide was held, with its notes. */
    talk: talkSchema.optional(),
  }),
} as const;
