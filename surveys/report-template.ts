// What a report says around its figures: titles and texts in our project's words, as data.
import { z } from 'zod';
import { textSchema } from './questionnaire.ts';

export const reportTemplateSchema = z.strictObject({
  format: z.literal('nodenkaart/report/1'),
  /** Short code in the address `/r/<code>`. */
  code: z.string().regex(/^[a-z0-9-]{1,40}$/),
  /** The project's name, and the report's title. */
  project: textSchema,
  title: textSchema,
  /** The problem statement the report opens with, a paragraph each. */
  opening: z.array(textSchema).default([]),
  /** Contact block: a role or service, never a person hard-wired in code. */
  contact: textSchema.optional(),
  /** Shares shown as large facts under the summary: codes of the catalogue's highlights. */
  facts: z.array(z.string()).default([]),
  /** Questions whose chart stands with a need: need code → variable or question codes. */
  charts: z.record(z.string(), z.array(z.string())).default({}),
  /** Extra sentences of the method section, beside the generated ones. */
  method: z.array(textSchema).default([]),
});
export type ReportTemplate = z.infer<typeof reportTemplateSchema>;
