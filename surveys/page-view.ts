// Definition + answers + problems + language → plain data for the page. Templates only repeat it.
import { formQuestions, nextPage, previousPage, progressOf, type Walk } from './flow.ts';
import { needsAnswer, questionBody } from './question-types/index.ts';
import { messageView } from './question-types/message-view.ts';
import type { Given, LibraryGroup, Problem } from './question-types/question-type.ts';
import type { GridBody, MessageView, QuestionBody } from './question-types/question-view.ts';
import { inLanguage, type Page, type Question, type Questionnaire } from './questionnaire.ts';

export interface QuestionView {
  readonly code: string;
  readonly label: string;
  readonly help: string | null;
  readonly required: boolean;
  readonly message: MessageView | null;
  /** The ids that describe the question's controls, joined by spaces; '' when nothing does. */
  readonly describedBy: string;
  /** Answered and right while something else on the page is wrong: shown as one line that opens. */
  readonly folded: boolean;
  readonly body: QuestionBody;
}

export interface PartView {
  /** How much of this part of the questionnaire is done, 0 to 100. */
  readonly done: number;
  readonly here: boolean;
}

export interface PageView {
  readonly code: string;
  readonly title: string;
  readonly intro: string | null;
  readonly part: number;
  readonly parts: number;
  readonly minutes: number;
  readonly bars: readonly PartView[];
  /** Rows of grids answered and in all; null on a page without a grid. */
  readonly rows: { readonly answered: number; readonly total: number } | null;
  readonly summary: readonly { readonly target: string; readonly message: MessageView }[];
  readonly questions: readonly QuestionView[];
  /** A two-scale grid needs the whole width. */
  readonly wide: boolean;
  /** The title of the next page up to its colon; null on the last page. */
  readonly next: string | null;
  readonly previous: string | null;
}

export interface PageViewInput {
  readonly questionnaire: Questionnaire;
  readonly page: Page;
  readonly walked: Walk;
  /** What to fill in: the answers, or after a mistake everything that was typed. */
  readonly given: Given;
  readonly problems: readonly Problem[];
  readonly language: string;
  readonly libraries: readonly LibraryGroup[];
}

/** One page of the questionnaire as it is shown now. */
export function pageView(input: PageViewInput): PageView {
  const { questionnaire, page, walked, language } = input;
  const questions = formQuestions(page, walked).map((question) => questionView(input, question));
  const { part, parts, minutes } = progressOf(questionnaire, walked, page.code);
  const next = nextPage(walked, page.code);
  const grids = questions.map((question) => question.body).filter((body) => body.type === 'grid');
  const rows = rowCount(grids);
  return {
    code: page.code,
    title: inLanguage(page.title, language),
    intro: page.intro ? inLanguage(page.intro, language) : null,
    part,
    parts,
    minutes,
    bars: Array.from({ length: parts }, (_, index) => ({
      done: partDone(index + 1, part, rows),
      here: index + 1 === part,
    })),
    rows,
    summary: input.problems.map((problem) => ({
      target: problem.target,
      message: messageView(problem, 'link', language),
    })),
    questions,
    wide: grids.some((body) => body.second !== null && questions.every((question) => !question.folded)),
    next: next ? shortTitle(inLanguage(next.title, language)) : null,
    previous: previousPage(walked, page.code)?.code ?? null,
  };
}

function questionView(input: PageViewInput, question: Question): QuestionView {
  const { questionnaire, given, problems, language, libraries } = input;
  const problem = problems.find((candidate) => candidate.field === question.code);
  const others = problem ?? problems.find((candidate) => candidate.field.startsWith(`${question.code}.`));
  const shown = problem ?? (question.type === 'grid' ? undefined : others);
  const body = questionBody(questionnaire, question, given, { language, problems, libraries });
  const described = [question.help ? `${question.code}-help` : '', shown ? `${question.code}-problem` : ''];
  return {
    code: question.code,
    label: inLanguage(question.label, language),
    help: question.help ? inLanguage(question.help, language) : null,
    required: needsAnswer(question) && question.type !== 'grid',
    message: shown ? messageView(shown, 'field', language) : null,
    describedBy: described.filter(Boolean).join(' '),
    folded: problems.length > 0 && body.type === 'grid' && isDone(body),
    body,
  };
}

function isDone(grid: GridBody): boolean {
  const rows = grid.groups.flatMap((group) => group.rows);
  return grid.answered === grid.rowCount && rows.every((row) => row.message === null);
}

function rowCount(grids: readonly GridBody[]): PageView['rows'] {
  if (grids.length === 0) return null;
  return {
    answered: grids.reduce((sum, body) => sum + body.answered, 0),
    total: grids.reduce((sum, body) => sum + body.rowCount, 0),
  };
}

function partDone(part: number, current: number, rows: PageView['rows']): number {
  if (part < current) return 100;
  if (part > current || rows === null) return 0;
  return Math.round((100 * rows.answered) / rows.total);
}

/** A title such as "Help: what do you know?" says enough on a button up to its colon. */
function shortTitle(title: string): string {
  return title.split(':')[0]?.trim() ?? title;
}
