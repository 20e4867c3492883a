// The form of a question: which blocks each type has, in which order.

import type { Question, Questionnaire } from '../questionnaire.ts';
import type { Block, FormSection } from './blocks.ts';
import { conditionBlock, type Readable } from './condition-view.ts';
import { type FormState, FormViewer } from './form-viewer.ts';
import { gridBlocks } from './grid-blocks.ts';
import {
  listChoices,
  type OptionDetail,
  optionItems,
  ownChoice,
  paragraphsBlock,
  scaleChoices,
} from './option-blocks.ts';
import { own } from './option-form.ts';
import { withReasons } from './question-form.ts';

/** Types that may become each other, because their fields are alike. */
const families: readonly (readonly Question['type'][])[] = [
  ['single', 'multiple', 'pick', 'rank', 'points'],
  ['scale', 'slider', 'number'],
];

const settingsOf: Readonly<Record<Question['type'], (viewer: FormViewer) => readonly Block[]>> = {
  consent: () => [],
  register: () => [],
  single: () => [],
  multiple: (viewer) => [viewer.number('min', 'minTicks'), viewer.number('max', 'maxTicks')],
  grid: () => [],
  rank: (viewer) => [viewer.number('top', 'top', 'top')],
  pick: (viewer) => [viewer.number('count', 'count', 'count')],
  points: (viewer) => [viewer.number('total', 'total', 'total')],
  scale: (viewer) => [
    viewer.keyed('from', 'from', ['0', '1']),
    viewer.number('to', 'to', 'to'),
    viewer.words('low', 'low'),
    viewer.words('high', 'high'),
  ],
  slider: (viewer) => [
    viewer.number('min', 'min'),
    viewer.number('max', 'max'),
    viewer.number('step', 'step', 'step'),
    viewer.words('low', 'low'),
    viewer.words('high', 'high'),
    viewer.words('unit', 'unit', { hint: 'unit' }),
  ],
  number: (viewer) => [
    viewer.number('min', 'min', 'open'),
    viewer.number('max', 'max', 'open'),
    viewer.number('decimals', 'decimals'),
    viewer.words('unit', 'unit', { hint: 'unit' }),
  ],
  date: (viewer) => [
    viewer.keyed('precision', 'precision', ['day', 'month', 'year']),
    viewer.tick('period', 'period', 'period'),
    viewer.line('earliest', 'earliest', 'date'),
    viewer.line('latest', 'latest', 'date'),
  ],
  text: (viewer) => [
    viewer.number('maxLength', 'maxLength', 'maxLength'),
    viewer.tick('nameNobody', 'nameNobody', 'nameNobody'),
  ],
  section: () => [],
};

const detailsOf: Readonly<Partial<Record<Question['type'], readonly OptionDetail[]>>> = {
  single: ['note', 'text', 'missing', 'value', 'showIf'],
  multiple: ['note', 'text', 'exclusive', 'showIf'],
  rank: ['note', 'showIf'],
  pick: ['note', 'exclusive', 'text', 'showIf'],
  points: ['note', 'showIf'],
};

export interface QuestionFormInput extends FormState {
  readonly questionnaire: Questionnaire;
  readonly readable: Readable;
}

/** The sections of a question's form. */
export function questionSections(input: QuestionFormInput): readonly FormSection[] {
  const { readable } = input;
  const viewer = new FormViewer(input);
  const type = viewer.value('type') as Question['type'];
  const answers = answerBlocks(viewer, type, input);
  const settings: Block[] = [...settingsOf[type](viewer)];
  if (type !== 'section' && type !== 'consent') {
    settings.unshift(viewer.keyed('required', 'required', ['no', 'soft', 'yes'], 'required'));
  }
  if (shuffling.has(type)) settings.push(viewer.tick('shuffle', 'shuffle', 'shuffle'));
  const family = families.find((types) => types.includes(type));
  return [
    {
      ...section('question'),
      blocks: [
        ...(family ? [] : [{ kind: 'hidden' as const, name: 'type', value: type }]),
        ...(type === 'section' || type === 'consent'
          ? [{ kind: 'hidden' as const, name: 'required', value: viewer.value('required') }]
          : []),
        viewer.words('label', type === 'section' ? 'heading' : 'question', { big: true, lines: 2 }),
        viewer.words('help', 'help', { hint: 'help', lines: 2 }),
      ],
    },
    ...(answers.length > 0 ? [{ ...section(type === 'grid' ? 'grid' : 'answers'), blocks: answers }] : []),
    ...(settings.length > 0 ? [{ ...section('settings'), blocks: settings }] : []),
    ...(withReasons.has(type) ? [reasonSection(viewer)] : []),
    {
      ...section('showIf', viewer.isWrong('showIf') || viewer.has('showIf')),
      blocks: [conditionBlock(viewer, 'showIf', readable, 'showIf')],
    },
    {
      ...section('more', viewer.isWrong('code')),
      blocks: [
        ...(family ? [viewer.keyed('type', 'type', family, 'type')] : []),
        viewer.line('code', 'code', 'code'),
      ],
    },
  ];
}

const shuffling: ReadonlySet<string> = new Set(['single', 'multiple', 'rank', 'pick', 'points', 'grid']);

/** A section by its name; `open` makes it one that folds. */
export function section(name: string, open?: boolean): Omit<FormSection, 'blocks'> {
  return { name, title: `editor.section.${name}`, folds: open !== undefined, open: open ?? true };
}

function answerBlocks(
  viewer: FormViewer,
  type: Question['type'],
  input: QuestionFormInput,
): readonly Block[] {
  const details = detailsOf[type];
  if (details) return choiceBlocks(viewer, details, input);
  if (type === 'grid') return gridBlocks(viewer, input.questionnaire, input.readable);
  if (type === 'consent') return [viewer.words('statement', 'statement', { lines: 2, hint: 'statement' })];
  if (type === 'register') return [viewer.words('decline', 'decline', { hint: 'decline' })];
  if (type === 'section') return [paragraphsBlock(viewer, 'paragraphs', 'paragraphs')];
  return [];
}

function choiceBlocks(
  viewer: FormViewer,
  details: readonly OptionDetail[],
  { questionnaire, readable }: QuestionFormInput,
): readonly Block[] {
  const sources = [...listChoices(questionnaire), ...scaleChoices(questionnaire, 'scale:')];
  const from = viewer.choice('options.from', 'optionsFrom', [ownChoice, ...sources], 'optionsFrom');
  return [
    ...(viewer.value('options.from') === own || viewer.value('options.from') === ''
      ? [optionItems(viewer, 'options', 'options', 'option', details, readable, [])]
      : []),
    ...(sources.length > 0 ? [from] : [{ kind: 'hidden' as const, name: 'options.from', value: own }]),
  ];
}

function reasonSection(viewer: FormViewer): FormSection {
  const items = viewer.items(
    'instead',
    'instead',
    'reason',
    'label',
    (place) => [
      ...(viewer.languages.length > 1
        ? [viewer.words(`${place}.label`, 'translation', { withoutFirst: true })]
        : []),
      viewer.keyed(`${place}.missing`, 'reason', ['dontKnow', 'notApplicable', 'preferNotToSay']),
      viewer.line(`${place}.code`, 'code', 'optionCode'),
    ],
    {
      hint: 'instead',
      marks: (place) => [
        { key: `editor.mark.${viewer.value(`${place}.missing`) || 'dontKnow'}`, values: {} },
      ],
    },
  );
  return { ...section('instead', viewer.isWrong('instead') || viewer.has('instead')), blocks: [items] };
}
