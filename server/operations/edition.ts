// A name for one state of something that several people may edit; a form carries that of what it shows.
import { createHash } from 'node:crypto';

/** The same for equal values, another one as soon as anything differs; null is a state too. */
export function editionOf(part: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(part ?? null))
    .digest('base64url')
    .slice(0, 16);
}
