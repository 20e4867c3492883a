// The codebook as archives take it: DDI-Codebook 2.5, every variable with its question, its codes and why some of them
// are no answers. Source: DDI Alliance, DDI-Codebook 2.5 XML schema.
import type { Codebook } from '../../codebook.ts';
import { inLanguage, type Questionnaire, questionsOf } from '../../questionnaire.ts';
import { isNumeric, isOpen, type Variable } from '../../variable.ts';
import { xmlWords } from '../xml-words.ts';
import { dayHeading, notShownCell } from './data-record.ts';
import type { FileWords } from './file-words.ts';

/** The data file a codebook describes. */
export interface DescribedFile {
  readonly name: string;
  readonly records: number;
}

/**
 * The DDI document of a survey's CSV. Codes are as `csvFile` writes them; an empty cell means skipped.
 * @param codebook of the data, which may offer what the newest questionnaire does not any more.
 */
export function ddiCodebook(
  questionnaire: Questionnaire,
  codebook: Codebook,
  file: DescribedFile,
  words: FileWords,
): string {
  const say = (text: Parameters<typeof inLanguage>[0]) => xmlWords(inLanguage(text, words.language));
  const variables = codebook.variables.map((variable, index) =>
    variableXml(variable, `V${index + 1}`, words),
  );
  const groups = questionsOf(questionnaire).flatMap((question, index) => {
    const members = codebook.variables.flatMap(({ question: code }, place) =>
      code === question.code ? [`V${place + 1}`] : [],
    );
    return members.length > 1
      ? [
          `<varGrp ID="G${index + 1}" name="${question.code}" type="multipleResp" var="${members.join(' ')}"><labl>${say(question.label)}</labl></varGrp>`,
        ]
      : [];
  });
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<codeBook xmlns="ddi:codebook:2_5" version="2.5" xml:lang="${words.language}">`,
    '<stdyDscr><citation><titlStmt>',
    `<titl>${say(questionnaire.title)}</titl><IDNo>${questionnaire.code}</IDNo>`,
    '</titlStmt></citation></stdyDscr>',
    `<fileDscr ID="F1"><fileTxt><fileName>${xmlWords(file.name)}</fileName>`,
    `<dimensns><caseQnty>${file.records}</caseQnty><varQnty>${codebook.variables.length + 1}</varQnty></dimensns>`,
    '<fileType charset="UTF-8">text/csv</fileType></fileTxt></fileDscr>',
    '<dataDscr>',
    ...groups,
    `<var ID="V0" name="${dayHeading(codebook)}" files="F1"><labl>${xmlWords(words.day)}</labl><varFormat type="character" category="date"/></var>`,
    ...variables,
    '</dataDscr>',
    '</codeBook>',
  ].join('\n')}\n`;
}

function variableXml(variable: Variable, id: string, words: FileWords): string {
  const say = (text: Parameters<typeof inLanguage>[0]) => xmlWords(inLanguage(text, words.language));
  const numeric = isNumeric(variable);
  const label = variable.item ? say(variable.item) : say(variable.label);
  const counted = numeric && (variable.measure === 'number' || variable.measure === 'year');
  const date = numeric && !counted ? ' category="date"' : '';
  const categories = variable.categories.filter(({ missing }) => missing !== null || !isOpen(variable));
  return [
    `<var ID="${id}" name="${variable.name}" files="F1" intrvl="${numeric ? 'contin' : 'discrete'}">`,
    `<labl>${label}</labl>`,
    `<qstn><qstnLit>${say(variable.label)}</qstnLit></qstn>`,
    ...categories.map(({ code, label: own, missing }) => categoryXml(code, say(own), missing)),
    categoryXml(notShownCell, xmlWords(words.reasons.notShown), 'notShown'),
    `<varFormat type="${counted ? 'numeric' : 'character'}"${date}/>`,
    '</var>',
  ].join('');
}

function categoryXml(code: string, label: string, missing: string | null): string {
  const reason = missing === null ? '' : ` missing="Y" missType="${missing}"`;
  return `<catgry${reason}><catValu>${code}</catValu><labl>${label}</labl></catgry>`;
}
