// How a need was worded through time, the newest first: the day, whose words they were, and the words.

import type { Need } from '../../../surveys/needs-catalogue.ts';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import { formatDate } from '../../format-values.ts';
import type { Words } from './workspace.ts';

export interface WordingLine {
  /** From which day, and whose. */
  readonly facts: string;
  readonly label: string;
  readonly explanation: string;
  readonly now: boolean;
}

/** A line per wording; none where the need has the words it began with. */
export function wordingLines(need: Need | undefined, words: Words): readonly WordingLine[] {
  const lines = (need?.wordings ?? []).map(({ on, by, label, explanation }, index, { length }) => {
    const author = words.say({ key: `wording.author.${by}` });
    const date = on === undefined ? '' : formatDate(words.language, on);
    return {
      facts: words.say({
        key: on === undefined ? 'wording.first' : 'wording.from',
        values: { date, author },
      }),
      label: inLanguage(label, words.language),
      explanation: explanation ? inLanguage(explanation, words.language) : '',
      now: index === length - 1,
    };
  });
  return lines.reverse();
}
