// Every chart of the demonstration's workspace: its table carries the figures of the analysis, no more and no fewer.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProjectAnalysis } from '../../analysis/results/project.ts';
import type { SurveyAnalysis } from '../../analysis/results/survey.ts';
import { surveysOf } from '../../server/db/surveys.ts';
import { analyseProject } from '../../server/operations/analyse-project.ts';
import type { App } from '../set-up/start-app.ts';
import { startDemonstration } from '../set-up/start-demonstration.ts';
import {
  chartsAsked,
  fieldworkTables,
  lines,
  needTables,
  remarkTables,
  resultTables,
  serviceTables,
  type Tables,
} from './expected-tables.ts';
import { startWalking, tablesShown, type Walker } from './walker.ts';

let app: App;
let team: Walker;
let analysis: ProjectAnalysis;
beforeAll(async () => {
  app = await startDemonstration();
  // What `analyse ooo --json --as team` prints.
  analysis = JSON.parse(JSON.stringify(await analyseProject(app.ctx, 'ooo', { reader: 'team' })));
  team = await startWalking(app);
  await team.signIn();
});
afterAll(async () => {
  await team?.close();
  await app?.stop();
});

/** The charts on a page, each compared with the table it must have. Gives their ids. */
async function comparedOn(path: string, expected: Tables): Promise<readonly string[]> {
  expect(await team.go(path)).toBe(200);
  const shown = await tablesShown(team.page);
  for (const [id, rows] of Object.entries(shown)) expect(rows, `${path} ${id}`).toEqual(expected[id]);
  return Object.keys(shown);
}

function main(): SurveyAnalysis {
  const [survey] = analysis.surveys;
  if (!survey) throw new Error('the demonstration has a survey');
  return survey;
}

describe('the table of a chart says what the analysis says', () => {
  it.each(['ooo', 'ooo-collega'])('on every page of the questionnaire %s', async (code) => {
    const survey = analysis.surveys.find((each) => each.survey === code);
    const definition = (await surveysOf(app.ctx.db.kysely, 'ooo')).find((each) => each.code === code);
    if (!survey || !definition) throw new Error(`the demonstration has ${code}`);
    const expected = resultTables(survey);
    const seen: string[] = [];
    for (const page of definition.questionnaire.pages)
      seen.push(...(await comparedOn(`/team/ooo/results?survey=${code}&page=${page.code}`, expected)));
    expect([...seen].sort()).toEqual(chartsAsked(survey));
  });

  it('for every service, use and mastery', async () => {
    expect(await team.go('/team/ooo/results/services')).toBe(200);
    const tables = await team.page
      .locator('.all-figures table')
      .evaluateAll((all) =>
        all.map((table) =>
          [...table.querySelectorAll('tbody tr')].map((row) => [
            '',
            ...[...row.children].map((cell) => cell.textContent ?? ''),
          ]),
        ),
      );
    const charts = await team.page
      .locator('.service-bar figure')
      .evaluateAll((all) => all.map(({ id }) => id.replace(/^chart-/, '')));
    const expected = serviceTables(main().services);
    expect([...charts].sort()).toEqual(Object.keys(expected).sort());
    charts.forEach((id, place) => {
      expect(lines(tables[place] ?? []), id).toEqual(expected[id]);
    });
  });

  it('for the remarks, by service and by theme', async () => {
    const expected = remarkTables(main().remarks);
    expect(await team.go('/team/ooo/results/remarks')).toBe(200);
    const { 'remarks-pairs': pairs, ...shown } = await tablesShown(team.page);
    expect(shown).toEqual(expected);
    // Two questions side by side: each line is a line of the question's own table.
    const [praised, changed] = main().remarks.filter(({ remarks }) => remarks > 0);
    for (const line of pairs ?? []) {
      const [service, question, ...figures] = line.split(' | ');
      const of = question === praised?.label.nl ? praised : changed;
      const share = of?.services.find(({ label }) => label.nl === service)?.ofRemarks;
      expect([question, figures.slice(0, 2)], line).toEqual([
        of?.label.nl,
        [String(share?.count), String(share?.base)],
      ]);
    }
    expect(pairs?.length).toBeGreaterThan(10);
  });

  it('for the fieldwork: provinces, sizes and days', async () => {
    const expected = fieldworkTables(main());
    const seen = await comparedOn('/team/ooo/fieldwork', expected);
    expect([...seen].sort()).toEqual(Object.keys(expected).sort());
  });

  it('for the scores of all needs', async () => {
    expect(await comparedOn('/team/ooo/needs', needTables(analysis.needs))).toEqual(['need-scores']);
  });
});

it('asked no other host and met no error on the way', () => {
  expect(team.problems).toEqual([]);
});
