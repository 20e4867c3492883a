// Frequency tables, tick-all questions and single shares.
import { countedShare } from '../../../analysis/statistics/counted-share.ts';
import { tickAll } from '../../../analysis/statistics/tick-all.ts';
import { type Case, mappedResult, NotMapped, type Reference } from '../case.ts';
import { findColumn, hasAll, type Words } from '../columns.ts';
import { type Family, hasKeys, listWithKeys, subject } from '../family.ts';
import { pair, percent, shareInWords } from './in-words.ts';

export const frequencies: Family = {
  name: 'frequencies',
  recognises: (value) => hasKeys(value, 'base', 'rows') && listWithKeys(value.rows, 'level', 'count'),
  compute: ({ id, value }, one) => {
    const rows = hasKeys(value, 'rows') && listWithKeys(value.rows, 'level') ? value.rows : [];
    const levels = rows.map(({ level }) => String(level));
    const words = findColumn(one, subject(id), hasAll(levels));
    const counts = levels.map((level) => words.filter((word) => word === level).length);
    // What the reference has no row for is missing: blanks, and labels that are no answer.
    const base = counts.reduce((sum, count) => sum + count, 0);
    return {
      base,
      missing: words.length - base,
      rows: levels.map((level, place) => {
        const population = rows[place]?.N;
        return {
          level,
          ...shareInWords(counts[place] ?? 0, base, typeof population === 'number' ? population : undefined),
        };
      }),
    };
  },
};

export const share: Family = {
  name: 'share',
  recognises: (value) => hasKeys(value, 'x', 'n', 'p', 'wilson'),
  compute: ({ value }) => {
    const { x, n, N } = hasKeys(value, 'x') ? value : {};
    const population = typeof N === 'number' ? N : undefined;
    return { x, n, conf: 0.95, ...shareInWords(Number(x), Number(n), population) };
  },
};

export const ticks: Family = {
  name: 'tick-all',
  recognises: (value) => hasKeys(value, 'base_answered_any', 'options'),
  compute: (reference, one) => {
    const columns = tickColumns(reference, one);
    const counts = columns.map((ticked) => ticked.filter(Boolean).length);
    const answered = (columns[0] ?? []).filter((_, row) => columns.some((ticked) => ticked[row])).length;
    const result = tickAll(counts, answered, one.rows);
    return {
      base_all_respondents: result.asked,
      base_answered_any: result.answered,
      total_mentions: result.mentions,
      options: result.options.map((option, place) => ({
        option: optionsOf(reference)[place],
        count: option.count,
        pct_of_answered: percent(option.ofAnswered.estimate),
        pct_of_all: percent(option.ofAsked.estimate),
        pct_of_mentions: percent(option.ofMentions),
        wilson95_answered: pair(option.ofAnswered.interval)?.map((bound) => 100 * bound),
      })),
    };
  },
};

function optionsOf({ value }: Reference): readonly string[] {
  return hasKeys(value, 'options') && listWithKeys(value.options, 'option')
    ? value.options.map(({ option }) => String(option))
    : [];
}

type Ticked = readonly boolean[];
const UNTICKED = new Set(['', 'Not selected', 'No', 'no', '0', 'FALSE', 'false']);

/** Per option who ticked it: a column per option, or one column with options between semicolons. */
function tickColumns(reference: Reference, one: Case): readonly Ticked[] {
  const { columns } = mappedResult(one, reference.id);
  if (Array.isArray(columns)) {
    return columns.map((name) => ticked(findColumn(one, String(name))));
  }
  const options = optionsOf(reference);
  const list = listColumn(reference, one, options);
  if (list) return list;
  const found: Words[] = [];
  for (const option of options) found.push(optionColumn(one, option, found.at(-1)));
  return found.map(ticked);
}

function ticked(words: Words): Ticked {
  return words.map((word) => !UNTICKED.has(word));
}

/** The column whose only word is the option; else the one called so; else, for what others wrote, the next one. */
function optionColumn(one: Case, option: string, before: Words | undefined): Words {
  const all = [...one.columns.values()];
  const passed = before ? all.indexOf(before) + 1 : 0;
  const later = [...all.slice(passed), ...all.slice(0, passed)];
  const own = later.find((words) => {
    const labels = new Set(words.filter((word) => !UNTICKED.has(word)));
    return labels.size === 1 && labels.has(option);
  });
  if (own) return own;
  const next = all[passed];
  if (/^other/i.test(option) && before && next) return next;
  return findColumn(one, option);
}

function listColumn(reference: Reference, one: Case, options: readonly string[]): readonly Ticked[] | null {
  let words: Words;
  try {
    words = findColumn(one, subject(reference.id));
  } catch (problem) {
    if (problem instanceof NotMapped) return null;
    throw problem;
  }
  if (!words.some((word) => word.includes(';'))) return null;
  const lists = words.map((word) => new Set(word.split(';').map((part) => part.trim())));
  return options.map((option) => lists.map((list) => list.has(option)));
}

export const orderByShare: Family = {
  name: 'order by share',
  recognises: (value) => hasKeys(value, 'order', 'pct'),
  compute: ({ id, value }, one) => {
    const { words = [] } = mappedResult(one, id);
    const chosen = new Set(Array.isArray(words) ? words.map(String) : []);
    if (chosen.size === 0) throw new NotMapped('which answers count is not in the id');
    const names = hasKeys(value, 'order') && Array.isArray(value.order) ? value.order.map(String) : [];
    const lines = names.map((name) => {
      const answers = findColumn(one, name).filter((word) => word !== '');
      return { name, ...countedShare(answers.filter((word) => chosen.has(word)).length, answers.length) };
    });
    const sorted = lines.toSorted((a, b) => (b.estimate ?? 0) - (a.estimate ?? 0));
    return { order: sorted.map(({ name }) => name), pct: sorted.map(({ estimate }) => percent(estimate)) };
  },
};
