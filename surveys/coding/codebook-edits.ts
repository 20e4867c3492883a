// The codebook changed by a team: codes added, renamed, described, set aside and taken out. What is coded has codes, not
// names, so it follows a new name; every change is kept with its date and the role of who made it.
import type { CodebookEntry, CodingDimension, CodingFrame } from '../needs-catalogue.ts';
import type { Text } from '../questionnaire.ts';

/** When a change is made, and by somebody with which role. */
export interface ChangedBy {
  readonly at: string;
  readonly role: string;
}

type Change = NonNullable<CodingFrame['changes']>[number];

/** A code for a name: its letters and digits, with a number behind it where another has that code. */
export function codeFor(name: string, taken: readonly string[]): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 34);
  const start = plain || 'code';
  if (!taken.includes(start)) return start;
  let number = 2;
  while (taken.includes(`${start}_${number}`)) number += 1;
  return `${start}_${number}`;
}

/** The first codebook of a project. */
export function firstCodebook(
  questions: readonly string[],
  names: Readonly<Record<CodingDimension, readonly string[]>>,
  language: string,
): CodingFrame {
  const entries = (dimension: CodingDimension) => {
    const made: CodebookEntry[] = [];
    for (const name of names[dimension]) {
      const code = codeFor(
        name,
        made.map((each) => each.code),
      );
      made.push({ code, label: { [language]: name } });
    }
    return made;
  };
  return { questions: [...questions], services: entries('services'), themes: entries('themes') };
}

/** The codebook with one code more. */
export function withNewCode(
  frame: CodingFrame,
  dimension: CodingDimension,
  label: Text,
  by: ChangedBy,
): CodingFrame {
  const [name = ''] = Object.values(label);
  const code = codeFor(
    name,
    frame[dimension].map((each) => each.code),
  );
  return logged({ ...frame, [dimension]: [...frame[dimension], { code, label }] }, by, {
    what: 'added',
    dimension,
    code,
  });
}

/** What a form says of a code. */
export type CodeContent = Pick<CodebookEntry, 'label' | 'description' | 'keywords'>;

/** The codebook with other words for a code. */
export function withContent(
  frame: CodingFrame,
  dimension: CodingDimension,
  code: string,
  content: CodeContent,
  by: ChangedBy,
): CodingFrame {
  const before = frame[dimension].find((each) => each.code === code);
  if (!before) return frame;
  const { label: _, description: __, keywords: ___, ...rest } = before;
  const after = { ...rest, ...content };
  if (JSON.stringify(before) === JSON.stringify({ ...before, ...content })) return frame;
  const renamed = JSON.stringify(before.label) !== JSON.stringify(content.label);
  return logged(replaced(frame, dimension, code, after), by, {
    what: renamed ? 'renamed' : 'described',
    dimension,
    code,
    ...(renamed ? { was: before.label } : {}),
  });
}

/** The codebook in which a code is offered again, or not any more: what has it keeps it. */
export function withRetired(
  frame: CodingFrame,
  dimension: CodingDimension,
  code: string,
  retired: boolean,
  by: ChangedBy,
): CodingFrame {
  const before = frame[dimension].find((each) => each.code === code);
  if (!before || (before.retired ?? false) === retired) return frame;
  const { retired: _, ...rest } = before;
  const after = retired ? { ...rest, retired: true as const } : rest;
  return logged(replaced(frame, dimension, code, after), by, {
    what: retired ? 'retired' : 'returned',
    dimension,
    code,
  });
}

/** The codebook without a code that nothing has; the last code of a dimension stays. */
export function withoutCode(
  frame: CodingFrame,
  dimension: CodingDimension,
  code: string,
  by: ChangedBy,
): CodingFrame {
  const before = frame[dimension].find((each) => each.code === code);
  if (!before || frame[dimension].length < 2) return frame;
  const left = frame[dimension].filter((each) => each !== before);
  return logged({ ...frame, [dimension]: left }, by, { what: 'removed', dimension, code, was: before.label });
}

function replaced(
  frame: CodingFrame,
  dimension: CodingDimension,
  code: string,
  after: CodebookEntry,
): CodingFrame {
  return { ...frame, [dimension]: frame[dimension].map((each) => (each.code === code ? after : each)) };
}

/** Older changes than a thousand make room. */
const mostChanges = 1000;

function logged(
  frame: CodingFrame,
  { at, role }: ChangedBy,
  change: Omit<Change, 'at' | 'role'>,
): CodingFrame {
  return { ...frame, changes: [...(frame.changes ?? []), { at, role, ...change }].slice(-mostChanges) };
}
