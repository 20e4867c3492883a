// What a member says about needs beside a ballot: read from a form, compared with what was said elsewhere since the form
// was made, and shown again. Of two windows neither takes the words of the other away: the member says which stay.
import { createHash } from 'node:crypto';
import type { NeedList } from '../../../analysis/panel/panel-result.ts';
import type { Message } from '../../texts.ts';
import type { Fields } from './ballot-form.ts';

/** Words about one need. */
export interface Remark {
  readonly words: string;
  /** Names the words they were written over (`remarkState`); null is not compared. */
  readonly after: string | null;
}

/** What a form says about needs, by need. */
export interface Said {
  readonly remarks: ReadonlyMap<string, Remark>;
  /** What cannot be kept, and why. */
  readonly wrong: ReadonlyMap<string, Message>;
  /** Other words that were kept since the form was made; those stay until the member says which do. */
  readonly elsewhere: ReadonlyMap<string, string>;
}

export const nothingSaid: Said = { remarks: new Map(), wrong: new Map(), elsewhere: new Map() };

/** Most characters of what a member says about one need. */
const longestComment = 600;

/** Names words; empty for none. */
export function remarkState(words: string): string {
  return words === '' ? '' : createHash('sha256').update(words).digest('base64url').slice(0, 16);
}

/**
 * What the form says about needs, for the needs it has a field for. Nothing is cut off: what is too long is told. Where it
 * says which of two stay (`over.<need>`), its words count as written over the others, or are let go.
 */
export function readComments(fields: Fields, lists: readonly NeedList[]): Said {
  const remarks = new Map<string, Remark>();
  for (const need of lists.flatMap(({ needs }) => needs)) {
    const words = fields[`comment.${need}`];
    const over = fields[`over.${need}`];
    if (typeof words !== 'string' || over === 'stored') continue;
    const after = typeof over === 'string' ? over : fields[`after.${need}`];
    remarks.set(need, {
      words: words.replaceAll('\r\n', '\n').trim(),
      after: typeof after === 'string' ? after : null,
    });
  }
  const problem = { key: 'rounds.ballot.commentLong', values: { most: longestComment } };
  const long = [...remarks].filter(([, { words }]) => words.length > longestComment);
  return { remarks, wrong: new Map(long.map(([need]) => [need, problem])), elsewhere: new Map() };
}

/** The remarks that can be kept. */
export function soundRemarks({ remarks, wrong }: Said): ReadonlyMap<string, Remark> {
  return new Map([...remarks].filter(([need]) => !wrong.has(need)));
}

/**
 * Which words take the place of the stored ones: those that changed where the stored ones did not. Where both did, the
 * stored ones are `elsewhere`.
 */
export function compareRemarks(
  remarks: ReadonlyMap<string, Remark>,
  stored: ReadonlyMap<string, string>,
): { readonly keep: ReadonlyMap<string, string>; readonly elsewhere: ReadonlyMap<string, string> } {
  const keep = new Map<string, string>();
  const elsewhere = new Map<string, string>();
  for (const [need, { words, after }] of remarks) {
    const there = stored.get(need) ?? '';
    if (words === there || isUnchanged({ words, after })) continue;
    if (after === null || after === remarkState(there)) keep.set(need, words);
    else elsewhere.set(need, there);
  }
  return { keep, elsewhere };
}

/** The form has the words it was made with. */
function isUnchanged({ words, after }: Remark): boolean {
  return after !== null && after === remarkState(words);
}

/** Why words were not kept, by need. */
export function commentProblems({ wrong, elsewhere }: Said): ReadonlyMap<string, Message> {
  const other = { key: 'comments.problem' };
  return new Map([...wrong, ...[...elsewhere.keys()].map((need) => [need, other] as const)]);
}

/** The field of one need. */
export interface CommentView {
  readonly comment: string;
  /** Names the words it was made with. */
  readonly commentAfter: string;
  readonly commentProblem: Message | null;
  /** Other words that were kept since, and their name; null where there are none. */
  readonly commentElsewhere: { readonly words: string; readonly state: string } | null;
}

/** The field as it is kept; with what was typed where that is not. */
export function commentView(need: string, stored: ReadonlyMap<string, string>, said: Said): CommentView {
  const there = stored.get(need) ?? '';
  const other = said.elsewhere.get(need);
  const typed = said.remarks.get(need);
  const shown = typed && typed.words !== there && !isUnchanged(typed) ? typed : null;
  return {
    comment: shown?.words ?? there,
    commentAfter: shown?.after ?? remarkState(there),
    commentProblem: commentProblems(said).get(need) ?? null,
    commentElsewhere: other === undefined ? null : { words: other, state: remarkState(other) },
  };
}
