// The frameworks that come with the program: data, with what is worth a look in each.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { problem } from '../surveys/formats/column-map.ts';
import type { Finding } from '../surveys/frameworks/findings.ts';
import type { Framework } from '../surveys/frameworks/framework.ts';
import { readFramework } from '../surveys/frameworks/read-framework.ts';
import { FileFailure } from './csv-file.ts';
import { unknownFramework } from './errors.ts';
import { readJsonFile } from './json-file.ts';
import type { Log } from './log.ts';

export interface ReadFramework {
  readonly framework: Framework;
  readonly findings: readonly Finding[];
}

/** The frameworks by code, once read. */
export type Frameworks = () => Promise<readonly ReadFramework[]>;

/** Reads one framework file. @throws FileFailure naming each place that is wrong. */
export async function readFrameworkFile(file: string): Promise<ReadFramework> {
  const reading = readFramework(await readJsonFile(file, z.unknown()));
  if ('framework' in reading) return reading;
  throw FileFailure.of(
    reading.problems.map(({ path, key, values }) => ({
      ...problem('definition', null, { path }),
      file,
      line: null,
      reason: { key, values },
    })),
  );
}

/** Frameworks do not change while the program runs, so they are read when first asked for. One that is wrong is left out, and told in the log. */
export function createFrameworks(folder: string, log: Log): Frameworks {
  let reading: Promise<readonly ReadFramework[]> | null = null;
  return () => {
    reading ??= readAll(folder, log);
    return reading;
  };
}

/** The framework of this code. @throws ExpectedFailure when there is none. */
export async function frameworkOf(frameworks: Frameworks, code: string): Promise<ReadFramework> {
  const found = (await frameworks()).find(({ framework }) => framework.code === code);
  if (!found) throw unknownFramework(code.slice(0, 40));
  return found;
}

async function readAll(folder: string, log: Log): Promise<readonly ReadFramework[]> {
  const found: ReadFramework[] = [];
  for (const name of readdirSync(folder)
    .filter((each) => each.endsWith('.json'))
    .sort()) {
    try {
      found.push(await readFrameworkFile(join(folder, name)));
    } catch (error) {
      if (!(error instanceof FileFailure)) throw error;
      log.info('framework left out', { framework: name, problems: error.problems.length });
    }
  }
  return found;
}
