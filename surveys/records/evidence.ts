// What was measured or read elsewhere, and what a person adds for a need.
import { z } from 'zod';
import { evidenceKindSchema } from '../needs-catalogue.ts';
import { outsideKinds } from '../outside/outside-lines.ts';
import { textSchema } from '../questionnaire.ts';
import { code, directionSchema, fuzzyDate } from './parts.ts';

export const evidenceRecords = {
  /** Tickets per category over a period, from the desk's own system. */
  desk_figure: z.strictObject({
    code,
    category: code,
    label: textSchema,
    period: textSchema,
    tickets: z.int().min(0),
    /** Median handling time in hours. */
    hours: z.number().min(0).nullable(),
    /** The service of the survey it is about, where somebody said so. */
    service: code.optional(),
    /** The file it came with: the code of its `outside_figures`. */
    set: code.optional(),
  }),
  /** A file of figures from another system, read beside the survey and never joined to who answered. */
  outside_figures: z.strictObject({
    code,
    /** Tickets of a desk are desk figures of their own; use is in `rows`. */
    kind: z.enum(outsideKinds),
    title: textSchema,
    /** The day it was read. */
    day: z.iso.date(),
    rows: z.array(
      z.strictObject({
        /** What is counted, as the file calls it: "uitleningen". */
        measure: z.string().min(1),
        period: z.string().min(1),
        category: z.string().min(1).optional(),
        /** Of the survey. */
        service: code.optional(),
        /** Of the register. */
        library: z.string().min(1).optional(),
        count: z.int().min(0),
      }),
    ),
  }),
  /** A study or other document with its measured figures. */
  study: z.strictObject({
    code,
    kind: evidenceKindSchema,
    title: textSchema,
    date: fuzzyDate,
    metrics: z
      .array(
        z.strictObject({
          label: textSchema,
          count: z.int().min(0),
          base: z.int().min(1),
          needs: z.array(code),
        }),
      )
      .default([]),
  }),
  /** Evidence a person adds for a need: which way it points and what it rests on. */
  evidence: z.strictObject({
    code,
    need: code,
    kind: evidenceKindSchema,
    direction: directionSchema,
    note: textSchema,
    /** The record it points to, such as an interview or a study. */
    record: code.optional(),
  }),
} as const;
