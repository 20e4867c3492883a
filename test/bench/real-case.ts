// A real survey's data.csv through the same counting: every column with few enough different answers becomes a question
// with one choice, and everything there is to say about it is worked out.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { analyseSurvey } from '../../analysis/analyse-survey.ts';
import { Dataset } from '../../analysis/dataset.ts';
import { codebookOf } from '../../surveys/codebook.ts';
import { needsCatalogueSchema } from '../../surveys/needs-catalogue.ts';
import { questionnaireSchema } from '../../surveys/questionnaire.ts';
import { maximumCategories, skippedByte } from '../../surveys/response-document.ts';
import { besidePandas } from './beside-pandas.ts';
import { questionnaire as made } from './made-survey.ts';

/** Prints what reading, building and analysing takes, and the same of pandas. @param folder has the data.csv. */
export function benchRealCase(folder: string): void {
  const file = join(folder, 'data.csv');
  const steps: string[] = [];
  const timed = <T>(name: string, work: () => T): T => {
    const start = performance.now();
    const result = work();
    steps.push(`${name} ${(performance.now() - start).toFixed(0)} ms`);
    return result;
  };
  const rows = timed(
    'read',
    () =>
      Papa.parse<Record<string, string>>(readFileSync(file, 'utf8'), { header: true, skipEmptyLines: true })
        .data,
  );
  const columns = columnsOf(rows);
  const questionnaire = questionnaireOf(columns);
  const dataset = timed('build', () => {
    const columnsBuilt = new Dataset(codebookOf(questionnaire), 1);
    columnsBuilt.append(responsesOf(rows, columns));
    return columnsBuilt;
  });
  const catalogue = needsCatalogueSchema.parse({
    format: 'nodenkaart/needs/1',
    needs: [{ code: 'N1', label: { nl: 'Nood', en: 'Need' } }],
  });
  const input = { survey: made.code, main: true, version: 1, questionnaire, dataset, remarks: [] };
  timed('analyse every question', () => analyseSurvey(input, catalogue, []));
  timed('again', () => analyseSurvey(input, catalogue, []));
  console.log(`${file}: ${rows.length} rows, ${columns.size} columns: ${steps.join(', ')}`);
  const [first = '', second = ''] = columns.keys();
  besidePandas(file, first, second);
}

/** The different answers of each column that has few enough of them, in the order they come. */
function columnsOf(rows: readonly Record<string, string>[]): ReadonlyMap<string, readonly string[]> {
  const columns = new Map<string, readonly string[]>();
  for (const name of Object.keys(rows[0] ?? {})) {
    const answers = [...new Set(rows.map((row) => row[name] ?? ''))].filter((answer) => answer !== '');
    if (answers.length > 0 && answers.length <= maximumCategories) columns.set(name, answers);
  }
  return columns;
}

function questionnaireOf(columns: ReadonlyMap<string, readonly string[]>) {
  const named = (words: string) => ({ nl: words, en: words });
  const questions = [...columns].map(([name, answers], index) => ({
    type: 'single',
    code: `q${index}`,
    label: named(name),
    options: answers.map((answer, place) => ({ code: `c${place}`, label: named(answer) })),
  }));
  const page = { code: 'alles', title: named('Alles'), questions };
  return questionnaireSchema.parse({ ...made, scales: {}, pages: [page] });
}

function* responsesOf(
  rows: readonly Record<string, string>[],
  columns: ReadonlyMap<string, readonly string[]>,
) {
  const places = [...columns].map(
    ([name, answers]) => [name, new Map(answers.map((answer, place) => [answer, place]))] as const,
  );
  for (const [index, row] of rows.entries()) {
    const document = Uint8Array.from(places, ([name, known]) => known.get(row[name] ?? '') ?? skippedByte);
    yield { sequence: index + 1, version: 1, library: null, day: '2024-01-01', document };
  }
}
