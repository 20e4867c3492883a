// What the forms of a project's plan ask.
import { bodyRoles, bodyStates, phaseCarriers } from './plan.ts';
import type { RangeField, RecordForm } from './record-form.ts';

export const partyForm: RecordForm<'party'> = {
  kind: 'party',
  words: 'plan.party',
  fields: [
    { kind: 'words', name: 'name', lines: 1, most: 120, needed: true, hint: true },
    { kind: 'words', name: 'role', lines: 1, most: 120, hint: true },
    { kind: 'words', name: 'sector', lines: 1, most: 120 },
  ],
};

export const bodyForm: RecordForm<'body'> = {
  kind: 'body',
  words: 'plan.body',
  fields: [
    { kind: 'words', name: 'name', lines: 1, most: 120, needed: true },
    { kind: 'choice', name: 'role', choices: bodyRoles, needed: true },
    { kind: 'choice', name: 'state', choices: bodyStates, needed: true },
    {
      kind: 'rows',
      name: 'organisations',
      most: 12,
      hint: true,
      fields: [{ kind: 'words', name: 'name', lines: 1, most: 120, needed: true }],
    },
    { kind: 'words', name: 'note', lines: 2, most: 600 },
  ],
};

export const criterionForm: RecordForm<'criterion'> = {
  kind: 'criterion',
  words: 'plan.criterion',
  fields: [
    { kind: 'words', name: 'text', lines: 3, most: 600, needed: true },
    { kind: 'links', name: 'artefacts', hint: true },
  ],
};

/** A phase counts at most this many of one thing. */
const mostOfOne = 99;
const quota = (name: string): RangeField => ({ kind: 'range', name, least: 0, most: mostOfOne });

export const phaseForm: RecordForm<'phase'> = {
  kind: 'phase',
  words: 'plan.phase',
  fields: [
    { kind: 'words', name: 'title', lines: 1, most: 160, needed: true },
    { kind: 'date', name: 'date', needed: true },
    { kind: 'date', name: 'until', needed: true },
    { kind: 'words', name: 'aims', lines: 3, most: 1000 },
    { kind: 'words', name: 'yields', lines: 3, most: 1000, hint: true },
    quota('meetings'),
    quota('talks'),
    quota('workshops'),
    quota('materials'),
    { kind: 'choice', name: 'carriedBy', choices: phaseCarriers, needed: true },
    { kind: 'words', name: 'team', lines: 2, most: 600, hint: true },
  ],
};

export const workMeetingForm: RecordForm<'work_meeting'> = {
  kind: 'work_meeting',
  words: 'plan.meeting',
  fields: [
    { kind: 'words', name: 'title', lines: 1, most: 160, needed: true },
    { kind: 'date', name: 'date', needed: true },
    { kind: 'choice', name: 'mode', choices: ['inPerson', 'online'], needed: true },
    { kind: 'words', name: 'note', lines: 3, most: 2000 },
  ],
};

export const strandForm: RecordForm<'strand'> = {
  kind: 'strand',
  words: 'plan.strand',
  fields: [
    { kind: 'words', name: 'name', lines: 1, most: 120, needed: true },
    { kind: 'words', name: 'about', lines: 2, most: 600 },
    { kind: 'codes', name: 'needs' },
    { kind: 'codes', name: 'actions' },
  ],
};
