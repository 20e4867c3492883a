// A form as it arrives: the answers of the page, which draft they are for, and which button was pressed.
import type { Request } from 'express';
import type { Fields } from '../../../surveys/read-page.ts';
import { unsupportedForm } from '../../errors.ts';
import { normaliseReceipt } from '../../identity/tokens.ts';

/**
 * The hidden fields of a page. No question can have such a name: a colon is not allowed in one.
 * `code`: the code of the draft the page was made for. `revision`: after which save of it. `asked`: the questions
 * left open that were asked for once already, between spaces.
 */
export const formFields = { code: 'draft:code', revision: 'draft:revision', asked: 'asked:once' } as const;

/** `autosave`: a script saves what is there so far, and nobody goes anywhere. */
export type Way = 'next' | 'previous' | 'stay' | 'autosave';

export interface PageForm {
  readonly fields: Fields;
  /** The draft the page was made for; null when the form does not say. */
  readonly receipt: string | null;
  /** The revision of the draft the page was made from; null when the form does not say. */
  readonly revision: number | null;
  readonly asked: ReadonlySet<string>;
  readonly way: Way;
  /** Another draft is open in this browser by now, and this one is taken up again in its place. */
  readonly take: boolean;
}

const ways: readonly unknown[] = ['previous', 'stay', 'autosave'];

function isWay(go: unknown): go is Way {
  return ways.includes(go);
}

/** The fields that were sent. @throws ExpectedFailure when it was no form: nothing of the page may be wiped by it. */
export function fieldsOf(request: Request): Fields {
  if (!request.is('application/x-www-form-urlencoded')) throw unsupportedForm();
  return (request.body ?? {}) as Fields;
}

/** A sent page. @throws ExpectedFailure when it was no form. */
export function readForm(request: Request): PageForm {
  const { [formFields.code]: code, [formFields.revision]: revision, ...rest } = fieldsOf(request);
  const { [formFields.asked]: asked, ...fields } = rest;
  const { go, take } = request.query;
  return {
    fields,
    receipt: typeof code === 'string' ? normaliseReceipt(code) : null,
    revision: typeof revision === 'string' && /^\d{1,9}$/.test(revision) ? Number(revision) : null,
    asked: new Set(typeof asked === 'string' ? asked.split(' ', mostAsked) : []),
    way: isWay(go) ? go : 'next',
    take: take === '1',
  };
}

/** No page has more questions than this. */
const mostAsked = 500;

/** The hidden fields that send a form again as it came, for the draft it was made for. */
export function hiddenFields(
  { asked }: PageForm,
  receipt: string,
  revision: number | null,
): readonly { readonly name: string; readonly value: string }[] {
  return [
    { name: formFields.code, value: receipt },
    ...(revision === null ? [] : [{ name: formFields.revision, value: String(revision) }]),
    ...(asked.size === 0 ? [] : [{ name: formFields.asked, value: [...asked].join(' ') }]),
  ];
}
