// The form of a question: which blocks each type has, in which order.
import type { MessageView } from '../question-types/question-view.ts';
import { inLanguage, type OptionList, type Question, type Questionnaire } from '../questionnaire.ts';
import { type Block, type FormSection, type FormState, FormViewer, type ItemsBlock } from './blocks.ts';
import { conditionBlock, type Readable } from './condition-view.ts';
import { own } from './question-form.ts';

export type OptionDetail = 'note' | 'value' | 'missing' | 'exclusive' | 'text' | 'group' | 'showIf';

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

const withReasons: ReadonlySet<string> = new Set([
  'multiple',
  'rank',
  'pick',
  'points',
  'scale',
  'slider',
  'number',
  'date',
]);

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
  if (type === 'grid') return gridBlocks(viewer, input);
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

const ownChoice = { value: own, label: { key: 'editor.choice.optionsFrom.own', values: {} } };

function listChoices({ lists, languages }: Questionnaire) {
  return Object.entries(lists).map(([code, { options }]) => ({
    value: `list:${code}`,
    label: {
      key: 'editor.choice.optionsFrom.list',
      values: { code, count: options.length, first: inLanguage(options[0]?.label ?? {}, languages[0] ?? '') },
    },
  }));
}

function scaleChoices({ scales, languages }: Questionnaire, prefix: string) {
  return Object.entries(scales).map(([code, { options }]) => ({
    value: `${prefix}${code}`,
    label: {
      key: 'editor.choice.optionsFrom.scale',
      values: {
        code,
        first: inLanguage(options[0]?.label ?? {}, languages[0] ?? ''),
        last: inLanguage(
          options.findLast(({ value }) => value !== undefined)?.label ?? options.at(-1)?.label ?? {},
          languages[0] ?? '',
        ),
      },
    },
  }));
}

/** Options or rows, each with a code and what else it can have. */
export function optionItems(
  viewer: FormViewer,
  list: string,
  label: string,
  item: string,
  details: readonly OptionDetail[],
  readable: Readable,
  groups: OptionList['groups'],
): ItemsBlock {
  const has = (detail: OptionDetail) => details.includes(detail);
  return viewer.items(
    list,
    label,
    item,
    'label',
    (place) => [
      ...(viewer.languages.length > 1
        ? [viewer.words(`${place}.label`, 'translation', { withoutFirst: true })]
        : []),
      ...(has('note') ? [viewer.words(`${place}.note`, 'note', { hint: 'note' })] : []),
      ...(has('group') && groups.length > 0 ? [groupChoice(viewer, place, groups)] : []),
      ...(has('text') ? [viewer.tick(`${place}.text`, 'text', 'text')] : []),
      ...(has('exclusive') ? [viewer.tick(`${place}.exclusive`, 'exclusive', 'exclusive')] : []),
      ...(has('missing')
        ? [
            viewer.keyed(
              `${place}.missing`,
              'missing',
              ['', 'dontKnow', 'notApplicable', 'preferNotToSay'],
              'missing',
            ),
          ]
        : []),
      ...(has('value') ? [viewer.number(`${place}.value`, 'value', 'value')] : []),
      viewer.line(`${place}.code`, 'code', 'optionCode'),
      ...(has('showIf') ? [optionCondition(viewer, list, place, readable)] : []),
    ],
    { paste: true, marks: (place) => marksOf(viewer, place) },
  );
}

/** Most options hang on nothing; the form of a condition comes when it is asked for. */
function optionCondition(viewer: FormViewer, list: string, place: string, readable: Readable): Block {
  if (viewer.has(`${place}.showIf`))
    return conditionBlock(viewer, `${place}.showIf`, readable, 'optionShowIf');
  const action = `${list}:condition:${place.slice(list.length + 1)}`;
  return { kind: 'action', label: 'editor.action.optionShowIf', action };
}

function groupChoice(viewer: FormViewer, place: string, groups: OptionList['groups']) {
  const none = { value: '', label: { key: 'editor.choice.group.none', values: {} } };
  const choices = groups.map(({ code, label }) => ({
    value: code,
    label: { key: 'editor.plain', values: { words: inLanguage(label, viewer.languages[0] ?? '') } },
  }));
  return viewer.choice(`${place}.group`, 'group', [none, ...choices]);
}

