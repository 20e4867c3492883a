// `npm run conformance -- FOLDER…`: holds the statistics against the results of any case folder, and says of every result
// whether it matches, where it differs, or why it is not computed. Ends with 1 when anything differs.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readCase } from './case.ts';
import { type Outcome, runCase } from './run-case.ts';

const folders = process.argv.slice(2);
if (folders.length === 0) {
  process.stderr.write('Usage: npm run conformance -- FOLDER… (each with data.csv and expected.json)\n');
  process.exitCode = 2;
}

const total = { matched: 0, differs: 0, notComputed: 0, numbers: 0 };
for (const folder of folders) {
  process.stdout.write(`\n${folder}\n`);
  if (existsSync(folder) && !existsSync(join(folder, 'expected.json'))) {
    process.stdout.write('  no case: it has no expected.json\n');
    continue;
  }
  try {
    const one = readCase(folder);
    for (const outcome of runCase(one)) tell(outcome);
  } catch (problem) {
    total.differs += 1;
    process.stdout.write(`  failed       ${problem instanceof Error ? problem.message : String(problem)}\n`);
  }
}
if (folders.length > 0) {
  process.stdout.write(
    `\n${total.matched} results match (${total.numbers} values compared), ${total.differs} differ, ${total.notComputed} are not computed\n`,
  );
  if (total.differs > 0) process.exitCode = 1;
}

function tell(outcome: Outcome): void {
  if (outcome.kind === 'notComputed') {
    total.notComputed += 1;
    process.stdout.write(`  not computed ${outcome.id}: ${outcome.reason}\n`);
    return;
  }
  const { compared, differences, leftOut } = outcome.comparison;
  total.numbers += compared;
  if (differences.length === 0) total.matched += 1;
  else total.differs += 1;
  const verdict = differences.length === 0 ? 'matched     ' : 'differs     ';
  process.stdout.write(`  ${verdict} ${outcome.id} (${outcome.family}, ${compared} values)\n`);
  for (const difference of differences) process.stdout.write(`      ${difference}\n`);
  for (const [reason, keys] of byReason(leftOut)) {
    process.stdout.write(`      not computed: ${keys.join(', ')} (${reason})\n`);
  }
}

/** Which keys were left out for each reason; places in lists are one key. */
function byReason(leftOut: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
  const reasons = new Map<string, string[]>();
  for (const [path, reason] of leftOut) {
    const key = path.replace(/\[\d+\]/g, '[]');
    const keys = reasons.get(reason) ?? [];
    if (!keys.includes(key)) keys.push(key);
    reasons.set(reason, keys);
  }
  return reasons;
}
