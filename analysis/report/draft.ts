// What a team changed about its report: moves, what it leaves out, texts of its own and words it edited. A draft holds
// the changes and not the report, so that the report can be made again from newer figures without losing any of them.
import type { Text } from '../../surveys/questionnaire.ts';
import { type ReportBlock, sectionOpenedBy, sectionsOf } from './blocks.ts';

/** A block (with its section, where it opens one) put after another, or first. */
export interface BlockMove {
  readonly id: string;
  readonly after: string | null;
}

/** Words of the team in one language, with what they were written beside. */
export interface EditedText {
  readonly words: string;
  /** The revision that brought them: an edit made on an older one is shown beside it. */
  readonly revision: number;
  /** The sentences proposed at that time. */
  readonly proposal: string;
  /** What each figure in words or proposal said at that time, by code. */
  readonly figures: Readonly<Record<string, string>>;
}

export interface AddedText {
  readonly id: string;
  readonly after: string | null;
  /** Opens a section where there is one. */
  readonly heading?: Text;
}

export interface ReportDraft {
  readonly moves: readonly BlockMove[];
  readonly hidden: readonly string[];
  readonly added: readonly AddedText[];
  /** By block, then by language. */
  readonly texts: Readonly<Record<string, Readonly<Record<string, EditedText>>>>;
}

export const emptyDraft: ReportDraft = { moves: [], hidden: [], added: [], texts: {} };

type Blocks = readonly ReportBlock[];

/**
 * The blocks as the team wants them: what is new since stands where the report would put it, and a change about what is
 * no longer there waits until it comes back.
 */
export function applyDraft(standard: Blocks, draft: ReportDraft): Blocks {
  let blocks = standard;
  for (const { id, after, heading } of draft.added) {
    const text: ReportBlock = { id, kind: 'text', about: 'own', ...(heading ? { heading } : {}) };
    blocks = insert(blocks, [text], after);
  }
  for (const move of draft.moves) blocks = moveIn(blocks, move);
  const hidden = new Set(draft.hidden);
  return blocks.map((block) => ({
    ...block,
    ...(hidden.has(block.id) ? { hidden: true } : {}),
    ...(block.kind === 'text' && draft.texts[block.id] ? { edited: editedOf(draft, block.id) } : {}),
  }));
}

/** The words of a text per language. */
function editedOf(draft: ReportDraft, id: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(draft.texts[id] ?? {}).map(([language, { words }]) => [language, words]),
  );
}

/** The block with those it opens the section of. */
function groupOf(blocks: Blocks, id: string): Blocks {
  const block = blocks.find((each) => each.id === id);
  if (!block) return [];
  if (sectionOpenedBy(block) === null) return [block];
  const section = sectionsOf(blocks).find((each) => each.blocks[0]?.id === id);
  return section?.blocks ?? [block];
}

function moveIn(blocks: Blocks, { id, after }: BlockMove): Blocks {
  const group = groupOf(blocks, id);
  const moving = new Set(group.map((block) => block.id));
  if (group.length === 0 || (after !== null && (moving.has(after) || !has(blocks, after)))) return blocks;
  return insert(
    blocks.filter((block) => !moving.has(block.id)),
    group,
    after,
  );
}

function insert(blocks: Blocks, group: Blocks, after: string | null): Blocks {
  const at = after === null ? -1 : blocks.findIndex(({ id }) => id === after);
  if (after !== null && at < 0) return [...blocks, ...group];
  return [...blocks.slice(0, at + 1), ...group, ...blocks.slice(at + 1)];
}

const has = (blocks: Blocks, id: string): boolean => blocks.some((block) => block.id === id);

/** One step up or down: a block among all blocks, a section among the sections. Unchanged at the ends. */
export function stepped(draft: ReportDraft, standard: Blocks, id: string, step: -1 | 1): ReportDraft {
  const blocks = applyDraft(standard, draft);
  const after = step < 0 ? beforePrevious(blocks, id) : lastOfNext(blocks, id);
  return after === undefined ? draft : placed(draft, id, after);
}

/** A block after another, wherever it stood; null for the very first place. */
export function placed(draft: ReportDraft, id: string, after: string | null): ReportDraft {
  const others = draft.moves.filter((move) => move.id !== id);
  return { ...draft, moves: [...others, { id, after }] };
}

function beforePrevious(blocks: Blocks, id: string): string | null | undefined {
  const at = blocks.findIndex((block) => block.id === id);
  const group = groupOf(blocks, id);
  if (at <= 0) return undefined;
  if (group.length === 1 && group[0] && sectionOpenedBy(group[0]) === null)
    return at === 1 ? null : (blocks[at - 2]?.id ?? null);
  const sections = sectionsOf(blocks);
  const place = sections.findIndex((section) => section.blocks[0]?.id === id);
  // The opening stays first.
  return place <= 1 ? undefined : (sections[place - 2]?.blocks.at(-1)?.id ?? null);
}

function lastOfNext(blocks: Blocks, id: string): string | undefined {
  const group = groupOf(blocks, id);
  const last = group.at(-1);
  const next = blocks[blocks.findIndex((block) => block.id === last?.id) + 1];
  if (!next || !last) return undefined;
  if (group[0] && sectionOpenedBy(group[0]) === null) return next.id;
  return groupOf(blocks, next.id).at(-1)?.id;
}

export function hidden(draft: ReportDraft, id: string, hide: boolean): ReportDraft {
  const others = draft.hidden.filter((each) => each !== id);
  return { ...draft, hidden: hide ? [...others, id] : others };
}

export function withAdded(draft: ReportDraft, added: AddedText): ReportDraft {
  return { ...draft, added: [...draft.added, added] };
}

/** Without a text the team added; its words stay in the revisions before. */
export function withoutAdded(draft: ReportDraft, id: string): ReportDraft {
  const { [id]: _gone, ...texts } = draft.texts;
  return {
    ...draft,
    added: draft.added.filter((each) => each.id !== id),
    moves: draft.moves.filter((move) => move.id !== id),
    texts,
  };
}

/**
 * Words of the team in a language. A text that says in every language written just what was proposed is no longer the
 * team's own: it follows the figures again.
 */
export function withText(draft: ReportDraft, id: string, language: string, text: EditedText): ReportDraft {
  const { [id]: before, ...others } = draft.texts;
  const written = { ...before, [language]: text };
  const proposed = Object.values(written).every(
    ({ words, proposal }) => words === proposal && proposal !== '',
  );
  return { ...draft, texts: proposed ? others : { ...others, [id]: written } };
}
