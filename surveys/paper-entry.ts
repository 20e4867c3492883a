// A form that came back on paper, typed in: which small fields there are, in the order of the paper, and what the
// numbers in them mean. The numbers are those paper.ts prints.
import type { Answers } from './answers.ts';
import type { PaperBody, PaperOption, PaperPage, PaperQuestion } from './paper.ts';
import { ticked } from './question-types/multiple.ts';
import type { Problem } from './question-types/question-type.ts';
import { type Questionnaire, questionsOf } from './questionnaire.ts';
import { readResponse } from './read-page.ts';
import type { Register } from './register.ts';

/** One small field: what is typed in it, and for whom it is read. */
export interface EntryField {
  readonly name: string;
  /** The row or option it is about; '' where the question says it all. */
  readonly label: string;
  readonly kind: 'one' | 'several' | 'digit' | 'amount' | 'date' | 'short' | 'words' | 'library';
  /** Of a grid the scale, of a period its end: beside `label`. */
  readonly part: string;
  /** The numbers and letters it may hold; empty where anything may be typed. */
  readonly allowed: readonly string[];
}

/** The fields of a question, in the order somebody reads them from paper; consent and words between have none. */
export function entryFields(question: PaperQuestion): readonly EntryField[] {
  const { body, code, reasons } = question;
  const letters = reasons.map(({ number }) => number);
  const field = (more: Partial<EntryField> & Pick<EntryField, 'kind'>): EntryField => ({
    name: code,
    label: '',
    part: '',
    allowed: [],
    ...more,
  });
  switch (body.kind) {
    case 'tick':
    case 'section':
      return [];
    case 'library':
      return [field({ kind: 'library' })];
    case 'choices': {
      const numbers = body.options.map(({ number }) => number);
      const words = body.options.filter(({ text }) => text);
      return [
        field({ kind: body.several ? 'several' : 'one', allowed: [...numbers, ...letters] }),
        ...words.map((option) => field({ ...named(code, option, '.text'), kind: 'short' })),
      ];
    }
    case 'line':
      return [field({ kind: 'one', allowed: [...body.points, ...letters] })];
    case 'places': {
      const places = Array.from({ length: body.top }, (_, index) => String(index + 1));
      const allowed = [...places, ...letters];
      return body.options.map((option) => field({ ...named(code, option), kind: 'digit', allowed }));
    }
    case 'points':
      return body.options.map((option) => field({ ...named(code, option), kind: 'amount' }));
    case 'number':
      return [field({ kind: 'amount' })];
    case 'date':
      return body.period
        ? ['begin', 'end'].map((part) => field({ name: `${code}.${part}`, kind: 'date', part }))
        : [field({ kind: 'date' })];
    case 'words':
      return [field({ kind: body.maxLength <= 200 ? 'short' : 'words' })];
    case 'grid':
      return body.groups.flatMap(({ rows }) =>
        rows.flatMap((row) =>
          body.scales.map(({ variable, label, columns }) =>
            field({
              ...named(variable, row),
              kind: 'one',
              part: body.scales.length > 1 ? label : '',
              allowed: columns.map(({ number }) => number),
            }),
          ),
        ),
      );
  }
}

function named(before: string, { code, label }: PaperOption, after = '') {
  return { name: `${before}.${code}${after}`, label };
}

export interface PaperEntry {
  readonly questionnaire: Questionnaire;
  /** The paper in any language: only its codes and numbers are read. */
  readonly pages: readonly PaperPage[];
  /** Field name → what was typed. */
  readonly typed: Readonly<Record<string, string>>;
  readonly libraries: readonly { readonly code: string; readonly name: string }[];
  readonly register: Register;
}

/** A message under `entry.problem`, or under `respond.problem` where the form on screen says the same. */
export interface EntryProblem {
  readonly field: string;
  readonly from: 'entry' | 'respond';
  readonly key: string;
  readonly values: Problem['values'];
}

export interface PaperReading {
  /** What will be stored; only worth anything without problems. */
  readonly answers: Answers;
  readonly problems: readonly EntryProblem[];
  /** Numbers of questions that had an answer on paper and are not asked with these answers. */
  readonly letGo: readonly string[];
}

/** Questions that must be answered on screen may stay open on paper: nobody is there to be asked again. */
const mayStayOpen: ReadonlySet<string> = new Set([
  'required',
  'requiredRow',
  'softRequired',
  'softRow',
  'consent',
]);

/** Reads a typed form. Consent is confirmed apart: who calls this has seen it on the paper. */
export function readPaperEntry(entry: PaperEntry): PaperReading {
  const asked = entry.pages.flatMap(({ questions }) => questions);
  const readings = asked.map((question) => ({ question, ...readFields(entry, question) }));
  const consent = questionsOf(entry.questionnaire)
    .filter(({ type }) => type === 'consent')
    .map(({ code }) => [code, 'yes']);
  const fields: Record<string, string> = Object.fromEntries(consent);
  for (const reading of readings) Object.assign(fields, reading.fields);
  const { answers, problems } = readResponse(entry.questionnaire, fields, entry.register);
  const own = readings.flatMap((reading) => reading.problems);
  const ofForm = problems
    .filter(({ key }) => !mayStayOpen.has(key))
    .flatMap((problem) => {
      const field = fieldOf(asked, problem);
      if (field === null || own.some((one) => one.field === field)) return [];
      return [{ field, from: 'respond' as const, key: problem.key, values: problem.values }];
    });
  const letGo = readings
    .filter(({ question, fields: given }) => {
      const names = Object.keys(given).filter((name) => given[name] !== '');
      const wrong = ofForm.some(({ field }) => isOf(question, field));
      return names.length > 0 && !wrong && names.some((name) => isLost(question, name, answers));
    })
    .map(({ question }) => question.number);
  return { answers, problems: [...own, ...ofForm], letGo };
}

