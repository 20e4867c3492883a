// A problem as a message to show: which words, with its texts already in the language of the page.
import type { Text } from '../questionnaire.ts';
import type { Problem } from './question-type.ts';
import type { MessageView } from './question-view.ts';

/** The message at the field, or the link in the summary that says the remedy. */
export function messageView(
  problem: Problem,
  place: 'field' | 'link',
  say: (text: Text) => string,
): MessageView {
  const values = Object.entries(problem.values).map(([name, value]) => [
    name,
    typeof value === 'object' ? say(value) : value,
  ]);
  return { key: `respond.problem.${problem.key}.${place}`, values: Object.fromEntries(values) };
}
