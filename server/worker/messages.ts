// What the server and its worker say to each other, and how an error crosses: a copied error forgets what kind it was.
import { UnreleasedQuote } from '../../analysis/report/chain.ts';
import { ReportTemplateMistake } from '../../analysis/report/model.ts';
import { FileFailure } from '../csv-file.ts';
import type { Reading } from '../datasets.ts';
import { ExpectedFailure } from '../errors.ts';
import type { JobName } from './jobs.ts';

/** To the worker: a job, or that it may stop. */
export type Request = { readonly id: number; readonly job: JobName; readonly input: unknown } | 'stop';

/** From the worker: what a job gave, or how far it is with reading responses. */
export type Reply =
  | { readonly id: number; readonly output: unknown }
  | { readonly id: number; readonly error: CrossingError }
  | { readonly reading: Reading };

export interface CrossingError {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** The kinds of error that somebody on the other side tells apart. */
const kinds = new Map(
  [ExpectedFailure, FileFailure, UnreleasedQuote, ReportTemplateMistake, RangeError].map((kind) => [
    kind.name,
    kind,
  ]),
);

/** Anything thrown, as plain values. */
export function errorToCross(thrown: unknown): CrossingError {
  if (!(thrown instanceof Error))
    return { name: 'Error', message: String(thrown), stack: undefined, fields: {} };
  const { name, message, stack } = thrown;
  // Only kinds that are told apart have fields worth taking along; another's may not be copied at all.
  return { name, message, stack, fields: kinds.has(name) ? { ...thrown } : {} };
}

/** The error as it was thrown: the same kind, words and fields, and the stack of where it happened. */
export function errorThatCrossed({ name, message, stack, fields }: CrossingError): Error {
  const error = Object.assign(new Error(message), fields);
  const kind = kinds.get(name);
  if (kind) Object.setPrototypeOf(error, kind.prototype);
  // Assigned fields would show up where the stack is printed; these belong to every error.
  Object.defineProperty(error, 'name', { value: name, configurable: true, writable: true });
  if (stack !== undefined)
    Object.defineProperty(error, 'stack', { value: stack, configurable: true, writable: true });
  return error;
}
