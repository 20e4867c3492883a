// Words of the definition with earlier answers filled in: `{A2}` stands for the answer to A2, `{A2|je bib}` for that
// answer or, where there is none, the words after the bar.
import type { Answers } from './answers.ts';
import { type Codebook, codebookOf } from './codebook.ts';
import { dateInWords, numberInWords } from './in-words.ts';
import { placeOf } from './number-line.ts';
import { ticked } from './question-types/multiple.ts';
import { inLanguage, type Questionnaire, type Text } from './questionnaire.ts';
import { reference } from './references.ts';
import { isNumeric, type Variable } from './variable.ts';

/** Says texts of the definition in a language, with the answers filled in. Words people typed come back as they are: escape them. */
export function sayer(
  questionnaire: Questionnaire,
  answers: Answers,
  language: string,
): (text: Text) => string {
  return (text) => {
    const words = inLanguage(text, language);
    if (!words.includes('{')) return words;
    const codebook = codebookOf(questionnaire);
    return words.replaceAll(
      reference,
      (_, name: string, otherwise?: string) =>
        answerInWords(codebook, name, answers, language) ?? otherwise ?? '',
    );
  };
}

function answerInWords(codebook: Codebook, name: string, answers: Answers, language: string): string | null {
  const variable = codebook.variables[codebook.position.get(name) ?? -1];
  if (variable) return wordsOf(variable, answers[name], language);
  const ticks = codebook.variables.filter(
    (candidate) =>
      candidate.question === name && candidate.measure === 'nominal' && answers[candidate.name] === ticked,
  );
  if (ticks.length === 0) return null;
  return ticks.map(({ item }) => (item ? inLanguage(item, language) : '')).join(', ');
}

function wordsOf(variable: Variable, answer: string | undefined, language: string): string | null {
  if (answer === undefined || answer === '') return null;
  if (variable.measure === 'text') return inOneLine(answer);
  if (isNumeric(variable)) {
    // A reason to give no number is no number.
    if (placeOf(variable.measure, answer) === null) return null;
    return variable.measure === 'number'
      ? numberInWords(answer, language)
      : dateInWords(variable.measure, answer, language);
  }
  const category = variable.categories.find(({ code }) => code === answer);
  return category && category.missing === null ? inLanguage(category.label, language) : null;
}

/** Typed words as part of a sentence: on one line, and not a whole story. */
function inOneLine(words: string): string {
  const line = [...words.replaceAll(/\s+/g, ' ').trim()];
  return line.length > longestWords ? `${line.slice(0, longestWords).join('').trimEnd()}…` : line.join('');
}

/** Longest typed words in a text, in characters. */
const longestWords = 120;
