// Groups of backgrounds and the answers in them: how large they are, which sizes and rows no view shows, and what each byte
// of a variable is among its figures.
import { variableNamed } from '../../surveys/codebook.ts';
import { unranked } from '../../surveys/question-types/rank.ts';
import { reasonOfByte } from '../../surveys/response-document.ts';
import type { Dataset } from '../dataset.ts';
import { noGroup } from '../explore/splits.ts';
import { suppressTable } from '../statistics/suppress-table.ts';
import type { FamilyTable } from './exchange.ts';
import type { Joint } from './joint.ts';
import type { TableShape } from './lines.ts';
import { minimums } from './minimums.ts';

/** Sizes of the groups of one background or of two together. */
export interface GroupTable {
  readonly first: number;
  readonly second: number;
  /** Per combination its group in this table. */
  readonly groupOf: Int32Array;
  readonly sizes: Int32Array;
  /** 1 where the size itself must not be known. */
  readonly hidden: Uint8Array;
  /** 1 where nothing of the group is shown: too few people or libraries, or too few outside it. */
  readonly refused: Uint8Array;
  /** 1 where a register's group has too few libraries: none of its cells may come back. */
  readonly fewLibraries: Uint8Array;
}

/** Hides every answer of groups that no view shows anything of: the rest, refused groups, and those that are too small or all alike. */
export function hideGroups(
  table: FamilyTable,
  { refused }: GroupTable,
  { answers, width }: TableShape,
): void {
  const groups = table.counts.length / answers;
  for (let group = 0; group < groups; group += 1) {
    const rest = group >= groups - width || (width > 1 && group % width === width - 1);
    const cells = table.counts.subarray(group * answers, (group + 1) * answers);
    const base = cells.reduce((sum, count) => sum + count, 0);
    // A group whose every answer is the same says it of each person in it (docs/rules.md, Subtraction).
    const alike = base < minimums.verdict && cells.filter((count) => count > 0).length === 1;
    if (rest || refused[group] === 1 || base < minimums.cross || alike) {
      table.hidden.fill(1, group * answers, (group + 1) * answers);
    }
  }
}

/** The sizes of groups by two backgrounds that must be hidden; the rest's are known from the others' and hide nothing. */
export function hiddenSizes(sizes: Int32Array, width: number): Uint8Array {
  const rows = Array.from({ length: sizes.length / width - 1 }, (_, row) => [
    ...sizes.subarray(row * width, (row + 1) * width - 1),
  ]);
  const hidden = new Uint8Array(sizes.length);
  const shown = rows.map(() => false);
  for (const [row, places] of suppressTable(rows, shown, minimums.cell).entries()) {
    for (const column of places) hidden[row * width + column] = 1;
  }
  return hidden;
}

/** 1 for groups of the register with too few libraries. @param groupOf per combination of the joint its group. */
export function groupsOfFewLibraries(
  { library, libraries, size }: Dataset,
  joint: Joint,
  groupOf: Int32Array,
  groups: number,
): Uint8Array {
  const seen = new Uint8Array(groups * libraries.length);
  for (let row = 0; row < size; row += 1) {
    const index = library[row] as number;
    if (index >= 0) seen[(groupOf[joint.of[row] as number] as number) * libraries.length + index] = 1;
  }
  return new Uint8Array(groups).map((_, group) => {
    const own = seen.subarray(group * libraries.length, (group + 1) * libraries.length);
    return Number(own.reduce((sum, one) => sum + one, 0) < minimums.libraries);
  });
}

/** The figures a variable has, and which of them each byte is; `noGroup` for none. */
export function answersOf(
  dataset: Dataset,
  name: string,
): { readonly count: number; readonly ofByte: Uint8Array } {
  const variable = variableNamed(dataset.codebook, name);
  const ofByte = new Uint8Array(256).fill(noGroup);
  if (variable.measure === 'text') {
    ofByte[0] = 0;
    for (let byte = 1; byte < 256; byte += 1)
      if (reasonOfByte(variable, byte) === 'skipped') ofByte[byte] = 1;
    return { count: 2, ofByte };
  }
  const figures = variable.categories.flatMap(({ code, missing }, byte) =>
    missing === null ? [{ code, byte }] : [],
  );
  const ranked = variable.type === 'rank';
  for (const [place, { code, byte }] of figures.entries())
    ofByte[byte] = ranked ? Number(code === unranked) : place;
  return { count: ranked ? 2 : Math.max(1, figures.length), ofByte };
}
