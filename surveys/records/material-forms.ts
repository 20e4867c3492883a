// The forms of what a project makes, of how it was passed on, of what was read and of how the parties look back.
import { evaluationQuestions } from './evaluation.ts';
import { literatureKinds } from './literature.ts';
import { channels, frequencies, materialTypes, productStates, stages } from './materials.ts';
import type { RecordField, RecordForm } from './record-form.ts';

const line = { kind: 'words', lines: 1, most: 160 } as const;
const box = { kind: 'words', lines: 4, most: 1500 } as const;

/** What is asked of every product, before and after what is its own. */
const begins: readonly RecordField[] = [
  { ...line, name: 'title', needed: true },
  { kind: 'choice', name: 'state', choices: productStates, needed: true },
  { ...box, name: 'summary' },
  { ...line, name: 'audience', hint: true },
  { kind: 'address', name: 'link', hint: true },
];
const ends: readonly RecordField[] = [
  { kind: 'codes', name: 'needs' },
  { kind: 'rows', name: 'competences', fields: [{ ...line, name: 'text', needed: true }], most: 20 },
  { kind: 'codes', name: 'recommendations' },
  { kind: 'codes', name: 'offeredTo', hint: true },
  { kind: 'codes', name: 'trials', hint: true },
  { kind: 'tick', name: 'public', hint: true },
];
const labels = 'materials.product';

export const materialForm: RecordForm<'material'> = {
  kind: 'material',
  words: 'materials.form.material',
  labels,
  fields: [{ kind: 'choice', name: 'type', choices: materialTypes, needed: true }, ...begins, ...ends],
};

export const kitForm: RecordForm<'kit'> = {
  kind: 'kit',
  words: 'materials.form.kit',
  labels,
  fields: [
    ...begins,
    { kind: 'words', name: 'agenda', lines: 8, most: 3000, hint: true },
    { kind: 'codes', name: 'slides' },
    { kind: 'codes', name: 'exercise' },
    { kind: 'codes', name: 'film' },
    { kind: 'codes', name: 'others' },
    ...ends,
  ],
};

export const courseForm: RecordForm<'course'> = {
  kind: 'course',
  words: 'materials.form.course',
  labels,
  fields: [
    ...begins,
    { kind: 'rows', name: 'owners', fields: [{ ...line, name: 'name', needed: true }], most: 20 },
    { ...line, name: 'provider' },
    { kind: 'number', name: 'firstYear', least: 1900, most: 2100 },
    { kind: 'choice', name: 'frequency', choices: frequencies },
    { kind: 'number', name: 'shadowDays', least: 0, most: 99, hint: true },
    { kind: 'tick', name: 'pilot' },
    { kind: 'tick', name: 'internal' },
    ...ends,
  ],
};

export const disseminationForm: RecordForm<'dissemination'> = {
  kind: 'dissemination',
  words: 'materials.form.dissemination',
  fields: [
    { kind: 'choice', name: 'stage', choices: stages, needed: true },
    { ...line, name: 'what', needed: true, hint: true },
    { kind: 'choice', name: 'channel', choices: channels, needed: true },
    { kind: 'date', name: 'date', needed: true },
    { ...line, name: 'audience', needed: true, hint: true },
    { kind: 'links', name: 'products' },
    { kind: 'address', name: 'link' },
  ],
};

export const reviewForm: RecordForm<'review'> = {
  kind: 'review',
  words: 'materials.form.review',
  fields: [
    { ...line, name: 'organisation', needed: true, hint: true },
    { kind: 'date', name: 'date', needed: true },
    { kind: 'links', name: 'products', hint: true },
    { ...box, name: 'feedback', needed: true },
    { ...box, name: 'done', hint: true },
  ],
};

const toldTasks: readonly { readonly name: 'wentWell' | 'wentLessWell' }[] = [
  { name: 'wentWell' },
  { name: 'wentLessWell' },
];
const factors: readonly { readonly name: 'promoting' | 'hindering' }[] = [
  { name: 'promoting' },
  { name: 'hindering' },
];

export const literatureForm: RecordForm<'literature'> = {
  kind: 'literature',
  words: 'materials.form.literature',
  fields: [
    { kind: 'words', lines: 1, most: 300, name: 'title', needed: true, hint: true },
    { ...line, name: 'publisher', needed: true },
    { kind: 'number', name: 'year', least: 1900, most: 2100 },
    { kind: 'choice', name: 'kind', choices: literatureKinds, needed: true },
    { kind: 'address', name: 'link' },
    { kind: 'words', lines: 8, most: 6000, name: 'summary', hint: true },
    ...toldTasks.map(({ name }) => ({
      kind: 'rows' as const,
      name,
      fields: [
        { ...line, name: 'role' },
        { ...line, most: 300, name: 'text', needed: true as const },
      ],
      most: 30,
    })),
    ...factors.map(({ name }) => ({
      kind: 'rows' as const,
      name,
      fields: [{ ...line, most: 300, name: 'text', needed: true as const }],
      most: 30,
    })),
  ],
};

export const paperForm: RecordForm<'paper'> = {
  kind: 'paper',
  words: 'materials.form.paper',
  fields: [
    { ...line, name: 'title', needed: true },
    { kind: 'words', lines: 8, most: 12000, name: 'intro', hint: true },
    { kind: 'words', lines: 8, most: 12000, name: 'conclusion', hint: true },
    { kind: 'range', name: 'sources', least: 1, most: 999 },
    { kind: 'range', name: 'pages', least: 1, most: 999 },
  ],
};

export const evaluationForm: RecordForm<'evaluation'> = {
  kind: 'evaluation',
  words: 'materials.form.evaluation',
  fields: [
    { kind: 'codes', name: 'party', needed: true, hint: true },
    { kind: 'date', name: 'date', needed: true },
    { ...line, name: 'signedBy', needed: true, hint: true },
    ...evaluationQuestions.map((name) => ({ kind: 'words' as const, lines: 5, most: 3000, name })),
  ],
};
