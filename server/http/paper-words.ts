// The conditions of a paper form as sentences, for the form itself and for whoever types it in.
import type { PaperClause, PaperCondition } from '../../surveys/paper-conditions.ts';
import { formatPlace, localeOf } from '../format-values.ts';
import type { Texts } from '../texts.ts';

/** "je bij vraag A3 “Leiding” of “Balie” koos": a clause that follows "only if". */
export function conditionInWords(texts: Texts, language: string, condition: PaperCondition): string {
  if (condition.kind === 'clause') return clauseInWords(texts, language, condition);
  const parts = condition.parts.map((part) => conditionInWords(texts, language, part));
  return listInWords(language, parts, condition.kind);
}

function clauseInWords(texts: Texts, language: string, clause: PaperClause): string {
  const quote = (words: string) => texts.say(language, 'paper.quote', { words });
  const options = clause.options.map((option) =>
    clause.places ? texts.say(language, 'paper.place', { place: option }) : quote(option),
  );
  const key = `paper.condition.${clause.key}${clause.negated ? 'Not' : ''}`;
  return texts.say(language, key, {
    question: clause.question,
    row: clause.row === '' ? '' : quote(clause.row),
    options: listInWords(language, options, 'any'),
    min: formatPlace(language, clause.measure, clause.min),
    max: formatPlace(language, clause.measure, clause.max),
  });
}

/** "a, b en c", or with "of". */
export function listInWords(language: string, items: readonly string[], kind: 'all' | 'any'): string {
  const type = kind === 'all' ? 'conjunction' : 'disjunction';
  return new Intl.ListFormat(localeOf(language), { type }).format(items);
}
