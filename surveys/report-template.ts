// What a report says around its figures: titles and texts in our project's words, as data.
import { z } from 'zod';
import { textSchema } from './questionnaire.ts';

/** Everything a report can be made of, in the usual order. */
export const outlineParts = [
  'summary',
  'facts',
  'opening',
  'shares',
  'order',
  'panel',
  'needs',
  'services',
  'remarks',
  'comparisons',
  'saved',
  'actions',
  'method',
] as const;

/** Parts of a report in their order; a text of the project's own opens a section where it has a heading. */
const outlineSchema = z
  .array(
    z.union([
      z.enum(outlineParts),
      z.strictObject({
        id: z.string().regex(/^own-[a-z0-9-]{1,40}$/),
        heading: textSchema.optional(),
        text: textSchema,
      }),
    ]),
  )
  .min(1);
const needOutlineSchema = z.array(
  z.enum(['text', 'charts', 'score', 'quotes', 'findings', 'recommendations', 'actions']),
);

export const reportTemplateSchema = z.strictObject({
  format: z.literal('nodenkaart/report/1'),
  /** Short code in the address `/r/<code>`. */
  code: z.string().regex(/^[a-z0-9-]{1,40}$/),
  /** The project's name, and the report's title. */
  project: textSchema,
  title: textSchema,
  /** What the instrument is for, said in the gallery of templates. */
  purpose: textSchema.optional(),
  /** The problem statement the report opens with, a paragraph each. */
  opening: z.array(textSchema).default([]),
  /** Contact block: a role or service, never a person hard-wired in code. */
  contact: textSchema.optional(),
  /** Shares shown as large facts under the summary: codes of the catalogue's highlights. */
  facts: z.array(z.string()).default([]),
  /** Questions whose chart stands with a need: need code → variable or question codes. */
  charts: z.record(z.string(), z.array(z.string())).default({}),
  /** The order in which a report begins; without it the usual one. What it leaves out can be added by the team. */
  blocks: outlineSchema.optional(),
  /** What stands under each need, in order; without it the usual. */
  needBlocks: needOutlineSchema.optional(),
  /** Extra sentences of the method section, beside the generated ones. */
  method: z.array(textSchema).default([]),
});
export type ReportTemplate = z.infer<typeof reportTemplateSchema>;
