// The libraries that answered in both waves: each its own before and after.
import { variableNamed } from '../../surveys/codebook.ts';
import type { Dataset } from '../dataset.ts';
import { countPerLibrary } from '../library-counts.ts';
import type { WavePanel } from '../results/waves.ts';
import { signTest } from '../statistics/sign-test.ts';

/** How many libraries answered in both. */
export function librariesInBoth(first: Dataset, second: Dataset): number {
  const before = new Set(answering(first));
  return answering(second).filter((library) => before.has(library)).length;
}

function answering({ library, libraries, size }: Dataset): readonly string[] {
  const seen = new Set<number>();
  for (let row = 0; row < size; row += 1) seen.add(library[row] as number);
  return libraries.filter((_, index) => seen.has(index));
}

/** Shares within a library that differ by less are the same. */
const sameShare = 1e-9;

/**
 * Libraries with an answer to this variable in both waves: how many rose and fell, and the exact test of as many one way
 * as the other. With one answer per library in each wave that is McNemar's exact test; with several a library has moved
 * when the share of its answers did.
 *
 * @param codes answers that count
 * @returns null when no library is in both
 */
export function panelOf(
  first: Dataset,
  second: Dataset,
  variable: string,
  codes: readonly string[],
): WavePanel | null {
  const before = sharesPerLibrary(first, variable, codes);
  const after = sharesPerLibrary(second, variable, codes);
  const tally = { libraries: 0, firstAnswers: 0, secondAnswers: 0, first: 0, second: 0, up: 0, down: 0 };
  for (const [library, is] of after) {
    const was = before.get(library);
    if (!was) continue;
    tally.libraries += 1;
    tally.firstAnswers += was.answers;
    tally.secondAnswers += is.answers;
    tally.first += was.share;
    tally.second += is.share;
    if (is.share > was.share + sameShare) tally.up += 1;
    else if (is.share < was.share - sameShare) tally.down += 1;
  }
  const { libraries, up, down } = tally;
  if (libraries === 0) return null;
  return {
    ...tally,
    first: tally.first / libraries,
    second: tally.second / libraries,
    same: libraries - up - down,
    p: signTest(up, down),
    corrected: null,
  };
}

interface LibraryShare {
  readonly answers: number;
  readonly share: number;
}

function sharesPerLibrary(
  dataset: Dataset,
  name: string,
  codes: readonly string[],
): ReadonlyMap<string, LibraryShare> {
  const variable = variableNamed(dataset.codebook, name);
  const { table, width } = countPerLibrary(dataset, variable, null);
  const shares = new Map<string, LibraryShare>();
  for (const [line, library] of dataset.libraries.entries()) {
    let [count, answers] = [0, 0];
    for (const [place, { code, missing }] of variable.categories.entries()) {
      if (missing !== null) continue;
      const given = table[(line + 1) * width + place] as number;
      answers += given;
      if (codes.includes(code)) count += given;
    }
    if (answers > 0) shares.set(library, { answers, share: count / answers });
  }
  return shares;
}
