// A page of one draft is sent while this browser holds another: an old tab on a shared computer. Nothing is stored;
// what was typed waits in the page until somebody chooses.
import type { Response } from 'express';
import type { Page } from '../../../surveys/questionnaire.ts';
import { fieldsOfPage } from '../../../surveys/read-page.ts';
import type { Context } from '../../context.ts';
import { showReceipt } from '../../identity/tokens.ts';
import { frameOf, optionsFor, type Visit } from './desk.ts';
import { hiddenFields, type PageForm } from './form.ts';
import type { Found } from './receipt.ts';
import { pageAddress } from './show-page.ts';

export interface OtherDraft {
  readonly visit: Visit;
  readonly page: Page;
  readonly form: PageForm;
  /** The code of the draft the page was made for. */
  readonly receipt: string;
  /** What this browser holds now. */
  readonly here: Found;
}

/** 409: what happened, on with what is open now, or back to the other draft with everything that was typed. */
export function showOtherDraft(
  ctx: Context,
  response: Response,
  { visit, page, form, receipt, here }: OtherDraft,
): void {
  const title = ctx.texts.say(visit.language, 'respond.otherDraft.title');
  const known = fieldsOfPage(visit.questionnaire, page);
  const fields = Object.entries(form.fields).flatMap(([name, value]) =>
    typeof value === 'string' && known.has(name) ? [{ name, value }] : [],
  );
  const data = {
    // Changing the language here would lose what was typed.
    survey: { ...frameOf(ctx, visit), languages: [] },
    action: `${visit.home}/page/${page.code}?go=${form.way}&take=1`,
    receipt: showReceipt(receipt),
    fields: [...hiddenFields(form, receipt, form.revision), ...fields],
    open: here.state === 'none' ? null : here.state,
    goOn: here.state === 'draft' ? pageAddress(visit, here.draft) : visit.home,
  };
  ctx.render(response, 'respond/other-draft', data, optionsFor(visit, title, { status: 409 }));
}
