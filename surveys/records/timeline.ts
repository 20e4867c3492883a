// How the project runs: its meetings, its workshops and the moments and periods of its time.
import { z } from 'zod';
import { textSchema } from '../questionnaire.ts';
import { code, fuzzyDate } from './parts.ts';
import type { RecordForm } from './record-form.ts';

/** Who is invited: who took part in a talk, a partner, somebody new, somebody from a related field. */
export const invitedFrom = ['talk', 'partner', 'new', 'related'] as const;

export const timelineRecords = {
  meeting: z.strictObject({
    code,
    date: fuzzyDate,
    mode: z.enum(['online', 'inPerson']),
    title: textSchema,
    note: textSchema.optional(),
    /** For the members: what will be spoken of, and the place or the link. */
    agenda: textSchema.optional(),
    where: textSchema.optional(),
  }),
  /** A workshop on what was found: what holds, what needs nuance and what is missing, what is needed, and ideas for products. */
  workshop: z.strictObject({
    code,
    title: textSchema,
    date: fuzzyDate,
    /** How many took part, and how many said each thing of a statement: null where nobody counted. */
    people: z.int().min(0).nullable(),
    /** In how many half days. */
    parts: z.int().min(1).max(4),
    /** Who was invited, from where they come into view, and how many: null where the number is not known. */
    invited: z
      .array(
        z.strictObject({
          party: textSchema,
          from: z.enum(invitedFrom),
          people: z.int().min(0).nullable(),
        }),
      )
      .default([]),
    /** What each block of its agenda gave. */
    outputs: z.array(z.strictObject({ block: code, text: textSchema })).default([]),
    statements: z.array(
      z.strictObject({
        text: textSchema,
        /** The board of the guide it stands on. */
        board: code.optional(),
        holds: z.int().min(0).nullable(),
        nuance: z.int().min(0).nullable(),
        missing: z.int().min(0).nullable(),
        /** What it takes: an action, by whom, by when. */
        needed: textSchema.optional(),
      }),
    ),
    /** Marks from 1, very little, to 5, very much; null where it was not marked. */
    ideas: z.array(
      z.strictObject({
        text: textSchema,
        use: z.int().min(1).max(5).nullable(),
        effort: z.int().min(1).max(5).nullable(),
      }),
    ),
  }),
  /** A moment of the project; with `until` a period of it, such as the weeks a survey was out. */
  milestone: z.strictObject({ code, date: fuzzyDate, until: fuzzyDate.optional(), title: textSchema }),
} as const;

export const milestoneForm: RecordForm<'milestone'> = {
  kind: 'milestone',
  words: 'conclusions.milestone',
  fields: [
    { kind: 'words', name: 'title', lines: 1, most: 160, needed: true },
    { kind: 'date', name: 'date', needed: true },
    { kind: 'date', name: 'until', hint: true },
  ],
};
