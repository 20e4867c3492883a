// The forms of what stands around the questions: a page, a shared list, a shared scale, and the words before and after.
import { type Block, type FormSection, scalePresets } from './blocks.ts';
import { conditionBlock, type Readable } from './condition-view.ts';
import { ticked } from './form-fields.ts';
import { type FormState, FormViewer } from './form-viewer.ts';
import { groupItems, groupsIn, optionItems, paragraphsBlock } from './option-blocks.ts';
import { section } from './question-blocks.ts';

export interface PartFormInput extends FormState {
  readonly readable: Readable;
}

export function pageSections(input: PartFormInput): readonly FormSection[] {
  const viewer = new FormViewer(input);
  return [
    {
      ...section('page'),
      blocks: [
        viewer.words('title', 'pageTitle', { big: true }),
        viewer.words('intro', 'intro', { hint: 'intro', lines: 2 }),
      ],
    },
    {
      ...section('pageShowIf', viewer.isWrong('showIf') || viewer.has('showIf')),
      blocks: [conditionBlock(viewer, 'showIf', input.readable, 'pageShowIf')],
    },
    { ...section('more', viewer.isWrong('code')), blocks: [viewer.line('code', 'code', 'pageCode')] },
  ];
}

export function listSections(input: PartFormInput): readonly FormSection[] {
  const viewer = new FormViewer(input);
  const details = ['note', 'group', 'text', 'exclusive', 'missing', 'value', 'showIf'] as const;
  const options = optionItems(
    viewer,
    'options',
    'listOptions',
    'option',
    details,
    input.readable,
    groupsIn(viewer),
  );
  return [
    { ...section('list'), blocks: [options] },
    { ...section('groups', viewer.isWrong('groups') || viewer.has('groups')), blocks: [groupItems(viewer)] },
  ];
}

export function scaleSections(input: PartFormInput): readonly FormSection[] {
  const viewer = new FormViewer(input);
  const details = ['value', 'missing', 'note'] as const;
  return [
    { ...section('presets', false), blocks: [{ kind: 'presets', presets: scalePresets }] },
    {
      ...section('scale'),
      blocks: [
        optionItems(viewer, 'options', 'scaleOptions', 'option', details, input.readable, []),
        viewer.keyed('look', 'look', ['frequency', 'mastery', 'agreement', 'sequential'], 'look'),
      ],
    },
  ];
}

/** @param offered the languages a questionnaire can be in. */
export function frontSections(input: PartFormInput, offered: readonly string[]): readonly FormSection[] {
  const viewer = new FormViewer(input);
  const [first = ''] = input.languages;
  return [
    {
      ...section('front'),
      blocks: [
        viewer.words('title', 'surveyTitle', { big: true }),
        viewer.words('audience', 'audience', { hint: 'audience' }),
        {
          kind: 'ticks',
          label: 'editor.field.languages',
          hint: 'editor.hint.languages',
          boxes: [...new Set([...input.languages, ...offered])].map((language) => ({
            name: `languages.${language}`,
            words: viewer.called(language),
            checked: viewer.value(`languages.${language}`) === ticked || language === first,
          })),
        },
        viewer.choice(
          'languages.first',
          'firstLanguage',
          input.languages.map((language) => ({
            value: language,
            label: { key: 'editor.plain', values: { words: viewer.called(language) } },
          })),
          'firstLanguage',
        ),
      ],
    },
    {
      ...section('welcome', viewer.isWrong('welcome')),
      blocks: [
        viewer.words('welcome.title', 'heading'),
        paragraphsBlock(viewer, 'welcome.paragraphs', 'paragraphs'),
      ],
    },
    { ...section('notice', viewer.isWrong('notice')), blocks: [noticeBlock(viewer)] },
    {
      ...section('thanks', viewer.isWrong('thanks')),
      blocks: [
        viewer.words('thanks.title', 'heading'),
        paragraphsBlock(viewer, 'thanks.paragraphs', 'paragraphs'),
      ],
    },
    { ...section('contact', viewer.isWrong('contact')), blocks: contactBlocks(viewer) },
    {
      ...section('hidden', false),
      blocks: [viewer.keyed('hiddenAnswers', 'hiddenAnswers', ['clear', 'keep'], 'hiddenAnswers')],
    },
  ];
}

function noticeBlock(viewer: FormViewer): Block {
  return viewer.items(
    'notice',
    'notice',
    'notice',
    'title',
    (place) => [
      viewer.words(`${place}.text`, 'noticeText', { lines: 4 }),
      ...(viewer.languages.length > 1
        ? [viewer.words(`${place}.title`, 'translation', { withoutFirst: true })]
        : []),
    ],
    { hint: 'notice', unfolded: true },
  );
}

function contactBlocks(viewer: FormViewer): readonly Block[] {
  const tick = viewer.tick('contact', 'contact', 'contact');
  if (!tick.checked) return [tick];
  return [
    tick,
    viewer.words('contact.title', 'heading'),
    paragraphsBlock(viewer, 'contact.intro', 'paragraphs'),
    ...(['interests', 'motives'] as const).flatMap((name): readonly Block[] => [
      { kind: 'heading', label: `editor.field.${name}`, hint: null },
      viewer.words(`contact.${name}.label`, 'question'),
      viewer.words(`contact.${name}.help`, 'help'),
      viewer.items(`contact.${name}.options`, 'options', 'option', 'label', (place) => [
        ...(viewer.languages.length > 1
          ? [viewer.words(`${place}.label`, 'translation', { withoutFirst: true })]
          : []),
        viewer.line(`${place}.code`, 'code', 'optionCode'),
      ]),
    ]),
  ];
}
