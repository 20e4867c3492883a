// Frameworks that come with the program are sound and count as their sources do.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFrameworkFile } from '../../../server/frameworks.ts';
import { frameworksFolder } from '../../../server/paths.ts';
import { partByCode, partsOf, scoredParts } from '../../../surveys/frameworks/parts.ts';

const shelf = (name: string) => readFrameworkFile(join(frameworksFolder, name));

describe.each(readdirSync(frameworksFolder))('the framework in %s', (name) => {
  it('is sound, has all words in Dutch and English, and is named as its file', async () => {
    const { framework, findings } = await shelf(name);
    expect(`${framework.code}.json`).toBe(name);
    expect(findings.filter(({ kind }) => kind === 'noEnglish' || kind === 'missingList')).toEqual([]);
  });
});

describe('the framework of the librarian', () => {
  it('has 76 activities in seven key tasks, 26 of knowledge, 10 skills, and no motor skills: 113 with that', async () => {
    const { framework, findings } = await shelf('bibliothecaris.json');
    expect(partsOf(framework, 'task').map(({ items }) => items.length)).toEqual([18, 8, 9, 12, 14, 7, 8]);
    expect(partsOf(framework, 'task').map(({ codes }) => codes.length)).toEqual([2, 1, 1, 1, 2, 1, 1]);
    expect(partsOf(framework, 'activity')).toHaveLength(76);
    const depths = partsOf(framework, 'knowledge').map(({ depth }) => depth);
    expect([depths.length, depths.filter((depth) => depth === 'basic').length]).toEqual([26, 3]);
    expect(['LIB-SC', 'LIB-SP'].map((code) => partByCode(framework, code)?.items.length)).toEqual([7, 3]);
    expect(partByCode(framework, 'LIB-SM')).toMatchObject({ empty: 'none', items: [] });
    // Only the text that breaks off is worth a look.
    expect(findings.map(({ kind }) => kind)).toEqual(['cutOff']);
  });

  it('says its level and invents nothing where the record is blank', async () => {
    const { framework } = await shelf('bibliothecaris.json');
    expect(framework.facts.map(({ value }) => value)).toEqual(['7', '7', null, null, null]);
  });

  it('scores no activity twice: each skill points to the activities it restates', async () => {
    const { framework } = await shelf('bibliothecaris.json');
    const activities = new Set(partsOf(framework, 'activity').map(({ code }) => code));
    for (const { restates } of partsOf(framework, 'skill')) {
      expect(restates.length).toBeGreaterThan(0);
      expect(restates.every((code) => activities.has(code))).toBe(true);
    }
    expect(scoredParts(framework)).toHaveLength(7 + 76 + 26);
  });

  it('explains one word, on one part only', async () => {
    const { framework } = await shelf('bibliothecaris.json');
    expect(partsOf(framework, 'knowledge').filter(({ term }) => term)).toMatchObject([{ code: 'LIB-KN.22' }]);
  });
});
