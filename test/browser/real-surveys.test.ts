// The two real surveys as a team walks them in a browser: every questionnaire page, the needs, one need and the report,
// with every chart drawn and its table equal to the analysis.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProjectAnalysis } from '../../analysis/results/project.ts';
import type { SurveyAnalysis } from '../../analysis/results/survey.ts';
import { surveysOf } from '../../server/db/surveys.ts';
import { analyseProject } from '../../server/operations/analyse-project.ts';
import type { App } from '../set-up/start-app.ts';
import { realSurveys, startRealSurveys } from '../set-up/start-real-surveys.ts';
import { chartsAsked, needTables, resultTables, type Tables } from './expected-tables.ts';
import { blankCharts, faults, startWalking, tablesShown, type Walker } from './walker.ts';

let app: App;
let team: Walker;
beforeAll(async () => {
  app = await startRealSurveys();
  team = await startWalking(app);
  await team.signIn();
});
afterAll(async () => {
  await team?.close();
  await app?.stop();
});

describe.each(realSurveys)('$folder', ({ project, answers }) => {
  let analysis: ProjectAnalysis;
  let main: SurveyAnalysis;
  let pages: readonly string[];
  let expected: Tables;
  beforeAll(async () => {
    analysis = JSON.parse(JSON.stringify(await analyseProject(app.ctx, project, { reader: 'team' })));
    const [survey] = await surveysOf(app.ctx.db.kysely, project);
    pages = (survey?.questionnaire.pages ?? []).map(({ code }) => `/team/${project}/results?page=${code}`);
    const [first] = analysis.surveys;
    if (!first) throw new Error('a project has a survey');
    main = first;
    expected = { ...resultTables(main), ...needTables(analysis.needs) };
  });

  /** Every chart of the page is drawn and has the table it must have. Gives their ids. */
  async function chartsOn(path: string): Promise<readonly string[]> {
    expect(await team.go(path)).toBe(200);
    expect(await blankCharts(team.page), path).toEqual([]);
    const shown = await tablesShown(team.page);
    for (const [id, rows] of Object.entries(shown)) expect(rows, `${path} ${id}`).toEqual(expected[id]);
    return Object.keys(shown);
  }

  it('shows every question on its page with the figures of the analysis', async () => {
    const seen: string[] = [];
    for (const path of pages) seen.push(...(await chartsOn(path)));
    expect([...seen].sort()).toEqual(chartsAsked(main));
    expect(main.responses).toBe(answers);
  });

  it('leads with its shares and ranks its needs, one opened', async () => {
    await chartsOn(`/team/${project}/results`);
    expect(await chartsOn(`/team/${project}/needs`)).toEqual(['need-scores']);
    const [first] = analysis.needs;
    await team.page.locator('.needs-table a').first().click();
    expect(await team.page.getByRole('heading', { level: 1 }).textContent()).toBe(first?.label.nl);
    const [indicator] = first?.sources[0]?.indicators ?? [];
    const figures = `${indicator?.share.count} van de ${indicator?.share.base} ${indicator?.label.nl}`;
    expect(await team.page.locator('.indicators').textContent()).toContain(figures);
  });

  it('previews a report with every chart drawn', async () => {
    expect(await team.go(`/team/${project}/report/preview`)).toBe(200);
    expect(await blankCharts(team.page)).toEqual([]);
    expect(await team.page.locator('figure.chart').count()).toBeGreaterThan(10);
  });

  it('has no accessibility violation on a page with figures, the needs and the report, narrow and wide', async () => {
    for (const path of [pages.at(-1) ?? '', `/team/${project}/needs`]) {
      await team.go(path);
      expect(await faults(team.page), path).toEqual([]);
    }
    // The report is the same as that of the demonstration, which is looked at wide too; only its charts are others.
    await team.go(`/team/${project}/report/preview`);
    expect(await faults(team.page, [360], false), 'report').toEqual([]);
  }, 120_000);
});

it('asked no other host and met no error on the way', () => {
  expect(team.problems).toEqual([]);
});
