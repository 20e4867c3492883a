// The statistics against results computed in R (test/fixtures/*/expected.json): every committed survey, every result,
// to a relative 1e-8. Results that are not computed are named here, parts of results with their reason in left-out.ts and
// the families, so that nothing falls out unseen.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readCase } from './case.ts';
import { NOT_COMPUTED } from './outcome.ts';
import { runCase } from './run-case.ts';

const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url));
const folders = readdirSync(fixtures).filter((name) => existsSync(join(fixtures, name, 'expected.json')));

/** Results of the references that are no statistic of the product. */
const notComputed: readonly string[] = ['flying-etiquette-2014 routing', 'star-wars-2014 rank_validation'];

describe('real surveys', () => {
  it('are all here', () => {
    expect(folders).toEqual([
      'carpentries-instructor-training',
      'carpentries-longterm',
      'flying-etiquette-2014',
      'food-world-cup-2014',
      'gss-cat-scale',
      'masculinity-2018',
      'star-wars-2014',
    ]);
  });

  it.each(folders)('%s comes out as in R, result by result', (folder) => {
    const one = readCase(join(fixtures, folder));
    const outcomes = runCase(one);
    expect(outcomes.map(({ id }) => id)).toEqual(one.references.map(({ id }) => id));
    for (const outcome of outcomes) {
      if (outcome.kind === 'notComputed') {
        expect(notComputed).toContain(`${folder} ${outcome.id}`);
        continue;
      }
      expect(outcome.comparison.differences, outcome.id).toEqual([]);
      expect([...outcome.comparison.leftOut.values()], outcome.id).not.toContain(NOT_COMPUTED);
    }
  });
});
