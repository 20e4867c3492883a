// The other things a project keeps beside answers: interviews, meetings, desk figures, studies, findings,
// recommendations, actions and quotes. Values with one schema per kind; stored and shown as they are.
import { z } from 'zod';
import { talkModes } from './guides/guide.ts';
import { evidenceKindSchema } from './needs-catalogue.ts';
import { textSchema } from './questionnaire.ts';

const code = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);
/** A date that may be known only to the month, quarter or part of a year: `2024-03`, `2023-Q4`, `2024 (begin)`. */
const fuzzyDate = z.strictObject({ sort: z.iso.date(), label: textSchema });

const actionState = z.enum(['idea', 'planned', 'busy', 'done', 'stopped']);
/** One time an action was brought up to date: what it became, and the reason as it was given then. */
const actionChange = z.strictObject({
  at: z.iso.datetime(),
  /** The state before; null where it stayed the same. */
  was: actionState.nullable(),
  state: actionState,
  /** What else was changed. */
  also: z.array(z.enum(['owner', 'start', 'reason'])),
  reason: textSchema.optional(),
});

export const certaintySchema = z.enum(['certain', 'probable', 'possible']);
export const directionSchema = z.enum(['supports', 'contradicts', 'nuance']);

/** Something said in a talk, kept as it was said. */
const excerptSchema = z.strictObject({
  /** The need it is about, if it is about one. */
  need: code.optional(),
  text: textSchema,
  direction: directionSchema.optional(),
  /** Who said it: a role, never a name. */
  role: textSchema.optional(),
  /** The block of the guide it was said in. */
  block: code.optional(),
  certainty: certaintySchema.optional(),
});

/** A talk held with the guide of the project. */
const talkSchema = z.strictObject({
  mode: z.enum(talkModes),
  /** Who took part: a code of the guide. */
  participants: code,
  /** Null where nobody counted. */
  people: z.int().min(1).nullable(),
  /** Why this library was chosen. */
  selection: textSchema,
  /** What the people in it said yes to, each asked apart. */
  consent: z.strictObject({ notes: z.literal(true), audio: z.boolean(), name: z.boolean() }),
  notes: z.array(z.strictObject({ block: code, text: textSchema })),
  /** What to come back to. */
  followUp: textSchema.optional(),
});