/** Whether a field that was given is not among the answers. A reason stands under the names of the question itself. */
function isLost(question: PaperQuestion, name: string, answers: Answers): boolean {
  if (name !== `${question.code}.instead`) return answers[name] === undefined;
  return !Object.keys(answers).some((variable) => isOf(question, variable));
}

interface FieldsRead {
  readonly fields: Readonly<Record<string, string>>;
  readonly problems: readonly EntryProblem[];
}

/** The form fields the typed numbers of one question stand for. */
function readFields(entry: PaperEntry, question: PaperQuestion): FieldsRead {
  const fields: Record<string, string> = {};
  const problems: EntryProblem[] = [];
  for (const { name, kind, allowed } of entryFields(question)) {
    const typed = (entry.typed[name] ?? '').trim();
    if (typed === '') continue;
    const reason = question.reasons.find(({ number }) => number === typed.toLowerCase());
    if (reason && kind !== 'short' && kind !== 'words') {
      if (kind === 'library') fields[name] = reason.code;
      else fields[`${question.code}.instead`] = reason.code;
    } else if (kind === 'library') {
      const found = libraryNamed(entry.libraries, typed);
      if (found.length === 1) fields[name] = found[0]?.code ?? '';
      else
        problems.push(wrong(name, found.length === 0 ? 'noLibrary' : 'manyLibraries', typed, found.length));
    } else if (allowed.length > 0) {
      const numbers = kind === 'several' ? typed.split(/[\s,;.+/-]+/).filter(Boolean) : [typed];
      const strange = numbers.find((number) => !allowed.includes(number));
      if (strange !== undefined) problems.push(wrong(name, 'noSuchNumber', strange, allowed.length));
      else for (const number of numbers) Object.assign(fields, meaningOf(question.body, name, number));
    } else fields[name] = typed;
  }
  return { fields, problems };
}

function wrong(field: string, key: string, typed: string, count: number): EntryProblem {
  return { field, from: 'entry', key, values: { typed: typed.slice(0, 40), count } };
}

/** The form field one number of a printed list stands for. */
function meaningOf(body: PaperBody, name: string, number: string): Readonly<Record<string, string>> {
  if (body.kind === 'choices') {
    const option = body.options.find((each) => each.number === number);
    if (!option) return {};
    return body.several ? { [`${name}.${option.code}`]: ticked } : { [name]: option.code };
  }
  if (body.kind === 'grid') {
    const scale = body.scales.find(({ variable }) => name.startsWith(`${variable}.`));
    const column = scale?.columns.find((each) => each.number === number);
    return column ? { [name]: column.code } : {};
  }
  return { [name]: number };
}

/** The libraries a typed name can mean: the one of that name or code, else all whose name has the words in it. */
function libraryNamed(libraries: PaperEntry['libraries'], typed: string): PaperEntry['libraries'] {
  const wanted = plain(typed);
  const exact = libraries.filter(({ code, name }) => plain(name) === wanted || plain(code) === wanted);
  return exact.length > 0 ? exact : libraries.filter(({ name }) => plain(name).includes(wanted));
}

/** Without capitals, accents and double spaces. */
function plain(words: string): string {
  return words.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

/** The small field a problem of the form belongs to: the control it points at, or the first of its question. */
function fieldOf(asked: readonly PaperQuestion[], problem: Problem): string | null {
  const question = asked.find((each) => isOf(each, problem.field));
  if (!question) return null;
  const fields = entryFields(question);
  const control = problem.target.split(':')[0] ?? '';
  const found = fields.find(({ name }) => name === problem.field || name === control);
  return found?.name ?? fields[0]?.name ?? null;
}

/** Whether a variable or field belongs to the question. */
function isOf({ code, body }: PaperQuestion, name: string): boolean {
  if (name === code || name.startsWith(`${code}.`)) return true;
  return body.kind === 'grid' && body.scales.some(({ variable }) => name.startsWith(`${variable}.`));
}

/** The fields in which two typings of one form differ, with what was typed the first time; how it was spaced is no difference. */
export function differencesBetween(
  first: Readonly<Record<string, string>>,
  second: Readonly<Record<string, string>>,
  fields: readonly EntryField[],
): ReadonlyMap<string, string> {
  const same = ({ kind }: EntryField, typed: string) =>
    kind === 'several'
      ? typed
          .split(/[\s,;.+/-]+/)
          .filter(Boolean)
          .sort()
          .join(' ')
      : plain(typed);
  return new Map(
    fields
      .filter((field) => same(field, first[field.name] ?? '') !== same(field, second[field.name] ?? ''))
      .map(({ name }) => [name, first[name] ?? '']),
  );
}
