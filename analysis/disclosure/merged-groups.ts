// Groups of a background put together until what each block says is no longer about few people: for figures that no table
// shows, such as a sign that reads several answers. Every figure over whole blocks gives sums of blocks and nothing else.
import { noGroup, type Split } from '../explore/splits.ts';
import { fillStretches, type RowCodes } from '../row-codes.ts';
import { isChosen, isFigure } from '../selected-rows.ts';
import { isSmall } from './lines.ts';
import { minimums } from './minimums.ts';

/** How many say no and yes. */
type Said = readonly [number, number];

interface Block {
  readonly groups: readonly number[];
  readonly said: Said;
}

/**
 * The blocks that may be shown, as places of groups; neighbours join, in the order of the codebook.
 * @param codes 1 for no, 2 for yes, anything else for who is not counted.
 */
export function mergedGroups({ groups, of }: Split, codes: RowCodes): readonly (readonly number[])[] {
  // The rest, who is in no group, comes last: it is the whole without the blocks.
  const said = Array.from({ length: groups.length + 1 }, (): [number, number] => [0, 0]);
  fillStretches({ size: of.length }, codes, 0, (answers, first) => {
    for (let row = 0; row < answers.length; row += 1) {
      const answer = answers[row] as number;
      const group = of[first + row] as number;
      const own = said[group === noGroup ? groups.length : group];
      if (own && (answer === isFigure || answer === isChosen)) own[answer === isChosen ? 1 : 0] += 1;
    }
  });
  const blocks: Block[] = [];
  let tail: Block = { groups: [], said: [0, 0] };
  for (const [group, own] of said.slice(0, -1).entries()) {
    tail = together(tail, { groups: [group], said: own });
    if (!isOpen(tail.said)) continue;
    blocks.push(tail);
    tail = { groups: [], said: [0, 0] };
  }
  const rest: Block = { groups: [groups.length], said: said[groups.length] ?? [0, 0] };
  if (!isOpen(rest.said)) tail = together(tail, rest);
  while (!isOpen(tail.said)) {
    const last = blocks.pop();
    if (!last) return [];
    tail = together(last, tail);
  }
  return [...blocks, tail].map((block) => block.groups).filter((own) => !own.includes(groups.length));
}

function together(one: Block, other: Block): Block {
  return {
    groups: [...one.groups, ...other.groups],
    said: [one.said[0] + other.said[0], one.said[1] + other.said[1]],
  };
}

/** Nobody, or enough people who do not all say the same of which neither side is few. */
function isOpen([no, yes]: Said): boolean {
  const base = no + yes;
  if (base === 0) return true;
  const alike = (no === 0 || yes === 0) && base < minimums.verdict;
  return base >= minimums.cross && !isSmall(no) && !isSmall(yes) && !alike;
}
