// What a script hears after saving a page while somebody is still answering it. "Saved" is said after the commit.
import type { Response } from 'express';
import { isMissing } from '../../../surveys/kept-answers.ts';
import type { Page } from '../../../surveys/questionnaire.ts';
import { formatTime } from '../../format-values.ts';
import type { Visit } from './desk.ts';
import type { Outcome } from './save-page.ts';

/** The reply as JSON; views/client/saving.js reads it. */
export type AutosaveReply =
  /** Kept. `unread`: how many answers are not, because they cannot be read as they are typed now. */
  | { readonly savedAt: string; readonly revision: number; readonly unread: number }
  /** Not kept: no consent yet. */
  | { readonly unsaved: true }
  /** Not kept: somebody has to choose, at this address with the same form. */
  | { readonly conflict: true; readonly address: string }
  /** There is no draft any more: it was sent, or this computer was locked. */
  | { readonly gone: true; readonly address: string };

/** 200 when what was sent is settled, 409 when somebody has to look. */
export function autosaveReply(
  response: Response,
  { visit, page }: { readonly visit: Visit; readonly page: Page },
  outcome: Outcome | 'other',
): void {
  const said = replyTo(visit, page, outcome);
  response.setHeader('Cache-Control', 'no-store');
  response.status('conflict' in said || 'gone' in said ? 409 : 200).json(said);
}

function replyTo(visit: Visit, page: Page, outcome: Outcome | 'other'): AutosaveReply {
  const { home } = visit;
  if (outcome === 'other' || outcome.kind === 'stale')
    return { conflict: true, address: `${home}/page/${page.code}?go=stay` };
  if (outcome.kind === 'gone') {
    const { found } = outcome;
    const locked = found.state === 'none' && found.locked;
    return {
      gone: true,
      address: found.state === 'sent' ? `${home}/thanks` : locked ? `${home}/locked` : home,
    };
  }
  if (outcome.kind === 'noConsent') return { unsaved: true };
  const { draft, before, reading } = outcome;
  const kept = draft ? { ...draft, revision: draft.revision + 1 } : before;
  return {
    savedAt: formatTime(visit.language, kept.updatedAt),
    revision: kept.revision,
    unread: [...reading.problems.values()].filter((problem) => !isMissing(problem)).length,
  };
}
