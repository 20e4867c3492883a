// The form of whoever wants to do more than answer: a talk, the sounding board, ambassador. It is read and shown from
// its own section of the questionnaire, apart from every answer.
import { z } from 'zod';
import type { QuestionView } from './page-view.ts';
import { messageView } from './question-types/message-view.ts';
import { multiple, ticked } from './question-types/multiple.ts';
import { type Given, type Problem, quoted } from './question-types/question-type.ts';
import type { MessageView } from './question-types/question-view.ts';
import {
  type ContactForm,
  inLanguage,
  type Questionnaire,
  type QuestionOf,
  type Text,
} from './questionnaire.ts';
import type { Fields } from './read-page.ts';
import { noRegister } from './register.ts';

/** What somebody offers, as codes of the section's options. */
export interface ContactOffer {
  readonly interests: readonly string[];
  readonly motives: readonly string[];
  readonly email: string;
  /** What it is about on the board; null for who did not say yes to stand on it. */
  readonly board: { readonly topics: readonly string[] } | null;
}

export interface ContactReading {
  /** Null when something is wrong. */
  readonly offer: ContactOffer | null;
  /** Everything that was typed, to give back. */
  readonly typed: Given;
  readonly problems: readonly Problem[];
}

/** The form in one language, with what was typed and what is wrong. */
export interface ContactView {
  readonly title: string;
  readonly intro: readonly string[];
  readonly summary: readonly { readonly target: string; readonly message: MessageView }[];
  readonly questions: readonly QuestionView[];
  readonly email: { readonly value: string; readonly message: MessageView | null };
  /** The yes to stand on the board; null where there is none. */
  readonly board: { readonly label: string; readonly checked: boolean } | null;
}

/** The longest address that is kept. */
const maximumEmail = 200;

/** Reads the form: `interests.<code>`, `motives.<code>`, `topics.<code>` and `board` ticked with 1, and `email`. Other fields are let go. */
export function readContact(questionnaire: Questionnaire, form: ContactForm, fields: Fields): ContactReading {
  const questions = questionsOf(form);
  const typed: Record<string, string> = {};
  for (const name of ['email', ...(form.board ? ['board'] : []), ...questions.flatMap(fieldsOf)]) {
    const value = fields[name];
    const first = typeof value === 'string' ? value : value?.[0];
    if (first !== undefined) typed[name] = first.trim();
  }
  const problems = questions.flatMap(
    (question) => multiple.read(questionnaire, question, typed, { libraries: noRegister }).problems,
  );
  const { email = '' } = typed;
  if (email === '') problems.push(emailProblem('emailMissing', email));
  else if (email.length > maximumEmail || !z.email().safeParse(email).success) {
    problems.push(emailProblem('emailWrong', email));
  }
  const [interests = [], motives = [], topics = []] = questions.map((question) =>
    question.options.map(({ code }) => code).filter((code) => typed[`${question.code}.${code}`] === ticked),
  );
  // Without a yes nothing is kept of what it would be about.
  const board = form.board && typed.board === ticked ? { topics } : null;
  return { offer: problems.length > 0 ? null : { interests, motives, email, board }, typed, problems };
}

function emailProblem(key: string, value: string): Problem {
  return { field: 'email', target: 'email', key, values: { value: quoted(value) } };
}

/** The form as plain data for its page. */
export function contactView(
  questionnaire: Questionnaire,
  form: ContactForm,
  { typed, problems }: Pick<ContactReading, 'typed' | 'problems'>,
  language: string,
): ContactView {
  const say = (text: Text) => inLanguage(text, language);
  const messageAt = (field: string) => {
    const problem = problems.find((candidate) => candidate.field === field);
    return problem ? messageView(problem, 'field', say) : null;
  };
  const viewOf = (question: ContactQuestion): QuestionView => {
    const { code, label, help, required } = question;
    const message = messageAt(code);
    const described = [help ? `${code}-help` : '', message ? `${code}-problem` : ''];
    return {
      code,
      label: inLanguage(label, language),
      help: help ? inLanguage(help, language) : null,
      required: required === true,
      message,
      describedBy: described.filter(Boolean).join(' '),
      folded: false,
      body: multiple.field(questionnaire, question, typed, {
        language,
        say,
        problems,
        libraries: [],
        showIf: () => null,
      }),
      showIf: null,
      reasons: [],
    };
  };
  return {
    title: inLanguage(form.title, language),
    intro: form.intro.map((paragraph) => inLanguage(paragraph, language)),
    summary: problems.map((problem) => ({
      target: problem.target,
      message: messageView(problem, 'link', say),
    })),
    questions: questionsOf(form).map(viewOf),
    email: { value: typed.email ?? '', message: messageAt('email') },
    board: form.board ? { label: say(form.board.agree), checked: typed.board === ticked } : null,
  };
}

interface ContactQuestion extends Omit<QuestionOf<'multiple'>, 'options'> {
  options: ContactForm['interests']['options'];
}

/** The choices are questions like any other of their kind, but for where their answers go. */
function questionsOf({ interests, motives, board }: ContactForm): readonly ContactQuestion[] {
  const chosen = { type: 'multiple', shuffle: false, instead: [] } as const;
  return [
    { ...chosen, instead: [], code: 'interests', required: true, ...interests },
    { ...chosen, instead: [], code: 'motives', required: false, ...motives },
    ...(board ? [{ ...chosen, instead: [], code: 'topics', required: false, ...board.topics }] : []),
  ];
}

function fieldsOf({ code, options }: ContactQuestion): readonly string[] {
  return options.map((option) => `${code}.${option.code}`);
}
