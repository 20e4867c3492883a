// What follows from the evidence: findings, recommendations, actions and how far they are, and sentences for the report.
import { z } from 'zod';
import { textSchema } from '../questionnaire.ts';
import { certaintySchema, code, fuzzyDate } from './parts.ts';

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
