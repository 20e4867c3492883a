// Changes a team makes to its report: each is one new state of the draft, made on the newest.
import { type ReportBlock, sectionsOf } from '../../analysis/report/blocks.ts';
import {
  type AddedText,
  applyDraft,
  type EditedText,
  hidden,
  placed,
  type ReportDraft,
  stepped,
  withAdded,
  withoutAdded,
  withText,
} from '../../analysis/report/draft.ts';
import type { Context } from '../context.ts';
import { holdProject } from '../db/projects.ts';
import { keepReportDraft, reportDraftOf, takeBackReportDraft } from '../db/report-drafts.ts';

export type ReportChange =
  | { readonly kind: 'up' | 'down' | 'hide' | 'show' | 'remove'; readonly id: string }
  | {
      readonly kind: 'add';
      readonly id: string;
      readonly after: string | null;
      readonly heading?: Record<string, string>;
    }
  /** A block let go in a section, at a place among its blocks from 0; a section among the sections. */
  | { readonly kind: 'put'; readonly id: string; readonly section: string | null; readonly at: number };

/** @param standard the blocks the report begins with, which the draft changes. */
function changedDraft(
  draft: ReportDraft,
  standard: readonly ReportBlock[],
  change: ReportChange,
): ReportDraft {
  switch (change.kind) {
    case 'up':
      return stepped(draft, standard, change.id, -1);
    case 'down':
      return stepped(draft, standard, change.id, 1);
    case 'hide':
    case 'show':
      return hidden(draft, change.id, change.kind === 'hide');
    case 'remove':
      return withoutAdded(draft, change.id);
    case 'add': {
      const { id, after, heading } = change;
      return withAdded(draft, heading ? { id, after, heading } : { id, after });
    }
    case 'put':
      return placed(draft, change.id, putAfter(applyDraft(standard, draft), change));
  }
}

/** The block that something let go at a place comes after; null for the very first. */
function putAfter(
  blocks: readonly ReportBlock[],
  { id, section, at }: Extract<ReportChange, { kind: 'put' }>,
): string | null {
  const sections = sectionsOf(blocks);
  if (section === null) {
    const others = sections.filter((each) => each.blocks[0]?.id !== id);
    return others[Math.max(0, at - 1)]?.blocks.at(-1)?.id ?? null;
  }
  const into = sections.find((each) => each.id === section);
  const others = (into?.blocks ?? []).filter((block) => block.id !== id);
  return others[Math.min(at, others.length) - 1]?.id ?? null;
}

/** Whether what a change is about is there: a colleague may have taken it away since the page was drawn. */
function isThere(draft: ReportDraft, standard: readonly ReportBlock[], change: ReportChange): boolean {
  if (change.kind === 'add') return true;
  if (change.kind === 'remove') return draft.added.some(({ id }) => id === change.id);
  const blocks = applyDraft(standard, draft);
  const into = change.kind === 'put' ? change.section : null;
  return (
    blocks.some(({ id }) => id === change.id) &&
    (into === null || sectionsOf(blocks).some(({ id }) => id === into))
  );
}

/** Makes a change, and says whether what it is about was there. */
export async function changeReport(
  ctx: Context,
  project: string,
  standard: readonly ReportBlock[],
  change: ReportChange,
): Promise<boolean> {
  return ctx.writes.run(async (db) => {
    await holdProject(db, project);
    const state = await reportDraftOf(db, project);
    if (!isThere(state.draft, standard, change)) return false;
    const draft = changedDraft(state.draft, standard, change);
    if (draft !== state.draft) await keepReportDraft(db, project, state, draft, ctx.now().toISOString());
    return true;
  });
}

/** Takes the last change back, unless another came after `revision`; says whether it did. */
export async function takeBackReport(ctx: Context, project: string, revision: number): Promise<boolean> {
  return ctx.writes.run(async (db) => {
    await holdProject(db, project);
    const state = await reportDraftOf(db, project);
    if (state.revision !== revision) return false;
    await takeBackReportDraft(db, project, state, ctx.now().toISOString());
    return true;
  });
}

export interface TextChange {
  readonly block: string;
  /** The team added this text, so that a colleague can remove it. */
  readonly added: boolean;
  readonly language: string;
  readonly text: Omit<EditedText, 'revision'>;
  /** The revision of the words this was typed over; 0 for those that were proposed. */
  readonly seen: number;
}

/** Adds a text of the team with its words. */
export async function addReportText(
  ctx: Context,
  project: string,
  added: AddedText,
  language: string,
  text: Omit<EditedText, 'revision'>,
): Promise<void> {
  await ctx.writes.run(async (db) => {
    await holdProject(db, project);
    const state = await reportDraftOf(db, project);
    const kept = { ...text, revision: state.revision + 1 };
    const draft = withText(withAdded(state.draft, added), added.id, language, kept);
    await keepReportDraft(db, project, state, draft, ctx.now().toISOString());
  });
}

/**
 * Keeps the words of a text, unless somebody else changed them meanwhile: then nothing is kept and theirs come back.
 * Words that are the same as theirs are no difference. A text somebody removed meanwhile is `gone`.
 */
export async function writeReportText(
  ctx: Context,
  project: string,
  { block, added, language, text, seen }: TextChange,
): Promise<EditedText | 'proposed' | 'gone' | null> {
  return ctx.writes.run(async (db) => {
    await holdProject(db, project);
    const state = await reportDraftOf(db, project);
    if (added && !state.draft.added.some(({ id }) => id === block)) return 'gone';
    const theirs = state.draft.texts[block]?.[language];
    if ((theirs?.revision ?? 0) !== seen && (theirs?.words ?? text.proposal) !== text.words)
      return theirs ?? 'proposed';
    const kept = { ...text, revision: state.revision + 1 };
    const draft = withText(state.draft, block, language, kept);
    await keepReportDraft(db, project, state, draft, ctx.now().toISOString());
    return null;
  });
}
