// What a page that was sent tells: its words, the shares and counts in them, and the files one can take along.
import Papa from 'papaparse';
import { minimums } from '../../analysis/disclosure/minimums.ts';
import type { Page } from '../set-up/start-app.ts';

const withoutEntities = (text: string) => text.replaceAll('&#x27;', "'").replaceAll('&#x3D;', '=');
/** The tables one can take along from a page. */
export function filesOf({ text }: Page): readonly string[] {
  return [...withoutEntities(text).matchAll(/href="data:text\/csv;charset=utf-8,([^"]+)"/g)].map(
    ([, data = '']) => decodeURIComponent(data),
  );
}
/** The words of a page, without markup and without what one can choose from. */
export const wordsOf = ({ text }: Pick<Page, 'text'>) =>
  text
    .slice(text.indexOf('<main'))
    .replaceAll(/<(script|style|option)[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');

/** One to four. */
export const isFew = (count: number) => count > 0 && count < minimums.cell;

/** The counts per group in a table that was taken along; hidden ones are empty. */
export function countsIn(file: string): readonly number[] {
  const rows = Papa.parse<string[]>(file).data;
  const heading = rows.findIndex((row) => row.some((cell) => cell.endsWith(': aantal')));
  if (heading < 0) return [];
  const columns = (rows[heading] ?? []).flatMap((cell, place) => (cell.endsWith(': aantal') ? [place] : []));
  const end = rows.findIndex((row, place) => place > heading && row.length < 2);
  return rows
    .slice(heading + 1, end < 0 ? rows.length : end)
    .flatMap((row) => columns.flatMap((place) => (row[place] ? [Number(row[place])] : [])));
}

/** "3 van de 12" in words of a page: both numbers. What 95 % means is said with 95 of 100. */
export const sharesIn = (text: string) =>
  [...text.matchAll(/(\d+) van de (\d+)/g)]
    .map(([, count, base]) => [Number(count), Number(base)] as const)
    .filter(([count, base]) => count !== 95 || base !== 100);

/** Every "3 van de 12" or "3 van 12" with the words around it: which people, libraries or tickets they are. */
export const toldIn = (text: string) =>
  [...text.matchAll(/(?<![\d.,])([\d.]+) van (?:de )?([\d.]+)(?![\d.,]*%)\s/g)].map((found) => ({
    count: Number(found[1]?.replaceAll('.', '')),
    base: Number(found[2]?.replaceAll('.', '')),
    before: text.slice(Math.max(0, found.index - 60), found.index).trim(),
    about: text.slice(found.index + found[0].length).slice(0, 80),
  }));

/** Count and base of every row of a question's table. */
export const rowsIn = ({ text }: Page) =>
  [...text.matchAll(/<td>(\d+)<\/td><td>(\d+)<\/td>/g)].map(
    ([, count, base]) => [Number(count), Number(base)] as const,
  );

/** The values a page offers to choose from under this name. */
export function offered({ text }: Page, name: string): readonly string[] {
  const select = new RegExp(`<select[^>]*name="${name}"[\\s\\S]*?</select>`).exec(withoutEntities(text))?.[0];
  return [...(select ?? '').matchAll(/<option value="([^"]+)"/g)].map(([, value = '']) => value);
}
