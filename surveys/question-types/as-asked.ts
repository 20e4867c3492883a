// A question as one respondent is asked it: only the options and rows whose condition holds, in their own order.
import { holds, type Situation } from '../condition.ts';
import {
  type Condition,
  type Option,
  type OptionList,
  optionsOf,
  type Question,
  type Questionnaire,
  rowsOf,
} from '../questionnaire.ts';
import { shuffledOrder } from './shuffle.ts';

/**
 * The question with what is offered in this situation; the same value when all of it is, in the order of the definition.
 * Null when nothing is left to choose from: then there is no question.
 * @param seed of the respondent's own order; null keeps the order of the definition (for reading and storing).
 * @param isOpen whether a condition cannot be decided yet: what hangs on it is offered, for the form of a page.
 */
export function questionAsAsked<Q extends Question>(
  questionnaire: Questionnaire,
  question: Q,
  situation: Situation,
  seed: number | null = null,
  isOpen: (condition: Condition) => boolean = () => false,
): Q | null {
  const list = listOffered(questionnaire, question);
  if (list === null) return question;
  const shuffle = seed !== null && 'shuffle' in question && question.shuffle;
  if (!shuffle && !haveConditions(list.options)) return question;
  // All are put in order before some are left out, so that the others keep their places when one comes or goes.
  const ordered = shuffle ? inOrder(list.options, seed, question.code) : list.options;
  const options = ordered.filter(
    ({ showIf }) => holds(showIf, situation) || (showIf !== undefined && isOpen(showIf)),
  );
  if (options.length === 0) return null;
  // A grid keeps its groups; TypeScript cannot follow that the other kinds have options.
  return question.type === 'grid'
    ? { ...question, rows: { groups: list.groups, options } }
    : { ...question, options };
}

type Offered = Pick<OptionList, 'groups'> & { readonly options: readonly Option[] };

// A definition never changes, so its options are looked through once.
const conditional = new WeakMap<readonly Option[], boolean>();

/** Whether any of these options or rows is offered to some only. */
function haveConditions(options: readonly Option[]): boolean {
  const known = conditional.get(options);
  if (known !== undefined) return known;
  const have = options.some(({ showIf }) => showIf !== undefined);
  conditional.set(options, have);
  return have;
}

function listOffered(questionnaire: Questionnaire, question: Question): Offered | null {
  if (question.type === 'grid') return rowsOf(questionnaire, question);
  return 'options' in question ? { groups: [], options: optionsOf(questionnaire, question) } : null;
}

/** Options in the respondent's order; "other", "none of these" and reasons to give no answer stay where they are. */
function inOrder(options: readonly Option[], seed: number, question: string): Option[] {
  const free = options.filter((option) => !staysInPlace(option));
  const order = shuffledOrder(seed, question, free.length);
  let place = 0;
  return options.map((option) => {
    if (staysInPlace(option)) return option;
    const next = free[order[place] as number] as Option;
    place += 1;
    return next;
  });
}

function staysInPlace({ text, exclusive, missing }: Option): boolean {
  return text === true || exclusive === true || missing !== undefined;
}
