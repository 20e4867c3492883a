// Options, rows, groups and paragraphs as blocks of a form.
import type { MessageView } from '../question-types/question-view.ts';
import { inLanguage, type OptionList, type Questionnaire } from '../questionnaire.ts';
import type { Block, ItemsBlock } from './blocks.ts';
import { conditionBlock, type Readable } from './condition-view.ts';
import type { FormViewer } from './form-viewer.ts';
import { own } from './option-form.ts';

export type OptionDetail = 'note' | 'value' | 'missing' | 'exclusive' | 'text' | 'group' | 'showIf';

export const ownChoice = { value: own, label: { key: 'editor.choice.optionsFrom.own', values: {} } };

/** The shared lists to choose from. */
export function listChoices({ lists, languages }: Questionnaire) {
  return Object.entries(lists).map(([code, { options }]) => ({
    value: `list:${code}`,
    label: {
      key: 'editor.choice.optionsFrom.list',
      values: { code, count: options.length, first: inLanguage(options[0]?.label ?? {}, languages[0] ?? '') },
    },
  }));
}

/** The shared scales to choose from. */
export function scaleChoices({ scales, languages }: Questionnaire, prefix: string) {
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
