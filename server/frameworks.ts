// The frameworks that come with the program: data, with what is worth a look in each.
import { z } from 'zod';
import { problem } from '../surveys/formats/column-map.ts';
import type { Finding } from '../surveys/frameworks/findings.ts';
import type { Framework } from '../surveys/frameworks/framework.ts';
import { readFramework } from '../surveys/frameworks/read-framework.ts';
import { FileFailure } from './csv-file.ts';
import { readJsonFile } from './json-file.ts';

export interface ReadFramework {
  readonly framework: Framework;
  readonly findings: readonly Finding[];
}

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
