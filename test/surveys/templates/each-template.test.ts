// Every template that comes with the program is sound, complete in both languages, and names only what it has.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { templatesFolder } from '../../../server/paths.ts';
import { readTemplateFolder } from '../../../server/template-folder.ts';
import { estimateOf } from '../../../surveys/check.ts';
import { codebookOf } from '../../../surveys/codebook.ts';
import { countedBy, type Selection } from '../../../surveys/needs-catalogue.ts';

const names = readdirSync(templatesFolder, { withFileTypes: true })
  .filter(
    (entry) => entry.isDirectory() && existsSync(join(templatesFolder, entry.name, 'questionnaire.json')),
  )
  .map(({ name }) => name);

/** Paths of words that lack Dutch or English. */
function untranslated(value: unknown, path = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const keys = Object.keys(value);
  if (keys.includes('nl') || keys.includes('en'))
    return ['nl', 'en'].every((language) => keys.includes(language)) ? [] : [path];
  return Object.entries(value).flatMap(([key, item]) => untranslated(item, `${path}/${key}`));
}

describe.each(names)('the template "%s"', (name) => {
  const folder = join(templatesFolder, name);

  it('is sound, says what it is for, and asks nothing that deserves a warning', async () => {
    const { warnings, reportTemplate, questionnaires } = await readTemplateFolder(folder);
    // The gallery shows every way of asking; elsewhere what is long is long only for who chooses it.
    const short = questionnaires.every((one) => estimateOf(one).minutesOfEverybody <= 10);
    const worth = warnings.filter(
      ({ reason }) => reason?.key !== 'check.tooLong' || !(short || name === 'gallery'),
    );
    expect(worth.map(({ reason }) => reason)).toEqual([]);
    expect(Object.keys(reportTemplate.purpose ?? {}).sort()).toEqual(['en', 'nl']);
    expect(questionnaires[0]?.languages).toEqual(['nl', 'en']);
  });

  it('has all its words in Dutch and in English', () => {
    for (const file of readdirSync(folder)) {
      const value: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      expect([file, untranslated(value)]).toEqual([file, []]);
    }
  });

  it('names no variable, code, fact or chart that it does not ask', async () => {
    const { questionnaires, catalogue, reportTemplate } = await readTemplateFolder(folder);
    const [main] = questionnaires;
    const strangers = ({ variables, except, codes }: Selection, survey: string | undefined) => {
      const asked = questionnaires.find(({ code }) => code === (survey ?? main?.code));
      const known = asked ? codebookOf(asked).variables : [];
      const meant = (each: string) =>
        known.filter((variable) =>
          each.endsWith('.*') ? variable.name.startsWith(each.slice(0, -1)) : variable.name === each,
        );
      const answers = variables
        .flatMap(meant)
        .flatMap(({ categories }) => categories.map(({ code }) => code));
      return [
        ...[...variables, ...except].filter((each) => meant(each).length === 0),
        ...codes.filter((code) => !answers.includes(code)),
      ];
    };
    const shares = [
      ...catalogue.highlights.map(({ share }) => share),
      ...catalogue.needs.flatMap(({ indicators }) => indicators).map(countedBy),
    ].flatMap((share) => (share && 'any' in share ? [share] : []));
    expect(
      shares.flatMap(({ any, where, survey }) =>
        [...any, ...where].flatMap((each) => strangers(each, survey)),
      ),
    ).toEqual([]);
    const asked = questionnaires.flatMap(({ pages }) => pages).flatMap(({ questions }) => questions);
    const codes = new Set([...asked, ...catalogue.sideBySide].map(({ code }) => code));
    expect(
      Object.values(reportTemplate.charts)
        .flat()
        .filter((code) => !codes.has(code)),
    ).toEqual([]);
    const needs = new Set(catalogue.needs.map(({ code }) => code));
    expect(Object.keys(reportTemplate.charts).filter((code) => !needs.has(code))).toEqual([]);
    const facts = new Set(catalogue.highlights.map(({ code }) => code));
    expect(reportTemplate.facts.filter((code) => !facts.has(code))).toEqual([]);
  });
});
