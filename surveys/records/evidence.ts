// What was measured or read elsewhere, and what a person adds for a need.
import { z } from 'zod';
import { evidenceKindSchema } from '../needs-catalogue.ts';
import { outsideKinds } from '../outside/outside-lines.ts';
import { textSchema } from '../questionnaire.ts';
import { code, directionSchema, fuzzyDate } from './parts.ts';
import type { RecordForm } from './record-form.ts';

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
    /** Where it can be read. */
    address: z.url({ protocol: /^https?$/ }).optional(),
    /** Needs it is cited for as evidence; what points otherwise is written as evidence of its own. */
    supports: z.array(code).optional(),
    metrics: z
      .array(
        z.strictObject({
          label: textSchema,
          count: z.int().min(0),
          /** Of how many; not there where it is a plain count, such as visits. */
          base: z.int().min(1).optional(),
          needs: z.array(code).default([]),
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

const most = 999_999_999;

/** A study of somebody else with its measured figures. What the team measured itself is read from its records. */
export const studyForm: RecordForm<'study'> = {
  kind: 'study',
  words: 'studies.study',
  fields: [
    { kind: 'words', name: 'title', lines: 1, most: 160, needed: true },
    {
      kind: 'choice',
      name: 'kind',
      choices: ['platform_study', 'document', 'colleague_survey', 'other'],
      needed: true,
    },
    { kind: 'date', name: 'date', needed: true },
    { kind: 'address', name: 'address' },
    {
      kind: 'rows',
      name: 'metrics',
      hint: true,
      most: 40,
      fields: [
        { kind: 'words', name: 'label', lines: 1, most: 160, needed: true },
        { kind: 'number', name: 'count', least: 0, most, needed: true },
        { kind: 'number', name: 'base', least: 1, most, hint: true },
      ],
    },
    { kind: 'codes', name: 'supports', hint: true },
  ],
};
