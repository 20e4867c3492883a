// What the form of a record carries besides its fields.
import type { Visitor } from '../set-up/start-app.ts';

/** Its token, the edition of what it shows, and the code of the record. */
export async function carriedBy(team: Visitor, path: string) {
  const { text } = await team.get(path);
  const hidden = (field: string) => new RegExp(`name="${field}" value="([^"]*)"`).exec(text)?.[1] ?? '';
  return { csrf: hidden('csrf'), edition: hidden('edition'), code: hidden('code') };
}
