// Which styles and scripts a page of the questionnaire needs: only those of the kinds of questions on it.
import type { Page, Question } from '../../../surveys/questionnaire.ts';

export interface PageAssets {
  readonly styles: readonly string[];
  readonly scripts: readonly string[];
}

const withFields: ReadonlySet<Question['type']> = new Set([
  'number',
  'slider',
  'scale',
  'date',
  'points',
  'pick',
  'section',
]);

// A definition never changes, so each page is looked through once.
const known = new WeakMap<Page, PageAssets>();

/** The assets of a page beside those every page has; the same for every respondent. */
export function assetsOf(page: Page): PageAssets {
  const found = known.get(page) ?? look(page);
  known.set(page, found);
  return found;
}

function look({ questions }: Page): PageAssets {
  const grid = questions.some(({ type }) => type === 'grid');
  const register = questions.some(({ type }) => type === 'register');
  const fields = questions.some(needsFields);
  return {
    styles: [...(grid ? ['grid.css'] : []), ...(fields || register ? ['fields.css'] : [])],
    scripts: [
      'respond.js',
      ...(grid ? ['grid.js'] : []),
      ...(register ? ['register.js'] : []),
      ...(fields ? ['fields.js'] : []),
    ],
  };
}

function needsFields(question: Question): boolean {
  if (withFields.has(question.type)) return true;
  if ('instead' in question && question.instead.length > 0) return true;
  return question.type === 'multiple' && question.min !== undefined;
}
