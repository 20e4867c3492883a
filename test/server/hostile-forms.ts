// Forms nobody meant: random and malformed submissions of any questionnaire, the same again for the same seed.
import type { Random } from '../../analysis/statistics/seeded-random.ts';
import { codebookOf } from '../../surveys/codebook.ts';
import type { Page, Questionnaire } from '../../surveys/questionnaire.ts';
import { fieldsOfPage } from '../../surveys/read-page.ts';
import { isNumeric, type Variable } from '../../surveys/variable.ts';

/** Stands in every text that is sent, and must never come back as part of a page. */
export const evil = '<x-evil onload=\'x\' "y">';

export interface HostileForm {
  /** The query behind the page's address. */
  readonly query: string;
  /** Names and values in order; a name can come twice. */
  readonly pairs: readonly (readonly [string, string])[];
  /** Sent as it is instead of the pairs: what is no form. */
  readonly raw: { readonly type: string; readonly body: string } | null;
}

/** What the respondent's browser knows when it sends. */
export interface Tab {
  readonly receipt: string;
  readonly revision: number;
}

export function pickFrom<T>(random: Random, choices: readonly [T, ...T[]]): T {
  return choices[Math.floor(random() * choices.length)] ?? choices[0];
}

const libraries = ['bib-1', 'bib-2', 'decline', 'bib-0'] as const;
const dates = [
  '2024-03-01',
  '01/03/2024',
  '31/02/2024',
  '2024-13-99',
  '03/2024',
  '2024',
  '0',
  '99999',
] as const;
const numbers = [
  '0',
  '1',
  '2',
  '5',
  '7',
  '10',
  '12,5',
  '3.25',
  '50',
  '100',
  '-1',
  '1e9',
  'NaN',
  '٣',
  '1 000',
] as const;
const strange = [
  evil,
  `{A1}{rol|${evil}}`,
  '__proto__',
  '\u0000\u0001\u001f\u007f',
  '\ud800 \udfff',
  '\u202e\u2066abc\u2063hole 0\u2063',
  "'; drop table drafts; --",
  '#{7*7}{{7*7}}{{{body}}}',
  '../../../etc/passwd',
  'null',
  'undefined',
  ' ',
  '\r\nSet-Cookie: a=b\r\n',
  '𝓐'.repeat(50),
] as const;

/** A form for this page: mostly one a browser could send, more or less filled in, with something wrong here and there. */
export function hostileForm(random: Random, questionnaire: Questionnaire, page: Page, tab: Tab): HostileForm {
  const go = pickFrom(random, [
    '',
    '',
    '',
    'go=next',
    'go=autosave',
    'go=autosave',
    'go=stay',
    'go=previous',
    'go=x',
  ]);
  const query = random() < 0.05 ? `${go}&take=1&lang=${pickFrom(random, ['en', 'nl', 'xx', '%3Cx'])}` : go;
  const noForm = random() < 0.03 ? malformed(random) : null;
  return { query, pairs: pairsOf(random, questionnaire, page, tab), raw: noForm };
}

function malformed(random: Random): HostileForm['raw'] {
  const form = 'application/x-www-form-urlencoded';
  return pickFrom(random, [
    { type: 'application/json', body: '{"consent":"yes"}' },
    { type: 'text/plain', body: evil },
    { type: `${form}; charset=utf-7`, body: 'a=b' },
    { type: form, body: `a=${'x'.repeat(210_000)}` },
    { type: form, body: Array.from({ length: 2100 }, (_, n) => `f${n}=1`).join('&') },
    { type: 'multipart/form-data; boundary=x', body: '--x\r\n' },
  ]);
}

function pairsOf(
  random: Random,
  questionnaire: Questionnaire,
  page: Page,
  tab: Tab,
): readonly [string, string][] {
  const pairs: [string, string][] = [];
  const filled = random();
  const spoiled = random() < 0.5 ? 0 : 0.15;
  for (const name of fieldsOfPage(questionnaire, page)) {
    const consent = page.questions.some(({ code, type }) => type === 'consent' && code === name);
    if (consent) {
      if (random() < 0.9) pairs.push([name, 'yes']);
      continue;
    }
    if (random() > filled) continue;
    pairs.push([name, random() < spoiled ? pickFrom(random, strange) : likely(random, questionnaire, name)]);
    if (random() < 0.01) pairs.push([name, likely(random, questionnaire, name)]);
  }
  if (random() < 0.06)
    pairs.push([pickFrom(random, [evil, '__proto__', 'constructor', 'draft:x', '']), evil]);
  if (random() < 0.95) pairs.push(['draft:code', random() < 0.98 ? tab.receipt : pickFrom(random, strange)]);
  if (random() < 0.95) {
    const revision =
      random() < 0.9 ? String(tab.revision) : pickFrom(random, ['0', '-1', '1e3', '999999999', evil]);
    pairs.push(['draft:revision', revision]);
  }
  if (random() < 0.3) pairs.push(['asked:once', page.questions.map(({ code }) => code).join(' ')]);
  return random() < 0.1 ? pairs.toReversed() : pairs;
}

/** Something the variable of this name could take. */
function likely(random: Random, questionnaire: Questionnaire, name: string): string {
  const codebook = codebookOf(questionnaire);
  const variable: Variable | undefined = codebook.variables[codebook.position.get(name) ?? -1];
  if (!variable) return pickFrom(random, ['1', '', 'on', 'weetniet']);
  if (variable.measure === 'register') return pickFrom(random, libraries);
  if (variable.measure === 'text') return `${evil}${'woord '.repeat(Math.floor(random() * random() * 60))}`;
  if (variable.measure === 'number') return pickFrom(random, numbers);
  if (isNumeric(variable)) return pickFrom(random, dates);
  return variable.categories[Math.floor(random() * variable.categories.length)]?.code ?? '';
}
