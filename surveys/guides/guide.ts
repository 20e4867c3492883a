// The guide of a group talk: blocks in an order, each with its minutes, what it is about and what to ask. Data of a template.
import { z } from 'zod';
import { textSchema } from '../questionnaire.ts';

const code = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);

export const talkModes = ['visit', 'telephone'] as const;
export type TalkMode = (typeof talkModes)[number];

/** What a block brings up; a block that opens or closes the talk brings up nothing. */
export const talkSubjects = [
  'tasks',
  'roles',
  'competences',
  'coreTask',
  'promoting',
  'hindering',
  'initiatives',
] as const;

const blockSchema = z.strictObject({
  code,
  title: textSchema,
  about: z.array(z.enum(talkSubjects)).default([]),
  /** Of the talk on a visit, and of the short one by telephone. */
  minutes: z.strictObject({ visit: z.int().min(1), telephone: z.int().min(1) }),
  /** What the interviewer says or asks, in order. */
  prompts: z.array(textSchema).min(1),
});

export const guideSchema = z
  .strictObject({
    format: z.literal('nodenkaart/guide/1'),
    title: textSchema,
    intro: textSchema,
    /** How many people sit together on a visit. */
    people: z.strictObject({ from: z.int().min(1), to: z.int().min(1) }),
    /** How many talks are meant. */
    talks: z.strictObject({ from: z.int().min(1), to: z.int().min(1) }),
    /** Who takes part in one talk. */
    participants: z.array(z.strictObject({ code, label: textSchema })).min(1),
    blocks: z.array(blockSchema).min(1),
    /** How a workshop on what was found goes: what it is held for, block by block, and the boards statements stand on. */
    workshop: z
      .strictObject({
        agenda: z.array(z.strictObject({ code, title: textSchema, prompt: textSchema })).min(1),
        boards: z.array(z.strictObject({ code, title: textSchema })).min(1),
        /** The board of ideas for products, beside the others. */
        products: textSchema,
      })
      .optional(),
  })
  .check(({ value, issues }) => {
    const lists = [
      [['participants'], value.participants],
      [['blocks'], value.blocks],
      [['workshop', 'agenda'], value.workshop?.agenda ?? []],
      [['workshop', 'boards'], value.workshop?.boards ?? []],
    ] as const;
    for (const [path, list] of lists) {
      const codes = list.map((each) => each.code);
      codes.forEach((each, place) => {
        if (codes.indexOf(each) === place) return;
        issues.push({ code: 'custom', input: each, path: [...path, place, 'code'], message: 'twice' });
      });
    }
  });
export type Guide = z.infer<typeof guideSchema>;

/** The part of a guide that is about workshops. */
export type WorkshopGuide = NonNullable<Guide['workshop']>;

/** How long the whole talk takes, in minutes. */
export function minutesOf(guide: Guide, mode: TalkMode): number {
  return guide.blocks.reduce((sum, { minutes }) => sum + minutes[mode], 0);
}
