// Projects and questionnaires made from the workspace, over HTTP: from a template, empty, as a copy and from JSON.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectByCode } from '../../server/db/projects.ts';
import { surveyByCode, surveysOf } from '../../server/db/surveys.ts';
import { publishDefinition } from '../../server/operations/definition-editing.ts';
import { templatesFolder } from '../../server/paths.ts';
import { checkBeforeFielding } from '../../surveys/editing/blanks.ts';
import { questionnaireSchema } from '../../surveys/questionnaire.ts';
import type { App, Page, Visitor } from '../set-up/start-app.ts';
import { signInThroughSetUp, startDemonstration } from '../set-up/start-demonstration.ts';

let app: App;
let team: Visitor;
beforeAll(async () => {
  app = await startDemonstration();
  team = app.visitor();
  await signInThroughSetUp(team);
});
afterAll(() => app?.stop());

const db = () => app.ctx.db.kysely;
/** Posts a form of ours with the token its page carries. */
async function post(path: string, fields: Readonly<Record<string, string>>): Promise<Page> {
  const csrf = /name="csrf" value="([^"]+)"/.exec((await team.get(path)).text)?.[1] ?? '';
  return team.post(path, { csrf, ...fields });
}
const stations = [
  'questionnaire',
  'fieldwork',
  'results',
  'results/remarks',
  'needs',
  'evidence',
  'records',
  'panel',
  'report',
];

describe('a new project', () => {
  it('is found from the list of projects and shows the templates with their size', async () => {
    const list = (await team.get('/team')).text;
    expect(list).toContain('href="/team/new"');
    expect(list).toMatch(
      /href="\/team\/ooo\/panel"[\s\S]*Klankbordgroep: ronde 2 loopt · \d+ antwoorden, 304 bibs in het register/,
    );
    const { text, status } = await team.get('/team/new');
    expect(status).toBe(200);
    expect(text).toContain('Optimaliseren Opleiding en Ondersteuning');
    expect(text).toMatch(/Help ons je beter helpen: \d+ vragen, ongeveer \d+ minuten/);
  });

  it('begins empty: a sound draft that only lacks its notice, with every page of the project', async () => {
    const fields = { 'title-nl': 'Noden van 2027', 'language-nl': '1', 'language-fr': '1', start: 'empty' };
    const made = await post('/team/new', fields);
    expect(made).toMatchObject({ status: 303, location: '/team/noden-van-2027/edit?survey=noden-van-2027' });
    const project = await projectByCode(db(), 'noden-van-2027');
    expect(project).toMatchObject({ title: { nl: 'Noden van 2027' }, demonstration: false });
    expect(project?.reportTemplate.code).toBe('noden-van-2027');
    const [survey] = await surveysOf(db(), 'noden-van-2027');
    expect(survey).toMatchObject({ state: 'draft', version: 0, questionnaire: { languages: ['nl', 'fr'] } });
    const { errors } = checkBeforeFielding(survey?.questionnaire as never);
    const kinds = new Set(errors.map(({ key }) => key));
    // French is still to be written, and so is the notice.
    expect(kinds).toEqual(new Set(['check.emptyLanguage', 'project.problem.noticeBlank']));
    for (const station of stations) {
      const page = await team.get(`/team/noden-van-2027/${station}`);
      expect([station, page.status]).toEqual([station, 200]);
    }
    expect((await team.get('/team/noden-van-2027/questionnaire')).text).toContain('in opmaak');
    expect((await app.visitor().get('/s/noden-van-2027')).status).toBe(404);
    expect((await app.visitor().get('/')).text).not.toContain('/s/noden-van-2027');
  });

  it('begins from a template under free codes, which its indicators follow', async () => {
    const fields = { 'title-nl': 'Nog eens', 'title-en': 'Again', 'language-nl': '1', 'language-en': '1' };
    const made = await post('/team/new', { ...fields, start: 'template:ooo', code: 'nog-eens' });
    expect(made).toMatchObject({ status: 303, location: '/team/nog-eens/edit?survey=ooo-2' });
    const surveys = await surveysOf(db(), 'nog-eens');
    const original = await surveysOf(db(), 'ooo');
    expect(surveys.map(({ code, state }) => [code, state])).toEqual(
      original.map(({ code }) => [`${code}-2`, 'draft']),
    );
    const project = await projectByCode(db(), 'nog-eens');
    const named = JSON.stringify(project?.catalogue).match(/"survey":"[^"]+"/g) ?? [];
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((each) => !each.includes('-2'))).toEqual([]);
    expect(project?.reportTemplate).toMatchObject({ code: 'nog-eens', project: { nl: 'Nog eens' } });
    expect(await publishDefinition(app.ctx, 'ooo-2')).toEqual({ version: 1 });
    for (const station of [...stations, 'results/services']) {
      const page = await team.get(`/team/nog-eens/${station}`);
      expect([station, page.status]).toEqual([station, 200]);
    }
  });

  it('says what is missing at each field, and keeps what was typed', async () => {
    const wrong = await post('/team/new', { 'title-en': 'x'.repeat(250), code: 'Met Spaties', start: '' });
    expect(wrong.status).toBe(422);
    for (const id of ['title-nl', 'language-nl', 'code', 'start-empty']) {
      expect(wrong.text).toContain(`href="#${id}"`);
      expect(wrong.text).toContain(`id="${id}"`);
    }
    expect(wrong.text).toContain('value="Met Spaties"');
    const taken = await post('/team/new', {
      'title-nl': 'Iets',
      'language-nl': '1',
      code: 'ooo',
      start: 'empty',
    });
    expect(taken.status).toBe(422);
    expect(taken.text).toContain('“ooo” is al in gebruik');
    expect(taken.text).toContain('value="Iets"');
    const reserved = await post('/team/new', { 'title-nl': 'New', 'language-nl': '1', start: 'empty' });
    expect(reserved.location).toBe('/team/new-2/edit?survey=new-2');
  });

  it('is for the team alone, with the token of its form', async () => {
    const stranger = await app.visitor().get('/team/new');
    expect([stranger.status, stranger.location]).toEqual([303, '/team/sign-in?to=%2Fteam%2Fnew']);
    const forged = await team.post('/team/new', { 'title-nl': 'Vals', 'language-nl': '1', start: 'empty' });
    expect(forged.status).toBe(403);
    expect(await projectByCode(db(), 'vals')).toBeNull();
  });
});

