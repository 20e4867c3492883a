// What was read for a working paper, and the frame of that paper.
import { z } from 'zod';
import { textSchema } from '../questionnaire.ts';
import { linkSchema } from './materials.ts';
import { code } from './parts.ts';

export const literatureKinds = ['report', 'analysis', 'article', 'project', 'statistics', 'other'] as const;

/** How many are meant, with why it is a range where that is said. */
const range = z
  .strictObject({ from: z.int().min(1), to: z.int().min(1), note: textSchema.optional() })
  .refine(({ from, to }) => from <= to);

/** A task or function as a source tells of it, tied to the role it belongs to. */
const toldTask = z.strictObject({ role: textSchema.optional(), text: textSchema });
const factors = z.array(z.strictObject({ text: textSchema })).default([]);

export const literatureRecords = {
  /** A source: a report, an analysis, a project that was tried. Title and publisher in the languages they have. */
  literature: z.strictObject({
    code,
    title: textSchema,
    publisher: textSchema,
    /** Absent where the source does not say. */
    year: z.int().min(1900).max(2100).optional(),
    kind: z.enum(literatureKinds),
    link: linkSchema.optional(),
    /** What it says, in a few sentences. */
    summary: textSchema.optional(),
    wentWell: z.array(toldTask).default([]),
    wentLessWell: z.array(toldTask).default([]),
    promoting: factors,
    hindering: factors,
  }),
  /** The words around the sources, and how many sources and pages are meant. A project has one. */
  paper: z.strictObject({
    code,
    title: textSchema,
    intro: textSchema.optional(),
    conclusion: textSchema.optional(),
    sources: range.optional(),
    pages: range.optional(),
  }),
} as const;
