// Whether a page looks different from one respondent to the next before anybody has answered it.
import { optionsOf, type Page, type Question, type Questionnaire, rowsOf } from './questionnaire.ts';
import { readsElsewhere, readsPage } from './same-page.ts';

// A definition never changes, so each page is looked through once.
const known = new WeakMap<Page, boolean>();

/** True when earlier answers, the register or the respondent's own order change what the empty page says. */
export function isPersonal(questionnaire: Questionnaire, page: Page): boolean {
  let personal = known.get(page);
  if (personal === undefined) {
    personal =
      page.questions.some((question) => isPersonalQuestion(questionnaire, page, question)) ||
      // A brace in any of its words can be a reference to an answer.
      hasReference([page, questionnaire.lists, questionnaire.scales]) ||
      // The button that leads on says the title of another page.
      hasReference(questionnaire.pages.map(({ title }) => title));
    known.set(page, personal);
  }
  return personal;
}

function isPersonalQuestion(questionnaire: Questionnaire, page: Page, question: Question): boolean {
  if ('shuffle' in question && question.shuffle) return true;
  // What such a condition leaves to the page depends on what was said before it.
  const { showIf } = question;
  if (showIf && readsPage(questionnaire, page, showIf) && readsElsewhere(questionnaire, page, showIf))
    return true;
  return offered(questionnaire, question).some(({ showIf }) => showIf !== undefined);
}

function offered(questionnaire: Questionnaire, question: Question) {
  if (question.type === 'grid') return rowsOf(questionnaire, question).options;
  return 'options' in question ? optionsOf(questionnaire, question) : [];
}

/** Whether any words in the value hold a reference such as `{A2}`. */
function hasReference(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('{');
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some(hasReference);
}
