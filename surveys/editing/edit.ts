// One change of a definition being edited, as a value; what it gives is always valid by the schema, or refused with
// what is wrong and where.
import type { DefinitionProblem } from '../check.ts';
import type { OptionList, Page, Question, Questionnaire, Scale } from '../questionnaire.ts';
import { listsUsed, namesOf, placedQuestions, scalesUsed, variableUses } from './references.ts';
import { refusal } from './refusal.ts';
import { withRenamedOptions, withRenamedQuestion } from './renames.ts';
import { readDefinition } from './schema-problems.ts';
import { type TextEdit, withTexts } from './texts.ts';

/** What a questionnaire says around its pages. */
export type Front = Pick<
  Questionnaire,
  'title' | 'audience' | 'languages' | 'welcome' | 'notice' | 'thanks' | 'contact' | 'hiddenAnswers'
>;

/** `after`: the code it comes behind, null for the first place. `to`: the place it has afterwards, from 0. */
export type Edit =
  | {
      readonly kind: 'addPage';
      readonly after: string | null;
      readonly page: Page;
      readonly scales?: Readonly<Record<string, Scale>>;
    }
  | { readonly kind: 'replacePage'; readonly code: string; readonly page: Omit<Page, 'questions'> }
  | { readonly kind: 'removePage'; readonly code: string }
  | { readonly kind: 'movePage'; readonly code: string; readonly to: number }
  | {
      readonly kind: 'addQuestion';
      readonly page: string;
      readonly after: string | null;
      readonly question: Question;
      /** Scales the question brings along; those that are there already stay as they are. */
      readonly scales?: Readonly<Record<string, Scale>>;
    }
  | { readonly kind: 'replaceQuestion'; readonly code: string; readonly question: Question }
  | { readonly kind: 'removeQuestion'; readonly code: string }
  | { readonly kind: 'moveQuestion'; readonly code: string; readonly page: string; readonly to: number }
  | { readonly kind: 'replaceList'; readonly code: string; readonly list: OptionList }
  | { readonly kind: 'removeList'; readonly code: string }
  | { readonly kind: 'replaceScale'; readonly code: string; readonly scale: Scale }
  | { readonly kind: 'removeScale'; readonly code: string }
  | { readonly kind: 'replaceFront'; readonly front: Front }
  | { readonly kind: 'setTexts'; readonly texts: readonly TextEdit[] }
  | { readonly kind: 'replaceAll'; readonly questionnaire: Questionnaire };

export type Edited =
  | { readonly questionnaire: Questionnaire }
  | { readonly problems: readonly DefinitionProblem[] };

/**
 * The questionnaire after an edit, or why it cannot be made. The one given is never changed. A new code is told to
 * every place that reads the old one; what is still referred to is not removed, and the problems say where.
 */
export function applyEdit(questionnaire: Questionnaire, edit: Edit): Edited {
  const made = make(questionnaire, edit);
  if ('problems' in made) return made;
  const read = readDefinition(made.questionnaire);
  if ('problems' in read) return read;
  const problems = unsound(read.questionnaire);
  return problems.length > 0 ? { problems } : read;
}

