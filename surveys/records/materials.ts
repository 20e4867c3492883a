// What a project makes for others to work with: films, slides, exercises and cards, kits that bring them together for one
// day, and courses. Also what people outside say of it, and how it was passed on.
import { z } from 'zod';
import { textSchema } from '../questionnaire.ts';
import { code, fuzzyDate } from './parts.ts';

/** An address people can follow: a page, never a script or a file of the machine they read on. */
export const linkSchema = z.url({ protocol: /^https?$/ }).max(500);

export const materialTypes = [
  'film',
  'slides',
  'socialMedia',
  'exercise',
  'conversationCard',
  'other',
] as const;
export const productStates = ['idea', 'making', 'ready'] as const;
export const frequencies = ['once', 'yearly', 'twiceAYear', 'regularly', 'onRequest'] as const;
export const channels = ['site', 'newsletter', 'journal', 'network', 'meeting', 'socialMedia'] as const;
export const stages = ['gathered', 'passedOn'] as const;

/** An answer as `survey:question:option`; the row of a grid is named as its variable is, `B1.wise`. */
const answerName = z.string().regex(/^[A-Za-z0-9_-]{1,40}:[A-Za-z0-9_.-]{1,80}:[A-Za-z0-9_-]{1,40}$/);
/** Codes of other things of the project. */
const codes = z.array(code).default([]);
/** Products, each by its kind and code. */
const products = z.array(z.strictObject({ kind: z.enum(['material', 'kit', 'course']), code })).default([]);

const product = {
  code,
  title: textSchema,
  state: z.enum(productStates),
  summary: textSchema.optional(),
  /** For whom it is. */
  audience: textSchema.optional(),
  link: linkSchema.optional(),
  /** What it answers. */
  needs: codes,
  competences: z.array(z.strictObject({ text: textSchema })).default([]),
  recommendations: codes,
  /** It is suggested to who gave one of these answers to one question. */
  offeredTo: z.array(answerName).default([]),
  /** The surveys that ask who tried it out. */
  trials: codes,
  /** Listed for everybody once it is ready. */
  public: z.boolean().default(false),
} as const;

export const materialRecords = {
  material: z.strictObject({ ...product, type: z.enum(materialTypes) }),
  /** What a team needs to hold one day: an agenda, a line per part, and other materials of the project. */
  kit: z.strictObject({
    ...product,
    agenda: textSchema.optional(),
    slides: codes,
    exercise: codes,
    film: codes,
    /** What else goes with it. */
    others: codes,
  }),
  course: z.strictObject({
    ...product,
    /** The bodies it belongs to. */
    owners: z.array(z.strictObject({ name: textSchema })).default([]),
    /** Who gives it. */
    provider: textSchema.optional(),
    firstYear: z.int().min(1900).max(2100).optional(),
    frequency: z.enum(frequencies).optional(),
    /** Days spent along with colleagues elsewhere; 0 is none, absent is not known. */
    shadowDays: z.int().min(0).max(99).optional(),
    /** It began as a trial among the owners themselves. */
    pilot: z.boolean().default(false),
    /** Only for the owners' own staff. */
    internal: z.boolean().default(false),
  }),
  /** What a party outside the project said of it, and what was done with that. */
  review: z.strictObject({
    code,
    organisation: textSchema,
    date: fuzzyDate,
    /** What it is about; none is the project as a whole. */
    products,
    feedback: textSchema,
    /** Absent while nothing was done with it yet. */
    done: textSchema.optional(),
  }),
  /** Knowledge that was brought up to date, or passed on. */
  dissemination: z.strictObject({
    code,
    stage: z.enum(stages),
    channel: z.enum(channels),
    date: fuzzyDate,
    what: textSchema,
    audience: textSchema,
    products,
    link: linkSchema.optional(),
  }),
} as const;
