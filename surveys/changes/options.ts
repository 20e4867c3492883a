// Differences between the options, rows and reasons of a question in two versions.
import type { Option } from '../questionnaire.ts';
import { type Change, paired, same, type Tell, wordsChange } from './change.ts';

/** How far an option's coming or going changes what the others mean. */
export interface OptionRules {
  /** `option`, `row` or `reason`: which words are used. */
  readonly kind: 'option' | 'row' | 'reason';
  readonly added: Change['verdict'];
  readonly removed: Change['verdict'];
  /** The order is part of what is asked. */
  readonly ordered: boolean;
}

type Offered = Pick<Option, 'code' | 'label'> & Partial<Option>;

/**
 * The differences between two sets of options.
 * @param pathOf the place of an option in its definition, by its index there.
 */
export function optionChanges(
  tell: Tell,
  rules: OptionRules,
  older: readonly Offered[],
  newer: readonly Offered[],
  language: string,
  pathOf: (index: number) => string,
): readonly Change[] {
  const { kind, added, removed, ordered } = rules;
  const pairs = paired(older, newer);
  const place = (one: Offered, among: readonly Offered[]) => pathOf(among.indexOf(one));
  const kept = pairs.both.map(([was]) => was.code);
  const inOrder = older.map(({ code }) => code).filter((code) => kept.includes(code));
  return [
    ...pairs.added.map((one) => tell(added, `${kind}Added`, { option: one.label }, place(one, newer))),
    ...pairs.removed.map((one) => tell(removed, `${kind}Removed`, { option: one.label }, place(one, older))),
    ...pairs.both.flatMap(([was, is]) => pairChanges(tell, kind, was, is, language, place(is, newer))),
    ...(kept.join(' ') === inOrder.join(' ')
      ? []
      : [
          ordered
            ? tell('breaking', 'scaleReordered', {}, pathOf(0))
            : tell('safe', `${kind}sReordered`, {}, pathOf(0)),
        ]),
  ];
}

function pairChanges(
  tell: Tell,
  kind: OptionRules['kind'],
  was: Offered,
  is: Offered,
  language: string,
  path: string,
): readonly Change[] {
  const about = { option: is.label };
  const whenChanged = (name: keyof Option, verdict: Change['verdict'], key: string) =>
    same(was[name], is[name]) ? [] : [tell(verdict, key, about, path)];
  return [
    ...wordsChange(tell, kind, was.label, is.label, language, about, path),
    ...(same(was.value, is.value)
      ? []
      : [
          tell(
            'breaking',
            'optionValue',
            { ...about, before: String(was.value ?? '–'), after: String(is.value ?? '–') },
            path,
          ),
        ]),
    ...whenChanged('missing', 'breaking', 'optionMissing'),
    ...whenChanged('exclusive', 'breaking', 'optionExclusive'),
    ...whenChanged('showIf', 'breaking', `${kind}Condition`),
    ...whenChanged('note', 'safe', `${kind}Note`),
    ...whenChanged('text', 'safe', 'optionText'),
    ...whenChanged('group', 'safe', `${kind}Group`),
  ];
}
