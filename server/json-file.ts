// A JSON file on disk → a value of a schema; what is wrong is told with line and column, or with the path in it.
import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { pathOf, singleIssues, withoutSchema } from '../surveys/editing/schema-problems.ts';
import { problem } from '../surveys/formats/column-map.ts';
import { FileFailure } from './csv-file.ts';

/** @throws FileFailure when there is no such file, it is no JSON, or not what the schema says. */
export async function readJsonFile<T>(file: string, schema: z.ZodType<T>): Promise<T> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    throw new FileFailure(file, null, problem('fileMissing', null));
  }
  const parsed = schema.safeParse(withoutSchema(parse(file, text.replace(/^\uFEFF/, ''))), {
    reportInput: true,
  });
  if (parsed.success) return parsed.data;
  const problems = singleIssues(parsed.error.issues).map((issue) => ({
    ...problem('definition', null, { path: pathOf(issue) }),
    issue,
  }));
  throw new FileFailure(file, null, ...problems);
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    const place = /at position (\d+)/.exec(reason)?.[1];
    const before = text.slice(0, place === undefined ? text.length : Number(place)).split('\n');
    const column = (before.at(-1)?.length ?? 0) + 1;
    throw new FileFailure(file, before.length, problem('json', null, { place: column }));
  }
}
