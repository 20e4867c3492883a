// How people learn from each other in a project: the groups they work in, what is on and when, and what a year is about.
import { z } from 'zod';
import { textSchema } from '../questionnaire.ts';
import { code, fuzzyDate } from './parts.ts';
import type { RecordForm } from './record-form.ts';

const eventTypes = [
  'workshop',
  'themeMeeting',
  'webinar',
  'networkDay',
  'peerVisit',
  'training',
  'other',
] as const;

export const sharingRecords = {
  /** A standing group of people from several libraries. */
  working_group: z.strictObject({
    code,
    name: textSchema,
    about: textSchema.optional(),
    /** How often it meets. */
    meets: textSchema.optional(),
    address: z.string().optional(),
  }),
  /** A list that a source announces. Where it is not there, it is kept as missing and nothing is made up in its place. */
  announced_list: z.strictObject({
    code,
    of: z.literal('working_group'),
    /** What the source says it will list. */
    lead: textSchema,
    source: textSchema.optional(),
  }),
  /** What comes first in a year. */
  year_priority: z.strictObject({
    code,
    year: z.int().min(2000).max(2100),
    title: textSchema,
    note: textSchema.optional(),
  }),
  /** Something people can go to. */
  event: z.strictObject({
    code,
    title: textSchema,
    type: z.enum(eventTypes),
    date: fuzzyDate,
    where: textSchema.optional(),
    /** It comes back every year. */
    yearly: z.boolean().optional(),
    /** Codes of the working groups that hold it. */
    groups: z.array(code).default([]),
    /** Variables of the survey that ask who knows it and who went. */
    asked: z.array(z.string()).default([]),
  }),
} as const;

export const workingGroupForm: RecordForm<'working_group'> = {
  kind: 'working_group',
  words: 'sharing.group',
  fields: [
    { kind: 'words', name: 'name', lines: 1, most: 120, needed: true },
    { kind: 'words', name: 'about', lines: 3, most: 600 },
    { kind: 'words', name: 'meets', lines: 1, most: 120, hint: true },
    { kind: 'address', name: 'address', hint: true },
  ],
};

export const yearPriorityForm: RecordForm<'year_priority'> = {
  kind: 'year_priority',
  words: 'sharing.priority',
  fields: [
    { kind: 'number', name: 'year', least: 2000, most: 2100, needed: true },
    { kind: 'words', name: 'title', lines: 1, most: 120, needed: true, hint: true },
    { kind: 'words', name: 'note', lines: 3, most: 600 },
  ],
};

export const eventForm: RecordForm<'event'> = {
  kind: 'event',
  words: 'sharing.event',
  fields: [
    { kind: 'words', name: 'title', lines: 1, most: 120, needed: true },
    { kind: 'choice', name: 'type', choices: eventTypes, needed: true },
    { kind: 'date', name: 'date', needed: true },
    { kind: 'words', name: 'where', lines: 1, most: 120, hint: true },
    { kind: 'tick', name: 'yearly', hint: true },
    { kind: 'codes', name: 'groups' },
    { kind: 'codes', name: 'asked', hint: true },
  ],
};
