// A definition edited, taken back, made again and published, on a real database: two colleagues never overwrite each
// other, and what was answered keeps its meaning.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatasets, type Datasets } from '../../server/datasets.ts';
import { insertResponses } from '../../server/db/responses.ts';
import { createSurvey, definitionOfVersion, fieldedVersions, surveyByCode } from '../../server/db/surveys.ts';
import { analyseProject } from '../../server/operations/analyse-project.ts';
import { closeSurvey } from '../../server/operations/close-survey.ts';
import {
  editDefinition,
  openDefinition,
  publishDefinition,
  redoEdit,
  undoEdit,
} from '../../server/operations/definition-editing.ts';
import { responseOf } from '../../server/operations/submit-response.ts';
import { codebookOf, variableNamed } from '../../surveys/codebook.ts';
import type { Edit } from '../../surveys/editing/edit.ts';
import { emptyQuestionnaire } from '../../surveys/editing/starts.ts';
import { type Question, type Questionnaire, questionsOf } from '../../surveys/questionnaire.ts';
import type { App } from '../set-up/start-app.ts';
import { startWords } from '../surveys/editing/start-words.ts';
import { sample, sampleRegister } from '../surveys/sample-questionnaire.ts';
import { startWithSample } from './sample-survey.ts';

const both = (words: string) => ({ nl: words, en: words });
let app: App;
let datasets: Datasets;
beforeAll(async () => {
  app = await startWithSample();
  datasets = createDatasets(app.ctx.db);
});
afterAll(() => app?.stop());

const at = '2024-03-01T12:00:00.000Z';
/** A survey of its own for one test. */
async function survey(code: string, state: 'open' | 'draft' = 'open', definition = sample): Promise<string> {
  const questionnaire: Questionnaire = { ...definition, code };
  await createSurvey(app.ctx.db.kysely, 'proef', 9, questionnaire, at, state);
  return code;
}
const retitle = (words: string): Edit => ({
  kind: 'setTexts',
  texts: [{ path: 'title', language: 'nl', words }],
});
/** Makes an edit on the newest revision, and gives the revision after it. */
async function edit(code: string, change: Edit): Promise<number> {
  const { revision } = await openDefinition(app.ctx, code);
  const result = await editDefinition(app.ctx, code, revision, change);
  if (result === 'stale' || 'problems' in result) throw new Error(JSON.stringify(result));
  return result.revision;
}
const titleOf = async (code: string) => (await openDefinition(app.ctx, code)).questionnaire.title.nl;

describe('editing', () => {
  it('begins at what respondents answer, which stays as it is', async () => {
    const code = await survey('begin');
    expect(await openDefinition(app.ctx, code)).toMatchObject({
      revision: 0,
      undo: false,
      redo: false,
      fielded: 1,
      changed: false,
    });
    await edit(code, retitle('Anders'));
    expect(await openDefinition(app.ctx, code)).toMatchObject({ undo: true, fielded: 1, changed: true });
    const page = await app.visitor().get(`/s/${code}`);
    expect(page.text).toContain('Proefvragen');
    expect(page.text).not.toContain('Anders');
  });

  it('refuses an edit made on a state that is not the newest any more', async () => {
    const code = await survey('stale');
    const first = await editDefinition(app.ctx, code, 0, retitle('Eerst'));
    expect(first).toMatchObject({ revision: 1 });
    expect(await editDefinition(app.ctx, code, 0, retitle('Te laat'))).toBe('stale');
    expect(await titleOf(code)).toBe('Eerst');
  });

  it('lets one of two colleagues at the same moment through', async () => {
    const code = await survey('both');
    const results = await Promise.all([
      editDefinition(app.ctx, code, 0, retitle('Een')),
      editDefinition(app.ctx, code, 0, retitle('Twee')),
    ]);
    expect(results.filter((result) => result === 'stale')).toHaveLength(1);
    const made = results.find((result) => result !== 'stale');
    expect(made).toMatchObject({ questionnaire: { title: { nl: await titleOf(code) } } });
  });

  it('tells what is wrong and changes nothing', async () => {
    const code = await survey('wrong');
    const result = await editDefinition(app.ctx, code, 0, { kind: 'removeList', code: 'tools' });
    expect(result).toMatchObject({ problems: [{ path: 'pages[1].questions[0].rows' }] });
    expect((await openDefinition(app.ctx, code)).revision).toBe(0);
  });

  it('is taken back and made again, step by step', async () => {
    const code = await survey('undo');
    for (const title of ['Een', 'Twee', 'Drie']) await edit(code, retitle(title));
    expect(await undoEdit(app.ctx, code)).toBe(true);
    expect(await undoEdit(app.ctx, code)).toBe(true);
    expect([await titleOf(code), (await openDefinition(app.ctx, code)).redo]).toEqual(['Een', true]);
    expect(await redoEdit(app.ctx, code)).toBe(true);
    expect(await titleOf(code)).toBe('Twee');
    expect(await undoEdit(app.ctx, code)).toBe(true);
    expect(await undoEdit(app.ctx, code)).toBe(true);
    expect(await undoEdit(app.ctx, code)).toBe(false);
    expect(await openDefinition(app.ctx, code)).toMatchObject({ revision: 0, changed: false, redo: true });
  });

  it('forgets what was taken back once something else is edited, and never gives a revision twice', async () => {
    const code = await survey('branch');
    await edit(code, retitle('Een'));
    const undone = await edit(code, retitle('Twee'));
    await undoEdit(app.ctx, code);
    await edit(code, retitle('Drie'));
    expect(await redoEdit(app.ctx, code)).toBe(false);
    // Somebody still has the page open that showed "Twee".
    expect(await editDefinition(app.ctx, code, undone, retitle('Van vroeger'))).toBe('stale');
    expect(await titleOf(code)).toBe('Drie');
    await undoEdit(app.ctx, code);
    expect(await titleOf(code)).toBe('Een');
  });

  it('keeps the last 200 states', async () => {
    const code = await survey('many', 'open', { ...sample, lists: {}, pages: sample.pages.slice(0, 1) });
    for (let count = 1; count <= 203; count += 1) await edit(code, retitle(`Titel ${count}`));
    const { kysely } = app.ctx.db;
    const kept = await kysely
      .selectFrom('definition_edits')
      .select('revision')
      .where('survey', '=', code)
      .execute();
    expect(kept).toHaveLength(200);
    expect(Math.min(...kept.map(({ revision }) => revision))).toBe(4);
  });
});

