// What is lost on the way from the file to the responses: told before anything is imported.
import type { FileFacts } from './column-facts.ts';
import { type Part, type Plan, type Remark, remark } from './plan.ts';

/** A loss, with the columns it is about. */
export interface Loss extends Remark {
  readonly headings: readonly string[];
}

/** Everything of the file that does not become an answer, and what the product cannot keep of it. */
export function lossesOf({ parts }: Plan, { rows, longRows, shortRows }: FileFacts): readonly Loss[] {
  return [
    ...leftOut(parts),
    ...parts.flatMap(cellsLost),
    ...cut(parts),
    ...parts.filter(({ kind }) => kind === 'day').map((part) => loss('time', [part])),
    ...(parts.some(({ kind }) => kind === 'day') ? [] : [loss('noDay', [])]),
    ...parts
      .filter(({ number }) => number?.form?.round !== undefined)
      .map((part) => loss('rounded', [part], { decimals: 6 })),
    ...(parts.some(({ kind }) => kind === 'library') ? [loss('unknownLibraries', [])] : []),
    ...(longRows > 0 ? [loss('longRows', [], { count: longRows })] : []),
    ...(shortRows > 0 ? [loss('shortRows', [], { count: shortRows })] : []),
    ...(rows > 0 ? [loss('routing', [])] : []),
  ];
}

function loss(key: string, parts: readonly Part[], values: Remark['values'] = {}): Loss {
  return {
    ...remark(key, values),
    headings: parts.flatMap(({ columns }) => columns.map(({ heading }) => heading)),
  };
}

/** Columns left out, together by reason. */
function leftOut(parts: readonly Part[]): readonly Loss[] {
  const out = parts.filter(({ kind }) => kind === 'leaveOut');
  const reasons = [...new Set(out.map(({ why }) => why.key))];
  return reasons.map((key) => {
    const those = out.filter(({ why }) => why.key === key);
    return loss(`leftOut.${key}`, those, {
      count: those.reduce((sum, { columns }) => sum + columns.length, 0),
    });
  });
}

/** Cells that are not taken over: said to be no answer, or no number where numbers are. */
function cellsLost(part: Part): readonly Loss[] {
  const { kind, answers } = part;
  if (kind === 'multiple' || kind === 'leaveOut') return [];
  const skipped = answers.filter(({ meaning }) => meaning === 'skipped');
  const count = skipped.reduce((sum, answer) => sum + answer.count, 0);
  const merged = answers.filter(({ spellings }) => spellings.length > 1);
  const cells = skipped
    .slice(0, 4)
    .map(({ label }) => `“${label.slice(0, 40)}”`)
    .join(', ');
  return [
    ...(count === 0 ? [] : [loss('cells', [part], { count, cells })]),
    ...merged.map(({ label, spellings }) =>
      loss('merged', [part], { kept: label, others: spellings.filter((each) => each !== label).join(', ') }),
    ),
  ];
}

function cut(parts: readonly Part[]): readonly Loss[] {
  return parts
    .filter(
      ({ kind, columns }) =>
        (kind === 'text' || kind === 'multiple') && columns.some(({ shorten }) => shorten),
    )
    .map((part) => loss('cut', [part], { most: 10_000 }));
}
