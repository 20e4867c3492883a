// The command on surveys nobody here has seen: what it finds by itself, and how it tells what it cannot.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';

const root = mkdtempSync(join(tmpdir(), 'nodenkaart-conformance-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const csv = [
  'id,How clear was it? | The letter,How clear was it? | The form,Kind,Tick | Books,Tick | Films',
  '1,Clear,Very clear,A,Books,',
  '2,Clear,Clear,A,,Films',
  '3,Unclear,Very clear,B,Books,Films',
  '4,Very clear,Very clear,B,,',
  '5,,Clear,B,Books,',
].join('\n');

function caseOf(name: string, results: readonly object[], mapping?: object): string {
  const folder = join(root, name);
  mkdirSync(folder);
  writeFileSync(join(folder, 'data.csv'), csv);
  writeFileSync(join(folder, 'expected.json'), JSON.stringify({ case: name, results }));
  if (mapping) writeFileSync(join(folder, 'mapping.json'), JSON.stringify(mapping));
  return folder;
}

async function run(...folders: readonly string[]): Promise<{ readonly code: number; readonly out: string }> {
  const script = fileURLToPath(new URL('./run.ts', import.meta.url));
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [script, ...folders]);
    return { code: 0, out: stdout };
  } catch (problem) {
    // execFile rejects with the exit code and what was printed.
    const { code, stdout } = problem as { readonly code: number; readonly stdout: string };
    return { code, out: stdout };
  }
}

const frequencies = (count: number) => ({
  id: 'freq/Kind',
  value: {
    base: 5,
    missing: 0,
    rows: [
      { level: 'A', count, p: 0.4 },
      { level: 'B', count: 3, p: 0.6 },
    ],
  },
});

describe('the conformance command', () => {
  it('finds columns by the last part of a heading and scales by their counts', async () => {
    const folder = caseOf('found', [
      frequencies(2),
      {
        id: 'likert/The letter',
        value: { n: 4, missing: 1, counts: [1, 2, 1], mean: 2, median: 2, sd: 0.816496580927726 },
      },
      {
        id: 'multi/Tick',
        value: {
          base_answered_any: 4,
          total_mentions: 5,
          options: [
            { option: 'Books', count: 3, pct_of_answered: 75 },
            { option: 'Films', count: 2, pct_of_answered: 50 },
          ],
        },
      },
      {
        id: 'crosstab/Kind x Films',
        value: { row_levels: ['A', 'B'], col_levels: ['Films'], counts: [[1], [1]], excluded_missing: 3 },
      },
    ]);
    const { code, out } = await run(folder);
    expect(out).toContain('4 results match');
    expect(out).toContain('0 differ, 0 are not computed');
    expect(code).toBe(0);
  });

  it('finds two coders, and from where on a change of sides is yes', async () => {
    const folder = caseOf('pairs', [
      {
        id: 'kappa/Books vs Films',
        value: { n: 5, both: 1, only_1: 2, only_2: 1, neither: 1, agreement: 0.4, kappa: -0.153846153846154 },
      },
      {
        id: 'prepost/How clear was it?',
        value: { n: 4, no_no: 1, no_yes: 2, yes_no: 0, yes_yes: 1, exact_p: 0.5 },
      },
    ]);
    const scales = { scales: [{ Unclear: 1, Clear: 2, 'Very clear': 3 }] };
    writeFileSync(join(folder, 'mapping.json'), JSON.stringify(scales));
    const { out } = await run(folder);
    expect(out).toContain('2 results match');
  });

  it('tells path, wanted and got of a difference, and ends with 1', async () => {
    const { code, out } = await run(caseOf('wrong', [frequencies(1)]));
    expect(out).toContain('rows[0].count: expected 1, computed 2');
    expect(out).toContain('1 differ');
    expect(code).toBe(1);
  });

  it('lists what it cannot compute with the reason, which is no difference', async () => {
    const folder = caseOf('unknown', [
      { id: 'novel/x', value: { something: 1 } },
      { id: 'freq/Region', value: { base: 1, missing: 0, rows: [{ level: 'North', count: 1 }] } },
      { ...frequencies(2), id: 'freq/Kind', value: { ...frequencies(2).value, gini: 0.3 } },
    ]);
    const { code, out } = await run(folder);
    expect(out).toContain('not computed novel/x: no family of results has this shape');
    expect(out).toContain('not computed freq/Region: no column is called "Region"');
    expect(out).toContain('not computed: gini (nothing here computes it)');
    expect(code).toBe(0);
  });

  it('reads a mapping beside the data', async () => {
    const results = [{ ...frequencies(2), id: 'freq/Sort' }];
    const { out } = await run(caseOf('mapped', results, { names: { Sort: 'Kind' } }));
    expect(out).toContain('1 results match');
  });

  it('says which folder is no case, and fails on one that is not there', async () => {
    const { code, out } = await run(root, join(root, 'nowhere'));
    expect(out).toContain('no case: it has no expected.json');
    expect(out).toContain('failed');
    expect(code).toBe(1);
  });
});
