// The plan of a project: who asked for it, and how it means to go.
import { z } from 'zod';
import { textSchema } from '../questionnaire.ts';
import { code } from './parts.ts';
import type { RecordForm } from './record-form.ts';

export const planRecords = {
  /** An organisation that commissions the project, alone or together with others; the order is that of the list. */
  party: z.strictObject({
    code,
    name: textSchema,
    role: textSchema.optional(),
    sector: textSchema.optional(),
  }),
} as const;

export const partyForm: RecordForm<'party'> = {
  kind: 'party',
  words: 'plan.party',
  fields: [
    { kind: 'words', name: 'name', lines: 1, most: 120, needed: true, hint: true },
    { kind: 'words', name: 'role', lines: 1, most: 120, hint: true },
    { kind: 'words', name: 'sector', lines: 1, most: 120 },
  ],
};
