// "I don't know" and its like beside an answer that is no list of codes: a reason chosen instead of answering. Every
// variable of the question then has that reason, so that no count takes it for a figure.
import type { Instead, Question, Text } from '../questionnaire.ts';
import type { Category, Variable } from '../variable.ts';
import { controlId, type Given, type Reading } from './question-type.ts';
import type { ChoiceView } from './question-view.ts';

/** The reasons a question offers; none for the kinds whose own options can be reasons. */
export function insteadOf(question: Question): readonly Instead[] {
  return 'instead' in question ? question.instead : [];
}

/** The name of the form field with the reason. */
export function insteadName(question: Question): string {
  return `${question.code}.instead`;
}

/** The variable with the question's reasons behind its own categories; words have none. */
export function withReasons(question: Question, variable: Variable): Variable {
  const reasons = insteadOf(question);
  if (reasons.length === 0 || variable.measure === 'text') return variable;
  const categories = reasons.map(
    ({ code, label, missing }): Category => ({ code, label, value: null, missing }),
  );
  return { ...variable, categories: [...variable.categories, ...categories] };
}

/** The reason that was given: its own field, or stored answers that are all that reason. '' when none was. */
export function reasonGiven(question: Question, names: readonly string[], given: Given): string {
  const reason = given[insteadName(question)] ?? '';
  if (reason !== '') return reason;
  const stored = insteadOf(question).find(({ code }) => names.some((name) => given[name] === code));
  return stored?.code ?? '';
}

/** What was given without reasons, as the question's own type reads it. */
export function withoutReasons(question: Question, names: readonly string[], given: Given): Given {
  const codes = insteadOf(question).map(({ code }) => code);
  // Most questions have none, and hundreds of names.
  if (codes.length === 0) return given;
  const isReason = (name: string) => codes.includes(given[name] ?? '');
  if (!names.some(isReason)) return given;
  return Object.fromEntries(
    Object.entries(given).filter(([name]) => !(names.includes(name) && isReason(name))),
  );
}

/** The reading of a reason: every variable has it; a reason beside an answer, or one the question has not, is a problem. */
export function readReason(
  question: Question,
  names: readonly string[],
  reason: string,
  own: Reading,
): Reading {
  const known = insteadOf(question).find(({ code }) => code === reason);
  const target = controlId(insteadName(question), known?.code ?? insteadOf(question)[0]?.code ?? '');
  const field = question.code;
  const { label } = question;
  if (!known) {
    const values = { question: label, value: reason.slice(0, 40) };
    return { answers: {}, problems: [{ field, target, key: 'unknownCode', values }] };
  }
  if (
    Object.keys(own.answers).length > 0 ||
    own.problems.some(({ key }) => key !== 'required' && key !== 'softRequired')
  ) {
    const values = { question: label, option: known.label };
    return { answers: {}, problems: [{ field, target, key: 'insteadToo', values }] };
  }
  return { answers: Object.fromEntries(names.map((name) => [name, reason])), problems: [] };
}

/** The reasons as boxes beside the answer. */
export function insteadView(
  question: Question,
  reason: string,
  say: (text: Text) => string,
): readonly ChoiceView[] {
  const name = insteadName(question);
  return insteadOf(question).map(({ code, label }) => ({
    id: controlId(name, code),
    name,
    value: code,
    label: say(label),
    note: null,
    checked: reason === code,
    apart: true,
    exclusive: false,
    text: null,
    showIf: null,
  }));
}
