// pandas on the same answers, where it is there: Debian's python3-pandas under /usr/bin/python3.
import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Dataset } from '../../analysis/dataset.ts';

const python = '/usr/bin/python3';
const script = fileURLToPath(new URL('./beside-pandas.py', import.meta.url));

/** Prints what pandas needs to read a CSV, count every column and cross two of them; says so where it is not installed. */
export function besidePandas(file: string, first: string, second: string): void {
  const installed = spawnSync(python, ['-c', 'import pandas']).status === 0;
  if (!installed) {
    console.log('pandas is not installed: apt-get install python3-pandas puts it beside these figures');
    return;
  }
  console.log(execFileSync(python, [script, file, first, second], { encoding: 'utf8' }).trimEnd());
}

/** Writes the codes of every row as a CSV. */
export function writeCodes(dataset: Dataset, file: string): void {
  const { variables } = dataset.codebook;
  const columns = variables.map(({ name }) => dataset.column(name));
  const codes = variables.map(({ categories }) =>
    Array.from({ length: 256 }, (_, byte) => categories[byte]?.code ?? ''),
  );
  const target = openSync(file, 'w');
  writeSync(target, `${variables.map(({ name }) => name).join(',')}\n`);
  let lines: string[] = [];
  for (let row = 0; row < dataset.size; row += 1) {
    lines.push(columns.map((column, index) => codes[index]?.[column[row] ?? 255]).join(','));
    if (lines.length === 20_000 || row === dataset.size - 1) {
      writeSync(target, `${lines.join('\n')}\n`);
      lines = [];
    }
  }
  closeSync(target);
}
