// A definition as its makers look at it: everything shows, whatever it hangs on.
import type { Option, OptionList, Page, Question, Questionnaire } from '../questionnaire.ts';

// A definition never changes, so what everything shows in is made once.
const known = new WeakMap<Questionnaire, Questionnaire>();

/** The questionnaire without its conditions, so that each page, question, row and option can be looked at. */
export function withoutConditions(questionnaire: Questionnaire): Questionnaire {
  const found = known.get(questionnaire);
  if (found) return found;
  const shown: Questionnaire = {
    ...questionnaire,
    lists: Object.fromEntries(
      Object.entries(questionnaire.lists).map(([code, list]) => [code, listShown(list)]),
    ),
    pages: questionnaire.pages.map(pageShown),
  };
  known.set(questionnaire, shown);
  return shown;
}

function pageShown({ showIf: _showIf, ...page }: Page): Page {
  return { ...page, questions: page.questions.map(questionShown) };
}

function questionShown({ showIf: _showIf, ...question }: Question): Question {
  // TypeScript cannot follow that taking away a condition leaves each kind what it is.
  const shown = question as Question;
  if ('options' in shown && Array.isArray(shown.options))
    return { ...shown, options: shown.options.map(optionShown) };
  if (shown.type !== 'grid') return shown;
  if (Array.isArray(shown.rows)) return { ...shown, rows: shown.rows.map(optionShown) };
  return 'list' in shown.rows ? shown : { ...shown, rows: listShown(shown.rows) };
}

function listShown({ groups, options }: OptionList): OptionList {
  return { groups, options: options.map(optionShown) };
}

function optionShown({ showIf: _showIf, ...option }: Option): Option {
  return option;
}
