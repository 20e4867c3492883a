// How the parties that commissioned a project look back on it. Each party answers once, under its own name: these are signed
// words of a few organisations, no answers of persons, so each is a record and not a response with figures about it.
import { z } from 'zod';
import { textSchema } from '../questionnaire.ts';
import { code, fuzzyDate } from './parts.ts';

/** What every party is asked. */
export const evaluationQuestions = ['reached', 'usable', 'together', 'nextTime'] as const;

export const evaluationRecords = {
  evaluation: z.strictObject({
    code,
    /** The party of the project that answers: one. */
    party: z.array(code).min(1),
    date: fuzzyDate,
    /** Who signed for it: a role. */
    signedBy: textSchema,
    reached: textSchema.optional(),
    usable: textSchema.optional(),
    together: textSchema.optional(),
    nextTime: textSchema.optional(),
  }),
} as const;
