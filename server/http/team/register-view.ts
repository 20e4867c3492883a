// The register of a project on screen: how many libraries of which province and size, and what a new file would do.
import type { Library } from '../../../surveys/demonstration.ts';
import type { RegisterPlan } from '../../operations/import-register.ts';
import { fieldworkTabs, registerAddress } from './fieldwork-view.ts';
import type { Lead, Tab } from './page-parts.ts';
import type { Words } from './workspace.ts';

export interface RegisterPage extends Lead {
  readonly tabs: readonly Tab[];
  readonly csrf: string;
  /** Of this page, to which its form goes. */
  readonly address: string;
  /** "312 bibs staan nu in het register."; '' when nothing was stored just now. */
  readonly stored: string;
  readonly table: CountTable | null;
  readonly template: string;
  /** The register as a file; null while it is empty. */
  readonly download: string | null;
  readonly csv: string;
  readonly date: string;
  readonly problems: {
    readonly title: string;
    readonly lines: readonly ProblemAt[];
    readonly more: number;
  } | null;
  readonly preview: Preview | null;
}

/** Libraries by size class and province. */
interface CountTable {
  readonly title: string;
  readonly provinces: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    readonly cells: readonly number[];
    readonly total: number;
  }[];
  readonly totals: readonly number[];
  readonly total: number;
}

export interface ProblemAt {
  /** "Regel 4, kolom “code”" */
  readonly place: string;
  readonly words: string;
}

interface Preview {
  /** What this was made of; storing asks for the same. */
  readonly seen: string;
  readonly title: string;
  readonly table: CountTable;
  readonly parts: readonly {
    readonly name: string;
    readonly lines: readonly string[];
    readonly more: number;
  }[];
  /** Nothing differs from the register there is. */
  readonly nothing: boolean;
  readonly button: string;
}

/** Most libraries listed of what is new, changed or gone. */
const mostListed = 100;

/** What the page has beside the register itself. */
export interface RegisterForm {
  readonly csrf: string;
  readonly stored: string;
  readonly csv: string;
  readonly date: string;
  readonly problems: readonly ProblemAt[];
  readonly plan: { readonly register: RegisterPlan; readonly seen: string } | null;
}

/** Most problems told at once. */
const mostProblems = 50;

/** @param date the day the register was taken; null without one. */
export function registerPage(
  project: string,
  libraries: readonly Library[],
  date: string | null,
  form: RegisterForm,
  words: Words,
): RegisterPage {
  const say = (key: string, values = {}) => words.say({ key: `register.${key}`, values });
  const address = registerAddress(project);
  const { problems } = form;
  return {
    finding: say('finding', { count: libraries.length }),
    lead: say(libraries.length === 0 ? 'leadEmpty' : 'lead', { day: date ? dayWords(date, words) : '' }),
    action: null,
    tabs: fieldworkTabs(project, 'register', words),
    csrf: form.csrf,
    address,
    stored: form.stored === '' ? '' : say('stored', { count: Number(form.stored) || 0 }),
    table: libraries.length === 0 ? null : countTable(libraries, say('table')),
    template: `${address}/template.csv`,
    download: libraries.length === 0 ? null : `${address}/register.csv`,
    csv: form.csv,
    date: form.date,
    problems:
      problems.length === 0
        ? null
        : {
            title: say('problems', { count: problems.length }),
            lines: problems.slice(0, mostProblems),
            more: Math.max(0, problems.length - mostProblems),
          },
    preview: form.plan ? previewOf(form.plan.register, form.plan.seen, say) : null,
  };
}

type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

function previewOf({ libraries, changes }: RegisterPlan, seen: string, say: Say): Preview {
  const line = ({ code, name, province, sizeClass }: Library) =>
    say('line', { code, name, facts: `${province}, ${sizeClass}` });
  const part = (key: string, lines: readonly string[]) => ({
    name: say(key, { count: lines.length }),
    lines: lines.slice(0, mostListed),
    more: Math.max(0, lines.length - mostListed),
  });
  const { added, changed, gone, same } = changes;
  const changedWords = changed.map(({ before, after }) =>
    say('lineChanged', { code: after.code, before: factsOf(before), after: factsOf(after) }),
  );
  return {
    seen,
    title: say('preview', { count: libraries.length, same }),
    table: countTable(libraries, say('tableNew')),
    parts: [
      part('added', added.map(line)),
      part('changed', changedWords),
      part('gone', gone.map(line)),
    ].filter(({ lines }) => lines.length > 0),
    nothing: added.length + changed.length + gone.length === 0,
    button: say('save', { count: libraries.length }),
  };
}

function factsOf({ name, province, sizeClass }: Library): string {
  return `${name}, ${province}, ${sizeClass}`;
}

function countTable(libraries: readonly Library[], title: string): CountTable {
  const sorted = (values: readonly string[]) =>
    [...new Set(values)].sort((one, other) => one.localeCompare(other, undefined, { numeric: true }));
  const provinces = sorted(libraries.map(({ province }) => province));
  const sizes = sorted(libraries.map(({ sizeClass }) => sizeClass));
  const counts = new Map<string, number>();
  const count = (...key: string[]) => counts.get(JSON.stringify(key)) ?? 0;
  for (const { province, sizeClass } of libraries) {
    for (const key of [
      [province, sizeClass],
      ['*', sizeClass],
      [province, '*'],
    ]) {
      counts.set(JSON.stringify(key), count(...key) + 1);
    }
  }
  return {
    title,
    provinces,
    rows: sizes.map((size) => ({
      name: size,
      cells: provinces.map((province) => count(province, size)),
      total: count('*', size),
    })),
    totals: provinces.map((province) => count(province, '*')),
    total: libraries.length,
  };
}

function dayWords(day: string, { language }: Words): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
}