const recordSchemas = {
  /** A short talk with a library: per need recognised or not, and which solutions would work. */
  interview: z.strictObject({
    code,
    /** Who, without a name: "kleine bib, Limburg". */
    participant: textSchema,
    date: fuzzyDate,
    needs: z.record(code, z.enum(['recognised', 'notRecognised', 'notAsked'])),
    solutions: z
      .array(
        z.strictObject({
          need: code,
          solution: textSchema,
          works: z.enum(['yes', 'if', 'no']),
          note: textSchema.optional(),
        }),
      )
      .default([]),
    excerpts: z.array(excerptSchema).default([]),
    /** How a talk with the guide was held, with its notes. */
    talk: talkSchema.optional(),
  }),
  meeting: z.strictObject({
    code,
    date: fuzzyDate,
    mode: z.enum(['online', 'inPerson']),
    title: textSchema,
    note: textSchema.optional(),
    /** For the members: what will be spoken of, and the place or the link. */
    agenda: textSchema.optional(),
    where: textSchema.optional(),
  }),
  /** A workshop on what was found: what holds, what needs nuance and what is missing, what is needed, and ideas for products. */
  workshop: z.strictObject({
    code,
    title: textSchema,
    date: fuzzyDate,
    /** How many took part, and how many said each thing of a statement: null where nobody counted. */
    people: z.int().min(0).nullable(),
    /** In how many half days. */
    parts: z.int().min(1).max(4),
    statements: z.array(
      z.strictObject({
        text: textSchema,
        holds: z.int().min(0).nullable(),
        nuance: z.int().min(0).nullable(),
        missing: z.int().min(0).nullable(),
        /** What it takes: an action, by whom, by when. */
        needed: textSchema.optional(),
      }),
    ),
    /** Marks from 1, very little, to 5, very much; null where it was not marked. */
    ideas: z.array(
      z.strictObject({
        text: textSchema,
        use: z.int().min(1).max(5).nullable(),
        effort: z.int().min(1).max(5).nullable(),
      }),
    ),
  }),
  /** A moment of the project; with `until` a period of it, such as the weeks a survey was out. */
  milestone: z.strictObject({ code, date: fuzzyDate, until: fuzzyDate.optional(), title: textSchema }),
  /** Tickets per category over a period, from the desk's own system. */
  desk_figure: z.strictObject({
    code,
    category: code,
    label: textSchema,
    period: textSchema,
    tickets: z.int().min(0),
    /** Median handling time in hours. */
    hours: z.number().min(0).nullable(),
  }),
  /** A study or other document with its measured figures. */
  study: z.strictObject({
    code,
    kind: evidenceKindSchema,
    title: textSchema,
    date: fuzzyDate,
    metrics: z
      .array(
        z.strictObject({
          label: textSchema,
          count: z.int().min(0),
          base: z.int().min(1),
          needs: z.array(code),
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
  finding: z.strictObject({
    code,
    needs: z.array(code).min(1),
    text: textSchema,
    certainty: certaintySchema,
    explanation: textSchema.optional(),
  }),
  recommendation: z.strictObject({
    code,
    findings: z.array(code).min(1),
    needs: z.array(code).min(1),
    text: textSchema,
  }),
  action: z.strictObject({
    code,
    title: textSchema,
    needs: z.array(code),
    recommendations: z.array(code),
    kind: z.enum(['public', 'internal']),
    owner: textSchema,
    format: textSchema.optional(),
    start: fuzzyDate.optional(),
    state: actionState,
    /** Needs this action answers only in part. */
    partly: z.array(code).default([]),
    /** Why it stands where it stands, such as why it was stopped. */
    reason: textSchema.optional(),
    /** The oldest first; none while it is as it was written down. */
    history: z.array(actionChange).optional(),
  }),
  /** Why nothing is done about a need; its code is the need's. */
  no_action: z.strictObject({ code, reason: textSchema, at: z.iso.datetime() }),
  /** A sentence that may stand in the report; only released ones ever do. */
  quote: z.strictObject({
    code,
    needs: z.array(code).min(1),
    text: textSchema,
    source: textSchema,
    released: z.boolean(),
  }),
} as const;

export type ActionState = z.infer<typeof actionState>;
export const actionStates: readonly ActionState[] = actionState.options;
export type ActionChange = z.infer<typeof actionChange>;

export type RecordKind = keyof typeof recordSchemas;
export type ProjectRecord<K extends RecordKind> = z.infer<(typeof recordSchemas)[K]>;
export const recordKinds = Object.keys(recordSchemas) as readonly RecordKind[];

/** All records of a project by kind, each list in its own order. */
export type ProjectRecords = { readonly [K in RecordKind]: readonly ProjectRecord<K>[] };

/** The records file of a project: a list per kind; a kind left out has none. */
export const projectRecordsSchema = z.strictObject({
  interview: z.array(recordSchemas.interview).default([]),
  meeting: z.array(recordSchemas.meeting).default([]),
  workshop: z.array(recordSchemas.workshop).default([]),
  milestone: z.array(recordSchemas.milestone).default([]),
  desk_figure: z.array(recordSchemas.desk_figure).default([]),
  study: z.array(recordSchemas.study).default([]),
  evidence: z.array(recordSchemas.evidence).default([]),
  finding: z.array(recordSchemas.finding).default([]),
  recommendation: z.array(recordSchemas.recommendation).default([]),
  action: z.array(recordSchemas.action).default([]),
  no_action: z.array(recordSchemas.no_action).default([]),
  quote: z.array(recordSchemas.quote).default([]),
});
