// Who sits on the sounding board, as a report may say it: each member's library, and the name of who consented.
import type { Sentence } from './model.ts';

export interface BoardMember {
  readonly library: string;
  /** Empty when it was not given. */
  readonly name: string;
  /** The member wants the name in the report. */
  readonly namePublic: boolean;
}

/** The sentence that says who sits on the board, by library and so in no order of the project; none without members. */
export function boardSentences(members: readonly BoardMember[]): readonly Sentence[] {
  if (members.length === 0) return [];
  const seats = members
    .toSorted((one, other) => one.library.localeCompare(other.library, 'nl'))
    .map(({ library, name, namePublic }) => (namePublic && name !== '' ? `${name} (${library})` : library));
  // Colleagues of one library who gave no name are one and the same to a reader.
  const different = [...new Set(seats)].map((seat) => ({ nl: seat }));
  return [{ key: 'report.sources.board', values: { seats: different } }];
}
