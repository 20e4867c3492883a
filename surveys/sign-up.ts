// The form of whoever wants to be in a sounding board: reads what was typed and says what is wrong with it. Everything
// typed comes back.
import { z } from 'zod';

/** Why somebody wants to: at least one is needed. Words are under `call.motive`. */
export const signUpMotives = ['nose', 'trains', 'better'] as const;
export type SignUpMotive = (typeof signUpMotives)[number];

/** What was asked for, sound and whole. */
export interface SignUpGiven {
  readonly name: string;
  readonly email: string;
  readonly library: string;
  readonly role: string;
  readonly namePublic: boolean;
  readonly motives: readonly SignUpMotive[];
  readonly interest: string;
}

export interface SignUpTyped {
  readonly name: string;
  readonly email: string;
  /** Code of a library of the register; empty for another one. */
  readonly library: string;
  readonly otherLibrary: string;
  readonly role: string;
  readonly namePublic: boolean;
  readonly motives: readonly SignUpMotive[];
  readonly interest: string;
  /** Understood what becomes of the data. */
  readonly agreed: boolean;
}

export interface SignUpProblem {
  /** The field it is about, by its name. */
  readonly field: keyof SignUpTyped;
  /** Its words are `call.problem.<key>`. */
  readonly key: string;
  readonly values: Readonly<Record<string, number>>;
}

export interface SignUpReading {
  readonly typed: SignUpTyped;
  /** Null when something is wrong. */
  readonly given: SignUpGiven | null;
  readonly problems: readonly SignUpProblem[];
}

const longest = { name: 120, email: 200, otherLibrary: 120, role: 120, interest: 600 } as const;

/** Nothing typed yet. */
export const emptySignUp: SignUpTyped = {
  name: '',
  email: '',
  library: '',
  otherLibrary: '',
  role: '',
  namePublic: false,
  motives: [],
  interest: '',
  agreed: false,
};

/**
 * Reads the form by the names of its fields; ticks are `1`.
 *
 * @param libraries of the register, by code; without any only another library can be given
 */
export function readSignUp(
  field: (name: string) => string,
  libraries: ReadonlyMap<string, string>,
): SignUpReading {
  const text = (name: string) => field(name).trim().slice(0, 5000);
  const typed: SignUpTyped = {
    name: text('name'),
    email: text('email'),
    library: libraries.has(text('library')) ? text('library') : '',
    otherLibrary: text('otherLibrary'),
    role: text('role'),
    namePublic: field('namePublic') === '1',
    motives: signUpMotives.filter((motive) => field(`motive.${motive}`) === '1'),
    interest: text('interest'),
    agreed: field('agreed') === '1',
  };
  const problems = problemsOf(typed, libraries);
  if (problems.length > 0) return { typed, given: null, problems };
  const { name, email, role, namePublic, motives, interest } = typed;
  const library = libraries.get(typed.library) ?? typed.otherLibrary;
  return { typed, given: { name, email, library, role, namePublic, motives, interest }, problems };
}

function problemsOf(typed: SignUpTyped, libraries: ReadonlyMap<string, string>): readonly SignUpProblem[] {
  const problems: SignUpProblem[] = [];
  const wrong = (field: keyof SignUpTyped, key: string, values: SignUpProblem['values'] = {}) =>
    problems.push({ field, key, values });
  if (typed.name === '') wrong('name', 'nameMissing');
  if (typed.email === '') wrong('email', 'emailMissing');
  else if (!z.email().safeParse(typed.email).success) wrong('email', 'emailWrong');
  if (!libraries.has(typed.library) && typed.otherLibrary === '') {
    wrong(libraries.size > 0 ? 'library' : 'otherLibrary', 'libraryMissing');
  }
  if (typed.role === '') wrong('role', 'roleMissing');
  if (typed.motives.length === 0) wrong('motives', 'motiveMissing');
  for (const [field, most] of Object.entries(longest)) {
    // The keys of `longest` are fields of what was typed.
    const name = field as keyof typeof longest;
    if (typed[name].length > most) wrong(name, 'tooLong', { most });
  }
  if (!typed.agreed) wrong('agreed', 'agreedMissing');
  return problems;
}