function make(questionnaire: Questionnaire, edit: Edit): Edited {
  switch (edit.kind) {
    case 'addPage': {
      const after = withScales(questionnaire, edit.scales);
      return withPages(after, insertAfter(after.pages, edit.after, edit.page));
    }
    case 'replacePage':
      return withPages(questionnaire, replace(questionnaire.pages, edit.code, edit.page, 'questions'));
    case 'removePage':
      return removePage(questionnaire, edit.code);
    case 'movePage':
      return withPages(questionnaire, move(questionnaire.pages, edit.code, edit.to));
    case 'addQuestion':
      return onPage(withScales(questionnaire, edit.scales), edit.page, (questions) =>
        insertAfter(questions, edit.after, edit.question),
      );
    case 'replaceQuestion': {
      const before = questionNamed(questionnaire, edit.code);
      return before
        ? { questionnaire: withRenamedQuestion(questionnaire, before.question, edit.question) }
        : gone(edit.code);
    }
    case 'removeQuestion':
      return removeQuestion(questionnaire, edit.code);
    case 'moveQuestion':
      return moveQuestion(questionnaire, edit);
    case 'replaceList':
      return { questionnaire: withRenamedOptions(questionnaire, 'list', edit.code, edit.list) };
    case 'replaceScale':
      return { questionnaire: withRenamedOptions(questionnaire, 'scale', edit.code, edit.scale) };
    case 'removeList':
      return removeShared(questionnaire, 'lists', edit.code);
    case 'removeScale':
      return removeShared(questionnaire, 'scales', edit.code);
    case 'replaceFront': {
      const { contact, audience, ...front } = edit.front;
      const { contact: _contact, audience: _audience, ...rest } = questionnaire;
      const added = { ...(audience ? { audience } : {}), ...(contact ? { contact } : {}) };
      return { questionnaire: { ...rest, ...front, ...added } };
    }
    case 'setTexts':
      return withTexts(questionnaire, edit.texts);
    case 'replaceAll':
      // The code is the survey's address and is not in anybody's hands here.
      return { questionnaire: { ...edit.questionnaire, code: questionnaire.code } };
  }
}

function gone(code: string): Edited {
  return { problems: [refusal('', 'gone', { code })] };
}

function questionNamed(questionnaire: Questionnaire, code: string) {
  return placedQuestions(questionnaire).find(({ question }) => question.code === code);
}

interface Coded {
  readonly code: string;
}

/** What a change of a row of things gives: the row, or the code that is not there (any more). */
type Row<T> = readonly T[] | { readonly gone: string };

function withPages(questionnaire: Questionnaire, pages: Row<Page>): Edited {
  return 'gone' in pages ? gone(pages.gone) : { questionnaire: { ...questionnaire, pages: [...pages] } };
}

function onPage(
  questionnaire: Questionnaire,
  code: string,
  change: (questions: readonly Question[]) => Row<Question>,
): Edited {
  const page = questionnaire.pages.find((each) => each.code === code);
  if (!page) return gone(code);
  const questions = change(page.questions);
  if ('gone' in questions) return gone(questions.gone);
  const changed = { ...page, questions: [...questions] };
  return withPages(
    questionnaire,
    questionnaire.pages.map((each) => (each === page ? changed : each)),
  );
}

function insertAfter<T extends Coded>(row: readonly T[], after: string | null, added: T): Row<T> {
  const place = after === null ? 0 : row.findIndex(({ code }) => code === after) + 1;
  if (place === 0 && after !== null) return { gone: after };
  return row.toSpliced(place, 0, added);
}

/** @param kept the part that stays as it was. */
function replace<T extends Coded, K extends keyof T>(
  row: readonly T[],
  code: string,
  by: Omit<T, K>,
  kept: K,
): Row<T> {
  const before = row.find((each) => each.code === code);
  if (!before) return { gone: code };
  // What is left out and what is kept make the whole again.
  const after = { ...by, [kept]: before[kept] } as unknown as T;
  return row.map((each) => (each === before ? after : each));
}

function move<T extends Coded>(row: readonly T[], code: string, to: number): Row<T> {
  const moved = row.find((each) => each.code === code);
  if (!moved) return { gone: code };
  const others = row.filter((each) => each !== moved);
  return others.toSpliced(Math.min(Math.max(0, to), others.length), 0, moved);
}

function withScales(
  questionnaire: Questionnaire,
  scales: Readonly<Record<string, Scale>> = {},
): Questionnaire {
  return { ...questionnaire, scales: { ...scales, ...questionnaire.scales } };
}

