// Weighing what to do first by criteria of one's own: what counts, how heavily, and the marks needs or actions got.
import { z } from 'zod';
import { textSchema } from '../questionnaire.ts';
import { code } from './parts.ts';
import type { RecordForm } from './record-form.ts';

/** The heaviest a criterion weighs; 0 leaves it out of the sum. */
export const mostWeight = 100;
/** Marks from 1, very little, to this, very much; more is always better. */
export const mostMark = 5;

export const weighingRecords = {
  weighing_criterion: z.strictObject({
    code,
    label: textSchema,
    weight: z.int().min(0).max(mostWeight),
  }),
  /** What one need or action was marked with; a criterion without a mark is not there, which is no zero. */
  weighing_marks: z.strictObject({
    code,
    of: z.enum(['need', 'action']),
    about: code,
    marks: z.record(code, z.int().min(1).max(mostMark)),
  }),
} as const;

export const criterionForm: RecordForm<'weighing_criterion'> = {
  kind: 'weighing_criterion',
  words: 'weighing.criterion',
  fields: [
    { kind: 'words', name: 'label', lines: 1, most: 80, needed: true },
    { kind: 'number', name: 'weight', least: 0, most: mostWeight, needed: true, hint: true },
  ],
};
