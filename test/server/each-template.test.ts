// Every template walks the whole way: made from the gallery, fielded, answered by a hundred generated respondents
// through the form's own reading, analysed, put in order by a panel and reported. None is named here.
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../../analysis/statistics/seeded-random.ts';
import { projectByCode } from '../../server/db/projects.ts';
import { countResponses, insertResponses } from '../../server/db/responses.ts';
import { setDraftDefinition, surveysOf } from '../../server/db/surveys.ts';
import { addDemonstration } from '../../server/first-start.ts';
import { analyseProject } from '../../server/operations/analyse-project.ts';
import { publishDefinition } from '../../server/operations/definition-editing.ts';
import { projectSideBySide } from '../../server/operations/project-side-by-side.ts';
import { publishReport } from '../../server/operations/publish-report.ts';
import { responseOf } from '../../server/operations/submit-response.ts';
import { templatesFolder } from '../../server/paths.ts';
import { generatedAnswersSchema, generatedResponses } from '../../surveys/generated-answers.ts';
import { type Questionnaire, questionnaireSchema } from '../../surveys/questionnaire.ts';
import { readResponse } from '../../surveys/read-page.ts';
import { noRegister } from '../../surveys/register.ts';
import type { App, Visitor } from '../set-up/start-app.ts';
import { signInThroughSetUp, startDemonstration } from '../set-up/start-demonstration.ts';

const folders = readdirSync(templatesFolder, { recursive: true, encoding: 'utf8' });
const names = folders
  .filter((path) => path.endsWith('/questionnaire.json'))
  .map((path) => path.replace('/questionnaire.json', ''));
const demonstrated = names.filter((name) => folders.includes(`${name}/demonstration.json`));

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

/** Everything between square brackets of the notice filled in, as its makers must. */
function blanksFilled(questionnaire: Questionnaire): Questionnaire {
  return questionnaireSchema.parse(
    JSON.parse(JSON.stringify(questionnaire).replaceAll(/\[[A-Z][^[\]"{}]*\]|\[contact\]/gi, 'De bibgroep')),
  );
}

/** A hundred persons answer, each through the reading of the form. */
async function answered(questionnaire: Questionnaire): Promise<void> {
  const declared = generatedAnswersSchema.parse({
    seed: 7,
    count: 100,
    from: '2026-01-05',
    to: '2026-01-30',
  });
  const people = generatedResponses(questionnaire, declared, noRegister, seededRandom(7));
  const responses = people.map(({ answers, date }) => {
    const reading = readResponse(questionnaire, answers, noRegister);
    expect(reading.problems).toEqual([]);
    const draft = { answers: reading.answers, version: 1, receiptHash: '', seed: null };
    const response = responseOf(draft, questionnaire, noRegister, app.ctx.newId(), date);
    return { ...response, receiptHash: null };
  });
  await app.ctx.writes.run((queries) => insertResponses(queries, questionnaire.code, responses));
}

describe.each(names)('a project from the template "%s"', (name) => {
  const project = `proef-${name}`;

  it('is made, fielded, answered, analysed and reported', async () => {
    const csrf = /name="csrf" value="([^"]+)"/.exec((await team.get('/team/new')).text)?.[1] ?? '';
    const wish = { 'title-nl': 'Proef', 'title-en': 'Trial', 'language-nl': '1', 'language-en': '1' };
    const made = await team.post('/team/new', { csrf, ...wish, code: project, start: `template:${name}` });
    expect(made.status).toBe(303);
    const surveys = await surveysOf(db(), project);
    for (const { code, questionnaire } of surveys) {
      await app.ctx.writes.run((queries) => setDraftDefinition(queries, blanksFilled(questionnaire)));
      expect(await publishDefinition(app.ctx, code)).toEqual({ version: 1 });
      await answered(blanksFilled(questionnaire));
      expect(await countResponses(db(), code)).toBe(100);
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
    // Whatever the template puts side by side has figures, and its page is there with as many charts.
    expect(beside).toHaveLength(project?.catalogue.sideBySide.length ?? -1);
    const page = await team.get(`/team/${name}/side-by-side`);
    expect(page.status).toBe(200);
    expect(page.text.match(/data-chart>/g)?.length ?? 0).toBeGreaterThanOrEqual(beside.length);
    const report = await app.visitor().get(`/r/${project?.reportTemplate.code}`);
    expect(report.status).toBe(200);
    expect(report.text).toMatch(/Demonstratiegegevens/);
    const charts = Object.values(project?.reportTemplate.charts ?? {}).flat();
    for (const { code, label } of beside) if (charts.includes(code)) expect(report.text).toContain(label.nl);
  });
});
