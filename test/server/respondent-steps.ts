// The steps of somebody who answers the sample questionnaire, for tests of saving.
import { type Draft, draftByReceipt } from '../../server/db/drafts.ts';
import { hashToken } from '../../server/identity/tokens.ts';
import type { App, Page, Visitor } from '../set-up/start-app.ts';

export const page = (code: string) => `/s/proef/page/${code}`;
export const you = { consent: 'yes', library: 'bib-1', role: 'other', 'role.other.text': 'poetsen' };
export const tools = { 'use.till': '2', 'well.till': '1', 'use.group.web': '1', 'learn.a': '1' };
export const ways = { 'ways.paper': '1', pace: 'N', words: 'hallo' };

/** The code this visitor's browser holds, without its hyphen; '' when it holds none. */
export const receiptOf = (visitor: Visitor) => visitor.cookies.get('receipt_proef') ?? '';

export function draftUnder(app: App, receipt: string): Promise<Draft | null> {
  return draftByReceipt(app.ctx.db.kysely, 'proef', hashToken('receipt', receipt));
}

/** The fields a form brings by itself. */
export function hidden(reply: Page): Readonly<Record<string, string>> {
  const fields = reply.text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g);
  return Object.fromEntries([...fields].map(([, name = '', value = '']) => [name, unescaped(value)]));
}

/** Where the form of a page sends to. @param having a part the address must have. */
export function actionOf(reply: Page, having: string): string {
  const actions = [...reply.text.matchAll(/action="([^"]+)"/g)].map(([, action = '']) => unescaped(action));
  return actions.find((action) => action.includes(having)) ?? '';
}

function unescaped(text: string): string {
  return text
    .replaceAll('&#x3D;', '=')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
