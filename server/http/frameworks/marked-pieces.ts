// A compared line as pieces to show: what was added and what is gone, and the verbs that tell how far somebody goes.

import { verbSteps } from '../../../surveys/frameworks/compare.ts';
import type { ComparedLine } from '../../../surveys/frameworks/compare-lines.ts';
import type { Framework } from '../../../surveys/frameworks/framework.ts';
import { type Piece, wordChanges } from '../../../surveys/frameworks/word-changes.ts';

/** A piece of a line; `verb` where it is one of the verbs of the framework. */
export interface MarkedPiece extends Piece {
  readonly verb: boolean;
}

/** The line whole: a new one all added, one that is gone all removed, a changed one word by word. */
export function markedPieces(
  framework: Framework,
  { mark, text, before }: ComparedLine,
  verbs: boolean,
  language: string,
): readonly MarkedPiece[] {
  const whole = { added: 'added', removed: 'removed', same: 'same', changed: null, slip: 'same' } as const;
  const kind = whole[mark];
  const pieces =
    kind === null && before !== null ? wordChanges(before, text) : [{ kind: kind ?? 'same', text }];
  return pieces.flatMap((piece): readonly MarkedPiece[] =>
    verbs && piece.kind !== 'removed' ? withVerbs(framework, piece, language) : [{ ...piece, verb: false }],
  );
}

/** Cut where a verb begins and ends. */
function withVerbs(framework: Framework, { kind, text }: Piece, language: string): readonly MarkedPiece[] {
  const cut: MarkedPiece[] = [];
  for (const word of text.split(' ')) {
    const verb = verbSteps(framework, word, language).length > 0;
    const last = cut.at(-1);
    if (last && !last.verb && !verb) cut.splice(-1, 1, { ...last, text: `${last.text} ${word}` });
    else cut.push({ kind, text: word, verb });
  }
  return cut;
}
