// An R script that reads our CSV and makes of it what R works with: factors with labels, numbers, dates; and why what is
// missing is missing, in a table beside it.
import type { Codebook } from '../../codebook.ts';
import { inLanguage } from '../../questionnaire.ts';
import { isNumeric, type Variable } from '../../variable.ts';
import type { CsvSigns } from './csv-file.ts';
import { dayHeading, givenCell, notShownCell } from './data-record.ts';
import { type FileWords, wholeLabel } from './file-words.ts';

/**
 * The script. It leaves two data frames of the same shape: `answers`, and `missing` with the reason where there is none
 * (`notShown`, `skipped`, `notApplicable`, `dontKnow`, `preferNotToSay`; NA where there is an answer).
 * @param csvName the CSV beside it, as `csvFile` writes it with these signs.
 */
export function rScript(
  codebook: Codebook,
  csvName: string,
  { delimiter, decimal }: CsvSigns,
  { language }: Pick<FileWords, 'language'>,
): string {
  const names = codebook.variables.map(
    (variable) => `${quoted(variable.name)} = ${quoted(wholeLabel(variable, language))}`,
  );
  return `${[
    `answers <- read.csv(${quoted(csvName)}, sep = ${quoted(delimiter)}, fileEncoding = "UTF-8-BOM",`,
    '  colClasses = "character", check.names = FALSE, na.strings = character(0))',
    'missing <- answers',
    'missing[] <- NA_character_',
    '',
    '# Cells without an answer become NA, their reason goes to the other table.',
    'take_out <- function(name, cells, reason) {',
    '  found <- answers[[name]] %in% cells & is.na(missing[[name]])',
    '  missing[[name]][found] <<- reason',
    '}',
    `for (name in names(answers)) { take_out(name, "", "skipped"); take_out(name, ${quoted(notShownCell)}, "notShown") }`,
    ...codebook.variables.flatMap(reasonLines),
    'answers[!is.na(missing)] <- NA',
    `answers[answers == ${quoted(givenCell)}] <- NA`,
    '',
    `answers[[${quoted(dayHeading(codebook))}]] <- as.Date(answers[[${quoted(dayHeading(codebook))}]])`,
    ...codebook.variables.map((variable) => answerLine(variable, language, decimal)),
    '',
    '# What was asked, by variable.',
    `labels <- c(\n  ${names.join(',\n  ')}\n)`,
    'for (name in names(labels)) attr(answers[[name]], "label") <- labels[[name]]',
  ].join('\n')}\n`;
}

/**
 * Words as R reads them: no string of it holds the character nought or half a character, and signs that turn the direction
 * of writing stand there as their number.
 */
function quoted(words: string): string {
  const whole = words.replaceAll('\u0000', '').replace(/\p{Cs}/gu, '\uFFFD');
  return JSON.stringify(whole).replace(
    /[\u202A-\u202E\u2066-\u2069]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16)}`,
  );
}

function reasonLines({ name, categories }: Variable): readonly string[] {
  return categories
    .filter(({ missing }) => missing !== null)
    .map(({ code, missing }) => `take_out(${quoted(name)}, ${quoted(code)}, ${quoted(missing ?? '')})`);
}

function answerLine(variable: Variable, language: string, decimal: CsvSigns['decimal']): string {
  const cell = `answers[[${quoted(variable.name)}]]`;
  if (variable.measure === 'text') return `${cell} <- sub("^'('*[=+@.\\t\\r\\n-])", "\\\\1", ${cell})`;
  if (variable.measure === 'register' || variable.measure === 'month')
    return `${cell} <- as.character(${cell})`;
  if (variable.measure === 'day') return `${cell} <- as.Date(${cell})`;
  if (isNumeric(variable))
    return `${cell} <- as.numeric(${decimal === ',' ? `sub(",", ".", ${cell}, fixed = TRUE)` : cell})`;
  const offered = variable.categories.filter(({ missing }) => missing === null);
  const labels = offered.map(({ label }) => inLanguage(label, language));
  const own = offered.map(({ code }, index) => {
    const label = labels[index] ?? code;
    return labels.indexOf(label) === labels.lastIndexOf(label) ? label : `${label} (${code})`;
  });
  const list = (words: readonly string[]) => `c(${words.map(quoted).join(', ')})`;
  const ordered = variable.measure === 'ordinal' ? ', ordered = TRUE' : '';
  return `${cell} <- factor(${cell}, levels = ${list(offered.map(({ code }) => code))}, labels = ${list(own)}${ordered})`;
}