describe('a new questionnaire in a project', () => {
  const path = '/team/ooo/surveys/new';

  it('offers the gallery and copies of what is there', async () => {
    const { text } = await team.get(path);
    expect(text).toContain('value="copy:ooo"');
    expect(text).toContain('value="template:ooo:ooo"');
  });

  it('begins empty under its title, behind the others', async () => {
    const made = await post(path, { 'title-nl': 'Korte peiling', 'language-nl': '1', start: 'empty' });
    expect(made.location).toBe('/team/ooo/edit?survey=korte-peiling');
    const surveys = await surveysOf(db(), 'ooo');
    expect(surveys.at(-1)).toMatchObject({
      code: 'korte-peiling',
      state: 'draft',
      position: surveys.length - 1,
    });
    for (const station of stations) expect((await team.get(`/team/ooo/${station}`)).status).toBe(200);
    expect((await team.get('/team/ooo/questionnaire?survey=korte-peiling')).status).toBe(200);
    expect((await team.get('/team/ooo/results?survey=korte-peiling')).status).toBeLessThan(500);
  });

  it('is a copy with a title of its own', async () => {
    const made = await post(path, { 'title-nl': 'Tweede golf', 'language-nl': '1', start: 'copy:ooo' });
    expect(made.location).toBe('/team/ooo/edit?survey=tweede-golf');
    const [copy, original] = [await surveyByCode(db(), 'tweede-golf'), await surveyByCode(db(), 'ooo')];
    expect(copy?.questionnaire.title).toEqual({ nl: 'Tweede golf', en: original?.questionnaire.title.en });
    expect(copy?.questionnaire.pages).toEqual(original?.questionnaire.pages);
  });

  it('comes from pasted JSON, under a free code', async () => {
    const json = readFileSync(join(templatesFolder, 'ooo', 'questionnaire.json'), 'utf8');
    const made = await post(path, { 'language-nl': '1', start: 'json', json: `\uFEFF${json}` });
    expect(made.location).toMatch(/^\/team\/ooo\/edit\?survey=ooo-\d+$/);
    const survey = await surveyByCode(db(), made.location?.split('=')[1] ?? '');
    expect(survey?.questionnaire).toEqual({
      ...questionnaireSchema.parse(JSON.parse(json)),
      code: survey?.code,
    });
  });

  it('tells everything that is wrong with pasted JSON, with its place, and keeps it', async () => {
    const broken = await post(path, { 'language-nl': '1', start: 'json', json: '{ "format": 1,\n "code" }' });
    expect(broken.status).toBe(422);
    expect(broken.text).toContain('het loopt mis op regel 2');
    expect(broken.text).toContain('{ &quot;format&quot;: 1,');
    const json = JSON.stringify({
      ...JSON.parse(readFileSync(join(templatesFolder, 'ooo', 'questionnaire.json'), 'utf8')),
      languages: 'nl',
      extra: 1,
    });
    const wrong = await post(path, { 'language-nl': '1', start: 'json', json });
    expect(wrong.text).toContain('<code>languages</code>');
    expect(wrong.text).toContain('Deze namen horen hier niet: extra');
  });
});
