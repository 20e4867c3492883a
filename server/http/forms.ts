// Reading the forms people send.
import express, { type Request } from 'express';
import type { FormFields } from '../../surveys/editing/form-fields.ts';

/** Reads an ordinary form. One that was read already is left alone. */
export const readForm = express.urlencoded({ extended: false, limit: '200kb', parameterLimit: 2000 });

/** Every field of a form that was sent once, as it was typed. */
export function fieldsSentOnce(request: Request): Readonly<Record<string, string>> {
  const body: unknown = request.body;
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(
    Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** Every text field of an editor's form but the token, the button and the edition. */
export function fieldsOf(request: Request): FormFields {
  const own = Object.entries(fieldsSentOnce(request)).filter(
    ([name]) => !['csrf', 'action', 'edition'].includes(name),
  );
  return Object.fromEntries(own);
}
