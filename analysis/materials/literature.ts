// What the sources of a working paper tell, put together: per role what went well and less well, what promotes and what
// hinders; and whether the paper is as long, and rests on as many sources, as was meant.
import type { ProjectRecord } from '../../surveys/project-records.ts';
import { inLanguage } from '../../surveys/questionnaire.ts';

type Literature = ProjectRecord<'literature'>;

/** Words that stand on a page of A4 in a paper with headings and tables: an estimate, said wherever pages are. */
export const wordsPerPage = 400;

export interface Told {
  readonly text: string;
  /** The place of its source in the list, from 1. */
  readonly source: number;
}
export interface RoleTasks {
  /** Empty for what no source ties to a role. */
  readonly role: string;
  readonly wentWell: readonly Told[];
  readonly wentLessWell: readonly Told[];
}

/** What went well and less well per role, in the order the roles are first named; what is tied to none comes last. */
export function tasksByRole(sources: readonly Literature[], language: string): readonly RoleTasks[] {
  const told = (outcome: 'wentWell' | 'wentLessWell') =>
    sources.flatMap((source, place) =>
      source[outcome].map(({ role, text }) => ({
        role: role ? inLanguage(role, language) : '',
        text: inLanguage(text, language),
        source: place + 1,
      })),
    );
  const [wentWell, wentLessWell] = [told('wentWell'), told('wentLessWell')];
  const order = [...wentWell, ...wentLessWell].sort((one, other) => one.source - other.source);
  const roles = [...new Set(order.map(({ role }) => role))];
  return [...roles.filter((role) => role !== ''), ...roles.filter((role) => role === '')].map((role) => ({
    role,
    wentWell: ofRole(wentWell, role),
    wentLessWell: ofRole(wentLessWell, role),
  }));
}

function ofRole(told: readonly (Told & { readonly role: string })[], role: string): readonly Told[] {
  return told.filter((each) => each.role === role).map(({ text, source }) => ({ text, source }));
}

/** What promotes, or hinders, by the sources. */
export function factorsOf(
  sources: readonly Literature[],
  direction: 'promoting' | 'hindering',
  language: string,
): readonly Told[] {
  return sources.flatMap((source, place) =>
    source[direction].map(({ text }) => ({ text: inLanguage(text, language), source: place + 1 })),
  );
}

/** Where a number stands against what was meant; `none` where nothing was. */
export function againstRange(
  count: number,
  range: { readonly from: number; readonly to: number } | undefined,
): 'within' | 'under' | 'over' | 'none' {
  if (!range) return 'none';
  if (count < range.from) return 'under';
  return count > range.to ? 'over' : 'within';
}

/** Words in these texts. */
export function wordsIn(texts: readonly string[]): number {
  return texts.reduce(
    (sum, text) => sum + (text.match(/[\p{L}\p{N}]+(?:[’'.-][\p{L}\p{N}]+)*/gu)?.length ?? 0),
    0,
  );
}

/** Pages of A4 that many words fill, to the half page; a text of any length fills at least half of one. */
export function pagesOf(words: number): number {
  return words === 0 ? 0 : Math.max(0.5, Math.round((2 * words) / wordsPerPage) / 2);
}
