// A code may retire, never change meaning: what was answered with a code that is not offered any more stays that answer.
// For the analysis the newest definition therefore offers again, at the end, what earlier versions offered.
import {
  type Option,
  type OptionList,
  optionsOf,
  type Question,
  type Questionnaire,
  type QuestionOf,
  questionsOf,
  rowsOf,
} from './questionnaire.ts';

/**
 * The newest definition with the options, rows and scale points of its questions that only earlier versions had. The
 * same value when nothing retired. Questions that were removed, or became of another type, are not brought back.
 * @param older earlier versions, the first one first.
 */
export function withRetired(newest: Questionnaire, older: readonly Questionnaire[]): Questionnaire {
  return older.toReversed().reduce(withRetiredOf, newest);
}

function withRetiredOf(newest: Questionnaire, older: Questionnaire): Questionnaire {
  const scaled = withScalePoints(newest, older);
  const before = new Map(questionsOf(older).map((question) => [question.code, question]));
  let changed = scaled !== newest;
  const pages = scaled.pages.map((page) => ({
    ...page,
    questions: page.questions.map((question) => {
      const was = before.get(question.code);
      const now = was?.type === question.type ? withOffered(scaled, question, older, was) : question;
      if (now !== question) changed = true;
      return now;
    }),
  }));
  return changed ? { ...scaled, pages } : newest;
}

function withScalePoints(newest: Questionnaire, older: Questionnaire): Questionnaire {
  const scales: Questionnaire['scales'] = { ...newest.scales };
  let grown = false;
  for (const [code, scale] of Object.entries(newest.scales)) {
    const was = Object.hasOwn(older.scales, code) ? older.scales[code] : undefined;
    const retired = onlyIn(was?.options ?? [], scale.options);
    if (retired.length === 0) continue;
    scales[code] = { ...scale, options: [...scale.options, ...retired] };
    grown = true;
  }
  return grown ? { ...newest, scales } : newest;
}

/** The question with what it offered before, as options or rows of its own. */
function withOffered(
  newest: Questionnaire,
  question: Question,
  older: Questionnaire,
  was: Question,
): Question {
  if (question.type === 'grid' && was.type === 'grid') return withRows(newest, question, older, was);
  if (!('options' in question && 'options' in was)) return question;
  const options = optionsOf(newest, question);
  const retired = onlyIn(optionsOf(older, was), options);
  return retired.length === 0 ? question : { ...question, options: [...options, ...retired] };
}

function withRows(
  newest: Questionnaire,
  grid: QuestionOf<'grid'>,
  older: Questionnaire,
  was: QuestionOf<'grid'>,
): Question {
  const rows = rowsOf(newest, grid);
  const retired = onlyIn(rowsOf(older, was).options, rows.options, rows.groups);
  return retired.length === 0 ? grid : { ...grid, rows: { ...rows, options: [...rows.options, ...retired] } };
}

/** Options whose code is not among the others; without what only says when they are offered, or a group that is gone. */
function onlyIn(
  before: readonly Option[],
  now: readonly Option[],
  groups: OptionList['groups'] = [],
): readonly Option[] {
  const offered = new Set(now.map(({ code }) => code));
  return before
    .filter(({ code }) => !offered.has(code))
    .map(({ showIf: _showIf, group, ...option }) =>
      groups.some(({ code }) => code === group) ? { ...option, group } : option,
    );
}
