// Every template walks the whole way: made from the gallery, fielded, answered by a hundred generated respondents
// through the form's own reading, analysed, put in order by a panel and reported. None is named here.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectByCode } from '../../server/db/projects.ts';
import { countResponses } from '../../server/db/responses.ts';
import { addDemonstration } from '../../server/first-start.ts';
import { analyseProject } from '../../server/operations/analyse-project.ts';
import { projectSideBySide } from '../../server/operations/project-side-by-side.ts';
import { publishReport } from '../../server/operations/publish-report.ts';
import { demonstrated, fieldSurveys, hundredAnswer, templateNames } from '../set-up/instruments.ts';
import type { App, Visitor } from '../set-up/start-app.ts';
import { signInThroughSetUp, startDemonstration } from '../set-up/start-demonstration.ts';

let app: App;
let team: Visitor;
beforeAll(async () => {
  app = await startDemonstration();
  team = app.visitor();
  await signInThroughSetUp(team);
  for (const name of demonstrated) {
    if (!(await projectByCode(db(), name))) await addDemonstration(app.ctx, name);
  }
  // A demonstration of every template takes its time on a busy machine.
}, 180_000);
afterAll(() => app?.stop());

const db = () => app.ctx.db.kysely;

describe.each(templateNames)('a project from the template "%s"', (name) => {
  const project = `proef-${name}`;

  it('is made, fielded, answered, analysed and reported', async () => {
    const csrf = /name="csrf" value="([^"]+)"/.exec((await team.get('/team/new')).text)?.[1] ?? '';
    const wish = { 'title-nl': 'Proef', 'title-en': 'Trial', 'language-nl': '1', 'language-en': '1' };
    const made = await team.post('/team/new', { csrf, ...wish, code: project, start: `template:${name}` });
    expect(made.status).toBe(303);
    const surveys = await fieldSurveys(app, project);
    for (const questionnaire of surveys) {
      await hundredAnswer(app, questionnaire);
      expect(await countResponses(db(), questionnaire.code)).toBe(100);
    }
    const analysis = await analyseProject(app.ctx, project, { reader: 'operator' });
    expect(analysis.surveys.map(({ responses }) => responses)).toEqual(surveys.map(() => 100));
    expect(analysis.needs.length).toBeGreaterThan(0);
    // A sign of other sources has none yet; what the survey itself counts has a base.
    const counted = analysis.needs.flatMap(({ sources }) => sources).filter(({ kind }) => kind === 'survey');
    expect(counted.every(({ score }) => score !== null)).toBe(true);
    const { reportTemplate } = (await projectByCode(db(), project)) ?? {};
    await publishReport(app.ctx, project);
    for (const path of [
      `/team/${project}/results`,
      `/team/${project}/side-by-side`,
      `/team/${project}/needs`,
      `/team/${project}/report`,
      `/r/${reportTemplate?.code}`,
    ]) {
      const page = await team.get(path);
      expect([path, page.status]).toEqual([path, 200]);
    }
  });
});

describe.each(demonstrated)('the demonstration of the template "%s"', (name) => {
  it('is there, says that it is fictional, and tells its panel and report', async () => {
    const project = await projectByCode(db(), name);
    expect(project?.demonstration).toBe(true);
    const analysis = await analyseProject(app.ctx, name, { reader: 'team' });
    expect(analysis.surveys[0]?.responses).toBeGreaterThanOrEqual(100);
    expect(analysis.panel?.ballots).toBe(5);
    const beside = await projectSideBySide(app.ctx, name, 'team');
    // Whatever the template puts side by side is on its page: drawn, or with why it is not.
    expect(beside).toHaveLength(project?.catalogue.sideBySide.length ?? -1);
    const page = await team.get(`/team/${name}/side-by-side`);
    expect(page.status).toBe(200);
    expect(page.text.match(/<figure class="chart"/g)?.length ?? 0).toBeGreaterThanOrEqual(beside.length);
    const report = await app.visitor().get(`/r/${project?.reportTemplate.code}`);
    expect(report.status).toBe(200);
    // A chart of one group has no colour to explain.
    for (const { text } of [page, report]) expect(text).not.toContain('<span></span></li>');
    expect(report.text).toMatch(/Demonstratiegegevens/);
    const charts = Object.values(project?.reportTemplate.charts ?? {}).flat();
    for (const { code, label } of beside) if (charts.includes(code)) expect(report.text).toContain(label.nl);
  });
});
