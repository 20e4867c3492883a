// How a need was worded through time: each change of its words is kept, with the day and whose words they are.
import { type Need, type Wording, wordingAuthors } from '../needs-catalogue.ts';

export type WordingAuthor = Wording['by'];

/** Who chose the words a form brings; the team where it does not say. */
export function wordingAuthor(typed: string | undefined): WordingAuthor {
  return wordingAuthors.find((author) => author === typed) ?? 'team';
}

/**
 * The need with its new words added to those it had; as it is where label and explanation are the same.
 * @param on ISO date of the change
 */
export function withWording(before: Need, after: Need, on: string, by: WordingAuthor): Need {
  const [was, is] = [wordsOf(before), wordsOf(after)];
  if (JSON.stringify(was) === JSON.stringify(is)) return after;
  const earlier: readonly Wording[] = before.wordings ?? [{ by: 'team', ...was }];
  return { ...after, wordings: [...earlier, { on, by, ...is }] };
}

function wordsOf({ label, explanation }: Need): Pick<Wording, 'label' | 'explanation'> {
  return explanation ? { label, explanation } : { label };
}