function marksOf(viewer: FormViewer, place: string): readonly MessageView[] {
  const value = viewer.value(`${place}.value`);
  const missing = viewer.value(`${place}.missing`);
  const mark = (key: string, values: MessageView['values'] = {}) => ({ key: `editor.mark.${key}`, values });
  return [
    ...(value === '' ? [] : [mark('value', { value })]),
    ...(missing === '' ? [] : [mark(missing)]),
    ...(viewer.value(`${place}.text`) === '' ? [] : [mark('text')]),
    ...(viewer.value(`${place}.exclusive`) === '' ? [] : [mark('exclusive')]),
    ...(viewer.has(`${place}.showIf`) ? [mark('showIf')] : []),
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

/** Paragraphs, each a box of its own. */
export function paragraphsBlock(viewer: FormViewer, list: string, label: string): ItemsBlock {
  return viewer.items(
    list,
    label,
    'paragraph',
    'words',
    (place) =>
      viewer.languages.length > 1
        ? [viewer.words(`${place}.words`, 'translation', { withoutFirst: true, lines: 3 })]
        : [],
    { lines: 3 },
  );
}

/** The groups of a list. */
export function groupItems(viewer: FormViewer): ItemsBlock {
  return viewer.items(
    'groups',
    'groups',
    'group',
    'label',
    (place) => [
      ...(viewer.languages.length > 1
        ? [viewer.words(`${place}.label`, 'translation', { withoutFirst: true })]
        : []),
      viewer.line(`${place}.code`, 'code', 'optionCode'),
    ],
    { hint: 'groups' },
  );
}

/** Groups as they stand in the form. */
export function groupsIn(viewer: FormViewer): OptionList['groups'] {
  return groupItems(viewer)
    .items.filter(({ blank, code }) => !blank && code !== '')
    .map(({ code, words }) => ({ code, label: { [viewer.languages[0] ?? '']: words || code } }));
}

function gridBlocks(viewer: FormViewer, { questionnaire, readable }: QuestionFormInput): readonly Block[] {
  const { lists, scales, languages } = questionnaire;
  const language = languages[0] ?? '';
  const from = viewer.value('rows.from') || own;
  const ownRows = from === own;
  const groups = ownRows ? groupsIn(viewer) : (lists[from.slice('list:'.length)]?.groups ?? []);
  const first = viewer.value('scales.0.scale');
  const codes = scales[first]?.options ?? [];
  const rows = ownRows
    ? optionItems(viewer, 'rows', 'rows', 'row', ['note', 'group', 'showIf'], readable, groups)
    : null;
  const shared = lists[from.slice('list:'.length)]?.options ?? [];
  const rowBoxes =
    rows === null
      ? shared.map(({ code, label }) => ({ code, words: inLanguage(label, language) }))
      : rows.items
          .filter(({ blank, code }) => !blank && code !== '')
          .map(({ code, words }) => ({ code, words }));
  return [
    ...(rows ? [rows] : []),
    ...(Object.keys(lists).length > 0
      ? [viewer.choice('rows.from', 'rowsFrom', [ownChoice, ...listChoices(questionnaire)], 'rowsFrom')]
      : [{ kind: 'hidden' as const, name: 'rows.from', value: own }]),
    ...[0, 1].flatMap((index) => scaleBlocks(viewer, index, questionnaire)),
    ...(ownRows ? [groupItems(viewer)] : []),
    {
      kind: 'ticks',
      label: 'editor.field.requiredRows',
      hint: 'editor.hint.requiredRows',
      boxes: rowBoxes.map(({ code, words }) => ({
        name: `requiredRows.${code}`,
        words,
        checked: viewer.value(`requiredRows.${code}`) !== '',
      })),
    },
    ...(groups.length > 0
      ? [
          viewer.choice(
            'wholeGroup.code',
            'wholeGroup',
            [
              { value: '', label: { key: 'editor.choice.wholeGroup.none', values: {} } },
              ...codes.map(({ code, label }) => ({
                value: code,
                label: { key: 'editor.plain', values: { words: inLanguage(label, language) } },
              })),
            ],
            'wholeGroup',
          ),
          ...(viewer.value('wholeGroup.code') === ''
            ? []
            : [viewer.words('wholeGroup.label', 'wholeGroupLabel')]),
        ]
      : []),
  ];
}

function scaleBlocks(viewer: FormViewer, index: number, questionnaire: Questionnaire): readonly Block[] {
  const place = `scales.${index}`;
  const language = questionnaire.languages[0] ?? '';
  const none = { value: '', label: { key: 'editor.choice.scale.none', values: {} } };
  const choices = [...(index === 0 ? [] : [none]), ...scaleChoices(questionnaire, '')];
  const chosen = viewer.value(`${place}.scale`);
  const firstScale = questionnaire.scales[viewer.value('scales.0.scale')]?.options ?? [];
  return [
    {
      kind: 'heading',
      label: `editor.field.scale${index + 1}`,
      hint: index === 1 ? 'editor.hint.scale2' : null,
    },
    viewer.choice(`${place}.scale`, 'scale', choices, index === 0 ? 'scale' : null),
    ...(chosen === '' && index === 1
      ? []
      : [
          viewer.words(`${place}.label`, 'scaleLabel', { hint: 'scaleLabel' }),
          viewer.line(`${place}.variable`, 'scaleVariable', 'scaleVariable'),
        ]),
    ...(chosen !== '' && index === 1
      ? [
          {
            kind: 'ticks' as const,
            label: 'editor.field.unless',
            hint: 'editor.hint.unless',
            boxes: firstScale.map(({ code, label }) => ({
              name: `${place}.unless.${code}`,
              words: inLanguage(label, language),
              checked: viewer.value(`${place}.unless.${code}`) !== '',
            })),
          },
        ]
      : []),
  ];
}
