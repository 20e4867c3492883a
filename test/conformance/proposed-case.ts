// A CSV put through the product as a team without a questionnaire would: a questionnaire is proposed, nothing corrected,
// the responses imported and analysed. Gives what the product says of the column under a heading.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Distribution, Numbers, QuestionResult } from '../../analysis/results/questions.ts';
import { propose } from '../../server/commands/propose.ts';
import { readConfig } from '../../server/config.ts';
import { proposeQuestionnaire } from '../../server/operations/propose-questionnaire.ts';
import type { Part } from '../../surveys/formats/propose/plan.ts';
import { inLanguage, questionnaireSchema } from '../../surveys/questionnaire.ts';
import { runAsTyped } from '../set-up/run-command.ts';
import { type ImportedCase, importCase, readJson } from './imported-case.ts';

export interface ProposedCase {
  readonly imported: ImportedCase;
  /** The part of the plan that a column is in, by its place from 1. */
  partAt(place: number): Part;
  /** What is said of the question a heading, or the end of one, belongs to. */
  resultOf(heading: string): QuestionResult;
  distributionOf(heading: string): Distribution;
  numbersOf(heading: string): Numbers;
  close(): Promise<void>;
}

/** @param file a CSV under test/fixtures. */
export async function proposeCase(file: string): Promise<ProposedCase> {
  const data = fileURLToPath(new URL(`../fixtures/${file}`, import.meta.url));
  const folder = join(mkdtempSync(join(tmpdir(), 'proposed-')), 'out');
  const { plan } = await proposeQuestionnaire(data, []);
  const { code, told } = await runAsTyped(readConfig({}), propose, [
    data,
    '--out',
    folder,
    '--code',
    'proposed',
  ]);
  if (code !== 0) throw new Error(told.join('\n'));
  const imported = await importCase({
    data,
    map: join(folder, 'map.json'),
    questionnaire: questionnaireSchema.parse(readJson(join(folder, 'questionnaire.json'))),
    project: folder,
  });
  const questions = imported.analysis.surveys[0]?.questions ?? [];
  const columns = plan.parts.flatMap((part) => part.columns.map((column) => ({ part, column })));
  const columnOf = (heading: string) => {
    const exact = columns.find(({ column }) => column.heading === heading);
    const found = exact ?? columns.find(({ column }) => column.label === heading);
    // A reference may name the end of a heading, and a heading may end in bytes that nobody can read.
    const ending =
      found ??
      columns.find(({ column }) => column.heading.replace(/Post$/, '').endsWith(heading)) ??
      columns.find(({ column }) => column.heading.startsWith(heading));
    if (!ending) throw new Error(`no column "${heading}"`);
    return ending;
  };
  const resultOf = (heading: string) => {
    const result = questions.find((question) => question.code === columnOf(heading).part.code);
    if (!result) throw new Error(`no question of "${heading}"`);
    return result;
  };
  return {
    imported,
    partAt: (place) => {
      const found = columns.find(({ column }) => column.place === place - 1);
      if (!found) throw new Error(`no column ${place}`);
      return found.part;
    },
    resultOf,
    distributionOf: (heading) => {
      const { part, column } = columnOf(heading);
      const name = part.kind === 'grid' ? `${part.code}.${column.code}` : part.code;
      const result = resultOf(heading);
      const found =
        result.kind === 'distributions' && result.distributions.find(({ variable }) => variable === name);
      if (!found) throw new Error(`no distribution of "${heading}"`);
      return found;
    },
    numbersOf: (heading) => {
      const result = resultOf(heading);
      const found = result.kind === 'numbers' ? result.numbers[0] : undefined;
      if (!found) throw new Error(`no numbers of "${heading}"`);
      return found;
    },
    close: async () => {
      rmSync(folder, { recursive: true, force: true });
      await imported.close();
    },
  };
}

const pair = (interval: { readonly lower: number; readonly upper: number } | null) =>
  interval ? [interval.lower, interval.upper] : null;

/** A distribution in the words of the reference, its answers in byte order; answers nobody gave are not in it. */
export function asFrequencies({ base, categories }: Distribution) {
  const rows = categories
    .filter(({ share }) => (share.count ?? 0) > 0)
    .map(({ label, share }) => ({
      level: inLanguage(label, 'en'),
      count: share.count,
      p: share.estimate,
      wilson: pair(share.interval),
    }));
  return { base, rows: rows.sort((first, second) => (first.level < second.level ? -1 : 1)) };
}

/** A distribution with values in the words of the reference. */
export function asScale({ categories, summary }: Distribution) {
  return {
    n: summary?.n,
    counts: categories.map(({ share }) => share.count),
    mean: summary?.mean,
    sd: summary?.standardDeviation,
    se: summary?.standardError,
    ci_t95: pair(summary?.interval ?? null),
    median: summary?.median,
    quartiles_type7: [summary?.lowerQuartile, summary?.median, summary?.upperQuartile],
  };
}

export function asNumbers(numbers: Numbers) {
  return {
    n: numbers.base,
    mean: numbers.mean,
    sd: numbers.standardDeviation,
    ci_t95: pair(numbers.interval),
    median: numbers.median,
    quartiles_type7: [numbers.lowerQuartile, numbers.median, numbers.upperQuartile],
  };
}

/** A tick-all in the words of the reference, without the option of own words at its end. */
export function asTicks(result: QuestionResult, withoutLast: boolean) {
  if (result.kind !== 'choices') throw new Error(`"${result.code}" is no tick-all`);
  const choices = withoutLast ? result.choices.slice(0, -1) : result.choices;
  return choices.map(({ label, share }) => ({ option: inLanguage(label, 'en'), count: share.count }));
}
