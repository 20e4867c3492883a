// The headings of a CSV against those a column map speaks of; and how cells and headings are compared.
import { type ColumnMap, headingsOf, type ImportProblem, problem } from './column-map.ts';
import { likelyDelimiter } from './csv-records.ts';

/** Cells and headings are compared without outer blanks, with inner runs of blanks (also non-breaking) as one space. */
export function plain(content: string): string {
  const trimmed = content.trim();
  return /[\u00A0\u202F]| {2}/.test(trimmed) ? trimmed.replaceAll(/[ \u00A0\u202F]+/g, ' ') : trimmed;
}

/**
 * What is wrong with the headings of a file: too few, too many, empty, twice, or all in one cell because the file
 * was written with another delimiter.
 * @param headings as `plain` gives them.
 */
export function checkHeadings(map: ColumnMap, headings: readonly string[]): readonly ImportProblem[] {
  const wanted = headingsOf(map).map(plain);
  const missing = wanted.filter((heading) => !headings.includes(heading));
  const likely = likelyDelimiter(headings.join(map.delimiter));
  if (missing.length > 0 && likely !== null && likely !== map.delimiter) {
    return [wrongDelimiter(map.delimiter, likely, headings.length)];
  }
  return [
    ...checkNames(headings),
    ...missing.map((heading) => problem('headingMissing', heading)),
    ...headings
      .filter((heading, index) => heading !== '' && headings.indexOf(heading) === index)
      .filter((heading) => !wanted.includes(heading))
      .map((heading) => problem('headingUnknown', heading)),
  ];
}

/** Headings that are empty or stand twice, whoever reads the file. */
export function checkNames(headings: readonly string[]): readonly ImportProblem[] {
  return headings.flatMap((heading, index) => {
    if (heading === '') return [problem('headingEmpty', null, { place: index + 1 })];
    const first = headings.indexOf(heading);
    return first === index ? [] : [problem('headingTwice', heading, { first: first + 1, second: index + 1 })];
  });
}

export function wrongDelimiter(delimiter: string, likely: string, found: number): ImportProblem {
  return problem('wrongDelimiter', null, { delimiter: shown(delimiter), likely: shown(likely), found });
}

/** A delimiter as a person would name it. */
function shown(delimiter: string): string {
  return delimiter === '\t' ? 'tab' : delimiter;
}
