// The plan of a project: who asked for it, who carries it, in which phases it goes, when it has succeeded, and its strands.
import { z } from 'zod';
import { textSchema } from '../questionnaire.ts';
import { literatureRecords } from './literature.ts';
import { code, fuzzyDate } from './parts.ts';

/** How many of something a phase means to have: from `from` to `to`, with a note where a source says it in two ways. */
const quota = z
  .strictObject({ from: z.int().min(0), to: z.int().min(0), note: textSchema.optional() })
  .refine(({ from, to }) => from <= to, 'check.rangeTurned');
export type Quota = z.infer<typeof quota>;

export const bodyRoles = ['leads', 'staff', 'steering', 'followUp', 'other'] as const;
export const bodyStates = ['stands', 'toConsider'] as const;
/** Who carries a phase: a team of the project, or the services by themselves once the team has stopped. */
export const phaseCarriers = ['team', 'services'] as const;

/** What can show that a criterion is met, by its kind and code: `survey` and `report` are those of the project. */
export const artefactKinds = [
  'survey',
  'report',
  'interview',
  'workshop',
  'work_meeting',
  'material',
  'kit',
  'course',
  'paper',
  'dissemination',
  'study',
  'finding',
  'recommendation',
] as const;
const artefact = z.strictObject({ kind: z.enum(artefactKinds), code });
export type Artefact = z.infer<typeof artefact>;

export const planRecords = {
  /** An organisation that commissions the project, alone or together with others; the order is that of the list. */
  party: z.strictObject({
    code,
    name: textSchema,
    role: textSchema.optional(),
    sector: textSchema.optional(),
  }),
  /** A group in the organisation of the project: organisations and roles, never names of persons. */
  body: z.strictObject({
    code,
    name: textSchema,
    role: z.enum(bodyRoles),
    /** Whether it is there, or something the project still weighs. */
    state: z.enum(bodyStates),
    organisations: z.array(z.strictObject({ name: textSchema })).default([]),
    note: textSchema.optional(),
  }),
  /** When the project has succeeded; met only where an artefact shows it. */
  criterion: z.strictObject({ code, text: textSchema, artefacts: z.array(artefact).default([]) }),
  /** A period of the project with what it is for, and how many meetings, talks, workshops and materials it means to have. */
  phase: z
    .strictObject({
      code,
      title: textSchema,
      date: fuzzyDate,
      until: fuzzyDate,
      aims: textSchema.optional(),
      /** What must be there at its end. */
      yields: textSchema.optional(),
      meetings: quota.optional(),
      talks: quota.optional(),
      workshops: quota.optional(),
      materials: quota.optional(),
      carriedBy: z.enum(phaseCarriers),
      /** Who is in the team, or who coordinates where there is none: roles, never names. */
      team: textSchema.optional(),
    })
    .refine(({ date, until }) => date.sort <= until.sort, {
      message: 'check.endsBeforeStart',
      path: ['until', 'day'],
    }),
  /** A meeting of those who do the work; those of the sounding board are `meeting`. */
  work_meeting: z.strictObject({
    code,
    date: fuzzyDate,
    mode: z.enum(['online', 'inPerson']),
    title: textSchema,
    note: textSchema.optional(),
  }),
  /** A line of the project beside others, with the needs and actions that stand in it. */
  strand: z.strictObject({
    code,
    name: textSchema,
    about: textSchema.optional(),
    needs: z.array(code).default([]),
    actions: z.array(code).default([]),
  }),
} as const;

/** `plan.json` of a template: what its projects begin with, a list per kind. */
export const planSchema = z.strictObject({
  format: z.literal('nodenkaart/plan/1'),
  party: z.array(planRecords.party).default([]),
  body: z.array(planRecords.body).default([]),
  criterion: z.array(planRecords.criterion).default([]),
  phase: z.array(planRecords.phase).default([]),
  strand: z.array(planRecords.strand).default([]),
  /** The frame of a working paper: how many sources and pages are meant. */
  paper: z.array(literatureRecords.paper).default([]),
});
export type Plan = z.infer<typeof planSchema>;
