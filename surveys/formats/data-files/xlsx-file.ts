// The data as a workbook: a page that says what it is, the codebook, and a line per response.
import type { Codebook } from '../../codebook.ts';
import { inLanguage } from '../../questionnaire.ts';
import { isNumeric, isOpen, type Variable } from '../../variable.ts';
import { answersAsText, type DataRecord, type DataWriter, dayHeading } from './data-record.ts';
import type { FileWords } from './file-words.ts';
import { type Cell, dayCell, wordCells, workbook } from './workbook.ts';

/** Words of a workbook, in the reader's language. */
export interface WorkbookWords {
  /** Names of the sheets. */
  readonly sheets: { readonly readme: string; readonly data: string; readonly codebook: string };
  /** What the file is and how to read it, a line each. */
  readonly readme: readonly string[];
  /** A head, and `codebookRows`. */
  readonly codebook: readonly (readonly string[])[];
}

/** A line per variable and code: variable, question, row or option, code, what it means, and why it is missing. */
export function codebookRows(
  codebook: Codebook,
  { language, reasons }: FileWords,
): readonly (readonly string[])[] {
  return codebook.variables.flatMap((variable) => {
    const about = [
      variable.name,
      inLanguage(variable.label, language),
      variable.item ? inLanguage(variable.item, language) : '',
    ];
    const open = isOpen(variable);
    const codes = variable.categories.filter(({ missing }) => missing !== null || !open);
    return [
      ...(open ? [[...about, '', '', '']] : []),
      ...codes.map(({ code, label, missing }) => [
        ...about,
        code,
        inLanguage(label, language),
        missing === null ? '' : reasons[missing],
      ]),
    ];
  });
}

/** A writer of a workbook; the same records and words give the same bytes. */
export function xlsxFile(codebook: Codebook, words: WorkbookWords): DataWriter<Uint8Array> {
  const { readme, data, codebook: codes } = words.sheets;
  const book = workbook([readme, codes, data]);
  book.row(wordCells(words.readme.map((line) => [line])));
  book.nextSheet();
  book.row(wordCells(words.codebook));
  book.nextSheet();
  book.row(wordCells([[dayHeading(codebook), ...codebook.variables.map(({ name }) => name)]]));
  const cells = cellsOf(codebook);
  return {
    head: book.taken(),
    record: (record) => {
      book.row([cells(record)]);
      return book.taken();
    },
    get end() {
      return book.end();
    },
  };
}

/** What a record says, cell by cell: codes and numbers that are numbers as numbers, days as days. */
function cellsOf(codebook: Codebook): (record: DataRecord) => readonly Cell[] {
  const answers = answersAsText(codebook, (given) => given);
  return (record) => [
    dayCell(record.day),
    ...answers(record).map((answer, index) => cellOf(codebook.variables[index], record.bytes[index], answer)),
  ];
}

function cellOf(variable: Variable | undefined, byte: number | undefined, answer: string): Cell {
  if (answer === '' || !variable) return null;
  if (variable.measure === 'text' || variable.measure === 'register') return { words: answer };
  if (variable.measure === 'day' && byte === 0) return dayCell(answer);
  const number = isNumeric(variable) ? /^-?\d+(\.\d+)?$/ : /^(0|[1-9]\d{0,8})$/;
  return number.test(answer) ? { number: Number(answer) } : { words: answer };
}
