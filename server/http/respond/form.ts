// A form as it arrives: the answers of the page, which draft they are for, and which button was pressed.
import type { Request } from 'express';
import type { Fields } from '../../../surveys/read-page.ts';
import { unsupportedForm } from '../../errors.ts';
import { normaliseReceipt } from '../../identity/tokens.ts';

/**
 * The hidden field with the code of the draft a page was made for. No question can have this name: a colon is not
 * allowed in one.
 */
export const draftField = 'draft:code';

export type Way = 'next' | 'previous' | 'stay';

export interface PageForm {
  readonly fields: Fields;
  /** The draft the page was made for; null when the form does not say. */
  readonly receipt: string | null;
  readonly way: Way;
  /** Another draft is open in this browser by now, and this one is taken up again in its place. */
  readonly take: boolean;
}

/** The fields that were sent. @throws ExpectedFailure when it was no form: nothing of the page may be wiped by it. */
export function fieldsOf(request: Request): Fields {
  if (!request.is('application/x-www-form-urlencoded')) throw unsupportedForm();
  return (request.body ?? {}) as Fields;
}

/** A sent page. @throws ExpectedFailure when it was no form. */
export function readForm(request: Request): PageForm {
  const { [draftField]: code, ...fields } = fieldsOf(request);
  const { go, take } = request.query;
  return {
    fields,
    receipt: typeof code === 'string' ? normaliseReceipt(code) : null,
    way: go === 'previous' || go === 'stay' ? go : 'next',
    take: take === '1',
  };
}
