// How documents of an earlier version of a questionnaire read as columns of the present one: by variable name and code,
// never by place.
import type { Codebook } from '../surveys/codebook.ts';
import { notShownByte, skippedByte } from '../surveys/response-document.ts';
import { isNumeric, type Variable } from '../surveys/variable.ts';

/** Where a variable's byte comes from in an older document (-1: it was not asked), and what each byte means now. */
interface Translation {
  readonly from: number;
  readonly bytes: Uint8Array;
}

/** How documents of an earlier version read. */
export interface OlderVersion {
  readonly codebook: Codebook;
  readonly variables: readonly Translation[];
  /** For each numeric variable of now its place among the numbers then; -1: it was not asked. */
  readonly numbers: readonly number[];
}

/** The way from an older codebook to the present one. */
export function translate(older: Codebook, current: Codebook): OlderVersion {
  const variables = current.variables.map((variable) => {
    const from = older.position.get(variable.name) ?? -1;
    const bytes = new Uint8Array(256).fill(skippedByte);
    bytes[notShownByte] = notShownByte;
    older.variables[from]?.categories.forEach((category, index) => {
      // A number has no meaning as words or as another kind of number: a day is no month.
      if (category.missing === null && !sameLine(older.variables[from], variable)) return;
      const now = variable.categories.findIndex(({ code }) => code === category.code);
      if (now >= 0) bytes[index] = now;
    });
    return { from, bytes };
  });
  const numbers = current.numeric.map((name) => {
    const before = older.variables[older.position.get(name) ?? -1];
    const now = current.variables[current.position.get(name) ?? -1];
    return sameLine(before, now) ? older.numeric.indexOf(name) : -1;
  });
  return { codebook: older, variables, numbers };
}

/** What an older document says of a variable of now. */
export function byteNow({ from, bytes }: Translation, document: Uint8Array): number {
  return from < 0 ? notShownByte : (bytes[document[from] ?? skippedByte] ?? skippedByte);
}

function sameLine(before: Variable | undefined, now: Variable | undefined): boolean {
  if (!before || !now) return false;
  return isNumeric(before) || isNumeric(now) ? before.measure === now.measure : true;
}
