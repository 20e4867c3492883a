// What follows from the evidence: findings, recommendations, actions and how far they are, and sentences for the report.
import { z } from 'zod';
import { textSchema } from '../questionnaire.ts';
import { certaintySchema, code, fuzzyDate } from './parts.ts';
import type { RecordForm } from './record-form.ts';

/** Years a cost can be of. */
const firstYear = 2000;
const lastYear = 2100;
/** The largest amount of one line, in euro. */
const mostEuro = 999_999_999;

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

/** Whole euro in one year; a cost that nobody estimated is not there, which is no zero. */
const costSchema = z.strictObject({
  year: z.int().min(firstYear).max(lastYear),
  amount: z.int().min(0).max(mostEuro),
  what: textSchema.optional(),
});

export const decisionRecords = {
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
    /** What it takes beside people: material, a room, a licence. */
    means: textSchema.optional(),
    /** Who it takes, by role: never a name. */
    people: textSchema.optional(),
    /** What it costs, year by year; a year may stand there more than once. */
    costs: z.array(costSchema).optional(),
    /** Means, people and costs may be told outside the team. */
    tellMeans: z.literal(true).optional(),
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

export const actionForm: RecordForm<'action'> = {
  kind: 'action',
  words: 'means.action',
  fields: [
    { kind: 'words', name: 'title', lines: 1, most: 160, needed: true },
    { kind: 'codes', name: 'needs' },
    { kind: 'codes', name: 'partly', hint: true },
    { kind: 'codes', name: 'recommendations' },
    { kind: 'choice', name: 'kind', choices: ['public', 'internal'], needed: true, hint: true },
    { kind: 'words', name: 'owner', lines: 1, most: 120, needed: true, hint: true },
    { kind: 'words', name: 'format', lines: 1, most: 60, hint: true },
    { kind: 'date', name: 'start' },
    { kind: 'words', name: 'means', lines: 3, most: 600, hint: true },
    { kind: 'words', name: 'people', lines: 2, most: 300, hint: true },
    {
      kind: 'rows',
      name: 'costs',
      hint: true,
      most: 20,
      fields: [
        { kind: 'number', name: 'year', least: firstYear, most: lastYear, needed: true },
        { kind: 'number', name: 'amount', least: 0, most: mostEuro, needed: true },
        { kind: 'words', name: 'what', lines: 1, most: 80 },
      ],
    },
    { kind: 'tick', name: 'tellMeans', hint: true },
  ],
};

export const findingForm: RecordForm<'finding'> = {
  kind: 'finding',
  words: 'conclusions.finding',
  fields: [
    { kind: 'words', name: 'text', lines: 2, most: 400, needed: true, hint: true },
    { kind: 'choice', name: 'certainty', choices: certaintySchema.options, needed: true },
    { kind: 'codes', name: 'needs', needed: true },
    { kind: 'words', name: 'explanation', lines: 5, most: 2000, hint: true },
  ],
};

export const recommendationForm: RecordForm<'recommendation'> = {
  kind: 'recommendation',
  words: 'conclusions.recommendation',
  fields: [
    { kind: 'words', name: 'text', lines: 2, most: 400, needed: true, hint: true },
    { kind: 'codes', name: 'findings', needed: true },
    { kind: 'codes', name: 'needs', needed: true },
  ],
};