function removePage(questionnaire: Questionnaire, code: string): Edited {
  const index = questionnaire.pages.findIndex((page) => page.code === code);
  const page = questionnaire.pages[index];
  if (!page) return gone(code);
  if (questionnaire.pages.length === 1) return { problems: [refusal('pages', 'lastPage')] };
  const names = new Set(page.questions.flatMap((question) => [...namesOf(questionnaire, question)]));
  const problems = stillRead(questionnaire, names, `pages[${index}]`);
  if (problems.length > 0) return { problems };
  return withPages(questionnaire, questionnaire.pages.toSpliced(index, 1));
}

function removeQuestion(questionnaire: Questionnaire, code: string): Edited {
  const found = questionNamed(questionnaire, code);
  const page = questionnaire.pages.find(({ questions }) =>
    questions.some((question) => question === found?.question),
  );
  if (!found || !page) return gone(code);
  if (page.questions.length === 1) return { problems: [refusal(found.path, 'lastQuestion')] };
  const problems = stillRead(questionnaire, namesOf(questionnaire, found.question), found.path);
  if (problems.length > 0) return { problems };
  return onPage(questionnaire, page.code, (questions) => questions.filter((each) => each !== found.question));
}

/** Where these names are read, outside the part that has this path. */
function stillRead(
  questionnaire: Questionnaire,
  names: ReadonlySet<string>,
  within: string,
): readonly DefinitionProblem[] {
  return variableUses(questionnaire)
    .filter(({ path, name }) => names.has(name) && !path.startsWith(`${within}.`))
    .map(({ path, name }) => refusal(path, 'stillRead', { variable: name, path }));
}

function moveQuestion(
  questionnaire: Questionnaire,
  { code, page, to }: { readonly code: string; readonly page: string; readonly to: number },
): Edited {
  const found = questionNamed(questionnaire, code);
  const from = questionnaire.pages.find(({ questions }) =>
    questions.some((question) => question === found?.question),
  );
  if (!found || !from) return gone(code);
  if (from.code === page) return onPage(questionnaire, page, (questions) => move(questions, code, to));
  if (from.questions.length === 1) return { problems: [refusal(found.path, 'lastQuestionMoved')] };
  const without = onPage(questionnaire, from.code, (questions) =>
    questions.filter((each) => each !== found.question),
  );
  if ('problems' in without) return without;
  return onPage(without.questionnaire, page, (questions) => move([...questions, found.question], code, to));
}

function removeShared(questionnaire: Questionnaire, kind: 'lists' | 'scales', code: string): Edited {
  if (!Object.hasOwn(questionnaire[kind], code)) return gone(code);
  const used = kind === 'lists' ? listsUsed : scalesUsed;
  const problems = placedQuestions(questionnaire).flatMap(({ path, question }) =>
    used(question)
      .filter(({ name }) => name === code)
      .map((use) => refusal(`${path}.${use.path}`, 'stillUsed', { code, question: question.code })),
  );
  if (problems.length > 0) return { problems };
  const { [code]: _removed, ...others } = questionnaire[kind];
  return { questionnaire: { ...questionnaire, [kind]: others } };
}

/** What no page could be drawn with: codes that stand for two things, lists and scales that are not there. */
function unsound(questionnaire: Questionnaire): readonly DefinitionProblem[] {
  const problems: DefinitionProblem[] = [];
  const pages = new Set<string>();
  for (const [index, { code }] of questionnaire.pages.entries()) {
    if (pages.has(code)) problems.push(refusal(`pages[${index}].code`, 'codeTaken', { code }));
    pages.add(code);
  }
  const questions = new Set<string>();
  for (const { path, question } of placedQuestions(questionnaire)) {
    const { code } = question;
    if (questions.has(code)) problems.push(refusal(`${path}.code`, 'codeTaken', { code }));
    questions.add(code);
    for (const [kind, used] of [['lists', listsUsed] as const, ['scales', scalesUsed] as const]) {
      for (const use of used(question)) {
        if (!Object.hasOwn(questionnaire[kind], use.name)) {
          problems.push(refusal(`${path}.${use.path}`, `no.${kind}`, { code: use.name }));
        }
      }
    }
  }
  return problems;
}
