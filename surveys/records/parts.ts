// What the records of a project are made of: codes, dates as far as they are known, and how sure or which way something points.
import { z } from 'zod';
import { textSchema } from '../questionnaire.ts';

/** The code of a record, or of what it is about. */
export const code = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);

/** A date that may be known only to the month, quarter or part of a year: `2024-03`, `2023-Q4`, `2024 (begin)`. */
export const fuzzyDate = z.strictObject({ sort: z.iso.date(), label: textSchema });

export const certaintySchema = z.enum(['certain', 'probable', 'possible']);
export const directionSchema = z.enum(['supports', 'contradicts', 'nuance']);