describe('publishing', () => {
  it('fields the next version, and leaves the one before as it was', async () => {
    const code = await survey('publish');
    const before = JSON.stringify(await definitionOfVersion(app.ctx.db.kysely, code, 1));
    await edit(code, retitle('Tweede versie'));
    expect(await publishDefinition(app.ctx, code)).toEqual({ version: 2 });
    expect(JSON.stringify(await definitionOfVersion(app.ctx.db.kysely, code, 1))).toBe(before);
    expect((await app.visitor().get(`/s/${code}`)).text).toContain('Tweede versie');
    const versions = await fieldedVersions(app.ctx.db.kysely, code);
    expect(versions).toEqual([
      { version: 1, publishedAt: at },
      { version: 2, publishedAt: '2024-03-01T13:03:00.000Z' },
    ]);
    expect(await openDefinition(app.ctx, code)).toMatchObject({ fielded: 2, changed: false, undo: true });
  });

  it('makes no version of what is the same', async () => {
    const code = await survey('same');
    expect(await publishDefinition(app.ctx, code)).toEqual({ version: 1 });
    await edit(code, retitle('Even anders'));
    await undoEdit(app.ctx, code);
    expect(await publishDefinition(app.ctx, code)).toEqual({ version: 1 });
  });

  it('refuses a definition with errors, and a notice with blanks', async () => {
    const code = await survey('errors');
    await edit(code, { kind: 'movePage', code: 'you', to: 3 });
    const refused = await publishDefinition(app.ctx, code);
    expect('problems' in refused && refused.problems.map(({ key }) => key)).toContain('check.laterVariable');
    const blank = await survey(
      'blank',
      'draft',
      emptyQuestionnaire('x', ['nl', 'en'], both('Nieuw'), startWords),
    );
    const notYet = await publishDefinition(app.ctx, blank);
    expect('problems' in notYet && notYet.problems.map(({ path }) => path)).toEqual(['notice[0].text']);
    expect((await surveyByCode(app.ctx.db.kysely, blank))?.state).toBe('draft');
  });

  it('is not possible any more once the survey is closed', async () => {
    const code = await survey('closed');
    await edit(code, retitle('Te laat'));
    await app.ctx.writes.run((db) => closeSurvey(db, code, at));
    await expect(publishDefinition(app.ctx, code)).rejects.toMatchObject({ key: 'surveyClosedForGood' });
    await expect(editDefinition(app.ctx, code, 1, retitle('x'))).rejects.toMatchObject({
      key: 'surveyClosedForGood',
    });
    expect((await surveyByCode(app.ctx.db.kysely, code))?.version).toBe(1);
  });
});

