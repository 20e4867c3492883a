// The form of a grid: its rows, and the scales they are asked on.
import { inLanguage, type Questionnaire } from '../questionnaire.ts';
import type { Block } from './blocks.ts';
import type { Readable } from './condition-view.ts';
import type { FormViewer } from './form-viewer.ts';
import { groupItems, groupsIn, listChoices, optionItems, ownChoice, scaleChoices } from './option-blocks.ts';
import { own } from './option-form.ts';

/** The blocks of a grid's rows and scales. */
export function gridBlocks(
  viewer: FormViewer,
  questionnaire: Questionnaire,
  readable: Readable,
): readonly Block[] {
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
