// The demonstration fixture of a template: a register and everything a project would have gathered, as data.
import { z } from 'zod';
import { valences } from './coding/valence.ts';
import { generatedAnswersSchema } from './generated-answers.ts';
import { projectRecordsSchema } from './project-records.ts';
import { textSchema } from './questionnaire.ts';

const code = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);

/** A library of the register: its facts are the dated population of the survey. */
export const librarySchema = z.strictObject({
  code,
  name: z.string().min(1),
  province: z.string().min(1),
  sizeClass: z.string().min(1),
});
export const registerSchema = z.strictObject({
  date: z.iso.date(),
  libraries: z.array(librarySchema),
});

/** One respondent as raw fields page by page would give them: variable → code or words. */
const demonstrationResponseSchema = z.strictObject({
  library: code.nullable(),
  date: z.iso.date(),
  answers: z.record(z.string(), z.string()),
});

/** A coded fragment of an open answer: which response (its place in the list), question, words and codes. */
const demonstrationRemarkSchema = z.strictObject({
  response: z.int().min(0),
  question: z.string(),
  text: z.string().min(1),
  services: z.array(code).min(1),
  themes: z.array(code).min(1),
  valence: z.enum(valences),
});

const ballotSchema = z.strictObject({
  /** Ordered tiers of need codes, best first; needs inside a tier are equal. One list per parent (`top` for the top level). */
  lists: z.record(
    z.string(),
    z.strictObject({ tiers: z.array(z.array(code)), noOpinion: z.array(code).default([]) }),
  ),
});

export const demonstrationSchema = z.strictObject({
  format: z.literal('nodenkaart/demonstration/1'),
  register: registerSchema,
  surveys: z.record(
    code,
    z.strictObject({
      responses: z.array(demonstrationResponseSchema).default([]),
      /** Respondents made by chance, after the others. */
      generated: generatedAnswersSchema.optional(),
      /** An earlier wave of this survey of the template: the same questionnaire, asked before. */
      earlierWaveOf: z.strictObject({ survey: code, title: textSchema }).optional(),
      remarks: z.array(demonstrationRemarkSchema).default([]),
    }),
  ),
  panel: z.strictObject({
    /** Fictional members: role and library only. */
    members: z.array(z.strictObject({ code, library: z.string(), role: z.string(), ballot: ballotSchema })),
    /** Round 1 as closed on this day; round 2 is open until the second. */
    closedOn: z.iso.date(),
    openUntil: z.iso.date(),
  }),
  records: projectRecordsSchema,
});
export type Demonstration = z.infer<typeof demonstrationSchema>;
export type Library = z.infer<typeof librarySchema>;
export type StoredBallot = z.infer<typeof ballotSchema>;
