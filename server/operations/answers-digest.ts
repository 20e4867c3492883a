// What a file says, whatever form it is written in: two files with the same answers have the same digest.
import { createHash } from 'node:crypto';
import type { NewResponse } from '../db/responses.ts';

export interface AnswersDigest {
  add(response: Omit<NewResponse, 'id'>): void;
  /** SHA-256 of all that was added, in hexadecimal; the order of the responses makes no difference. */
  value(): string;
}

export function answersDigest(): AnswersDigest {
  const each: string[] = [];
  return {
    add: ({ day, library, document, texts }) => {
      const words = Object.entries(texts).sort(([one], [other]) => (one < other ? -1 : 1));
      const response = createHash('sha256')
        .update(JSON.stringify([day, library, words]))
        .update(document);
      each.push(response.digest('base64url'));
    },
    value: () => createHash('sha256').update(each.sort().join('\n')).digest('hex'),
  };
}