describe('what was answered in the first version', () => {
  it('means the same in the second, whatever moved', async () => {
    const code = await survey('meaning');
    const answers = {
      consent: 'yes',
      library: 'bib-1',
      role: 'lead',
      'use.till': '2',
      'well.till': '1',
      'use.site': 'N',
    };
    const draft = { answers, version: 1, receiptHash: 'x', seed: null };
    const stored = responseOf(draft, { ...sample, code }, sampleRegister, app.ctx.newId(), '2024-03-01');
    await app.ctx.writes.run((db) => insertResponses(db, code, [stored]));
    const decoded = async () => {
      const now = await surveyByCode(app.ctx.db.kysely, code);
      if (!now) throw new Error('the survey is there');
      const dataset = await datasets.of(now);
      return (name: string) =>
        variableNamed(codebookOf(now.questionnaire), name).categories[dataset.column(name)[0] ?? 255]?.code;
    };
    const before = await decoded();
    const seen = ['role', 'use.till', 'well.till', 'use.site'].map((name) => before(name));
    expect(seen).toEqual(['lead', '2', '1', 'N']);

    const role = questionsOf(sample).find((question) => question.code === 'role');
    if (role?.type !== 'single' || !Array.isArray(role.options)) throw new Error('the sample asks it');
    const options = [{ code: 'new', label: both('Nieuw') }, ...role.options.toReversed()];
    await edit(code, { kind: 'replaceQuestion', code: 'role', question: { ...role, options } as Question });
    await edit(code, { kind: 'movePage', code: 'ways', to: 1 });
    const tools = sample.lists.tools;
    if (!tools) throw new Error('the sample has the list');
    await edit(code, {
      kind: 'replaceList',
      code: 'tools',
      list: { ...tools, options: tools.options.toReversed() },
    });
    expect(await publishDefinition(app.ctx, code)).toEqual({ version: 2 });
    const after = await decoded();
    expect(['role', 'use.till', 'well.till', 'use.site'].map((name) => after(name))).toEqual(seen);
  });

  it('keeps an answer whose code retired, and its place in the figures', async () => {
    const code = await survey('retired');
    const answer = (role: string, version: number, definition: Questionnaire) =>
      responseOf(
        { answers: { consent: 'yes', role }, version, receiptHash: app.ctx.newId(), seed: null },
        definition,
        sampleRegister,
        app.ctx.newId(),
        '2024-03-01',
      );
    const first = { ...sample, code };
    const before = [answer('other', 1, first), answer('lead', 1, first)];
    await app.ctx.writes.run((db) => insertResponses(db, code, before));
    const role = questionsOf(sample).find((question) => question.code === 'role');
    if (role?.type !== 'single' || !Array.isArray(role.options)) throw new Error('the sample asks it');
    const options = role.options.filter((option) => option.code !== 'other');
    await edit(code, { kind: 'replaceQuestion', code: 'role', question: { ...role, options } });
    expect(await publishDefinition(app.ctx, code)).toEqual({ version: 2 });
    const now = await surveyByCode(app.ctx.db.kysely, code);
    if (!now) throw new Error('the survey is there');
    await app.ctx.writes.run((db) => insertResponses(db, code, [answer('desk', 2, now.questionnaire)]));
    const dataset = await datasets.of(now);
    const { categories } = variableNamed(dataset.codebook, 'role');
    expect([...dataset.column('role')].map((byte) => categories[byte]?.code)).toEqual([
      'other',
      'lead',
      'desk',
    ]);
    const { surveys } = await analyseProject(app.ctx, 'proef', { reader: 'operator' });
    expect(surveys.find((each) => each.survey === code)?.responses).toBe(3);
  });

  it('goes on in the second when it was not sent yet', async () => {
    const code = await survey('halfway');
    const visitor = app.visitor();
    await visitor.post(`/s/${code}/start`);
    const fields = { consent: 'yes', library: 'bib-1', role: 'desk' };
    const sent = await visitor.post(`/s/${code}/page/you`, fields);
    expect(sent.status).toBe(303);
    await edit(code, retitle('Tweede'));
    await publishDefinition(app.ctx, code);
    const page = await visitor.follow(await visitor.get(`/s/${code}/page/you`));
    expect(page.text).toContain('Tweede');
    expect(page.text).toMatch(/value="desk"[^>]*checked/);
  });
});

describe('a draft', () => {
  it('is not open to respondents and has no figures until it is published', async () => {
    const code = await survey('concept', 'draft');
    const early = await app.visitor().get(`/s/${code}`);
    expect([early.status, early.text]).toEqual([404, expect.stringContaining('nog niet open')]);
    const { surveys } = await analyseProject(app.ctx, 'proef', { reader: 'operator' });
    expect(surveys.filter((each) => each.survey === code && each.responses > 0)).toEqual([]);
    await edit(code, retitle('Opgemaakt'));
    expect((await surveyByCode(app.ctx.db.kysely, code))?.questionnaire.title.nl).toBe('Opgemaakt');
    await undoEdit(app.ctx, code);
    expect((await surveyByCode(app.ctx.db.kysely, code))?.questionnaire.title.nl).toBe('Proefvragen');
    expect(await publishDefinition(app.ctx, code)).toEqual({ version: 1 });
    expect((await app.visitor().get(`/s/${code}`)).status).toBe(200);
    const analysed = await analyseProject(app.ctx, 'proef', { reader: 'operator' });
    expect(analysed.surveys.map((each) => each.survey)).toContain(code);
    expect(await fieldedVersions(app.ctx.db.kysely, code)).toHaveLength(1);
  });
});
