// Somebody's answers as a plain text file: the same lines as on the page, for whoever wants to keep them.
import type { AnsweredPage, AnswerInWords } from './answers-view.ts';

/** The few words of the file that are not the questionnaire's own. */
export interface AnswersTextWords {
  /** "niet beantwoord" */
  readonly open: string;
  readonly from: string;
  readonly until: string;
}

/** The answers as lines of text; each line ends as Windows expects, which every other system reads too. */
export function answersAsText(
  heading: readonly string[],
  pages: readonly AnsweredPage[],
  words: AnswersTextWords,
): string {
  const lines = [...heading, ''];
  for (const page of pages) {
    lines.push(page.title, '='.repeat(Math.min(72, [...page.title].length)), '');
    for (const { label, answer } of page.questions)
      lines.push(label, ...answerLines(answer, words).map((line) => `  ${line}`), '');
  }
  return lines.flatMap((line) => line.split('\n')).join('\r\n');
}

function answerLines(answer: AnswerInWords, words: AnswersTextWords): readonly string[] {
  switch (answer.kind) {
    case 'open':
      return [`(${words.open})`];
    case 'words':
      return answer.words.split('\n');
    case 'list':
      return answer.items.map((item) => `- ${item}`);
    case 'ordered':
      return answer.items.map((item, index) => `${index + 1}. ${item}`);
    case 'pairs':
      return answer.pairs.map(({ label, words: given }) => `${label}: ${given}`);
    case 'period':
      return [`${words.from} ${answer.begin}`, `${words.until} ${answer.end}`];
    case 'grid':
      return answer.groups.flatMap(({ label, rows }) => [
        ...(label === null ? [] : [`[${label}]`]),
        ...rows.map((row) => `${row.label}: ${cellsInWords(row.cells, words)}`),
      ]);
  }
}

function cellsInWords(
  cells: readonly { readonly words: string | null; readonly asked: boolean }[],
  words: AnswersTextWords,
): string {
  const asked = cells.filter((cell) => cell.asked);
  if (asked.every((cell) => cell.words === null)) return `(${words.open})`;
  return asked.map((cell) => cell.words ?? `(${words.open})`).join('; ');
}
