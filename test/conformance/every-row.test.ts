// Every row of the four sources behind the further instruments is held by a test that carries its id in its title (issue's must-show).
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = new URL('../', import.meta.url).pathname;
/** How many rows each source has. */
const rows = { LIB: 26, FGR: 26, NYR: 36, UKB: 15 } as const;

const tests = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.test.ts'),
);
const idsIn = (text: string) =>
  [...text.matchAll(/\b(LIB|FGR|NYR|UKB)-(\d\d)(?:\.\.(\d\d))?(?!\d)/g)].flatMap(([, source, from, to]) =>
    Array.from(
      { length: Number(to ?? from) - Number(from) + 1 },
      (_, step) => `${source}-${String(Number(from) + step).padStart(2, '0')}`,
    ),
  );
/** Titles of tests and groups, with the table of cases their titles are filled from. */
const titled = /\b(?:it|test|describe)(?:\.each\([\s\S]*?\])?\)?\(\s*(['"`])[\s\S]*?\1/g;
const held = new Set(
  tests.flatMap((file) =>
    [...readFileSync(`${folder}${file}`, 'utf8').matchAll(titled)].flatMap(([whole]) => idsIn(whole)),
  ),
);

describe.each(Object.entries(rows))('the rows of %s', (source, count) => {
  it('are each held by a test of their own name', () => {
    const all = Array.from(
      { length: count },
      (_, place) => `${source}-${String(place + 1).padStart(2, '0')}`,
    );
    expect(all.filter((id) => !held.has(id))).toEqual([]);
  });
});
