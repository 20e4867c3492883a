// Versions of a questionnaire in the workspace: what changed, fielding the next after reading that, and the definition
// as a file.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { replaceSetupToken } from '../../server/db/setup-tokens.ts';
import { surveyByCode } from '../../server/db/surveys.ts';
import { hashToken } from '../../server/identity/tokens.ts';
import { closeSurvey } from '../../server/operations/close-survey.ts';
import { editDefinition, openDefinition } from '../../server/operations/definition-editing.ts';
import type { Edit } from '../../surveys/editing/edit.ts';
import { type Question, questionsOf } from '../../surveys/questionnaire.ts';
import type { App, Page, Visitor } from '../set-up/start-app.ts';
import { signInThroughSetUp } from '../set-up/start-demonstration.ts';
import { sample } from '../surveys/sample-questionnaire.ts';
import { startWithSample } from './sample-survey.ts';

let app: App;
let team: Visitor;
beforeAll(async () => {
  app = await startWithSample();
  await replaceSetupToken(app.ctx.db.kysely, hashToken('setup', 'eenmalig'), '2024-01-01T00:00:00Z');
  team = app.visitor();
  await signInThroughSetUp(team);
});
afterAll(() => app?.stop());

async function edit(change: Edit): Promise<void> {
  const { revision } = await openDefinition(app.ctx, 'proef');
  const result = await editDefinition(app.ctx, 'proef', revision, change);
  if (result === 'stale' || 'problems' in result) throw new Error(JSON.stringify(result));
}
const field = (page: Page, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page.text)?.[1] ?? '';
/** Posts a page of ours with the hidden fields it has. */
async function post(path: string, fields: Readonly<Record<string, string>> = {}): Promise<Page> {
  const page = await team.get(path);
  return team.post(path, { csrf: field(page, 'csrf'), revision: field(page, 'revision'), ...fields });
}
const named = (code: string) => {
  const found = questionsOf(sample).find((question) => question.code === code);
  if (!found) throw new Error(`no ${code}`);
  return found;
};

describe('the versions of a questionnaire', () => {
  it('begin with the one that is open, and nothing to field', async () => {
    const { text } = await team.get('/team/proef/versions?survey=proef');
    expect(text).toContain('Versie 1');
    expect(text).toContain('Opengesteld op');
    expect(text).toContain('Alles wat je bewerkte, staat open');
    // What is sent to the libraries, whole.
    expect(text).toContain(`<a href="${app.address}/s/proef">${app.address}/s/proef</a>`);
    expect(text).not.toContain('/team/proef/publish');
    const publish = await team.get('/team/proef/publish?survey=proef');
    expect(publish.text).toContain('Er is niets veranderd sinds versie 1');
    expect(publish.text).not.toContain('Ja, openstellen');
  });

  it('list what was edited since, each with what it does to comparing', async () => {
    const role = named('role') as Extract<Question, { type: 'single' }>;
    await edit({
      kind: 'replaceQuestion',
      code: 'role',
      question: { ...role, help: { nl: 'Kort', en: 'Short' } },
    });
    await edit({
      kind: 'replaceQuestion',
      code: 'pace',
      question: { ...named('pace'), label: { nl: 'Gaat het snel?', en: 'Is it fast?' } },
    });
    const { text } = await team.get('/team/proef/versions?survey=proef');
    expect(text).toContain('2 wijzigingen sinds versie 1');
    expect(text).toContain('vergelijkbaar');
    expect(text).toContain('breekt de vergelijking');
    expect(text).toContain('Versie 2 openstellen');
  });

  it('grow by one after the page that asks, and both can be read', async () => {
    const page = await team.get('/team/proef/publish?survey=proef');
    expect(page.text).toContain('Versie 2 van “Proefvragen” openstellen?');
    expect(page.text).toContain('Eén wijziging breekt');
    const done = await post('/team/proef/publish?survey=proef');
    expect(done).toMatchObject({ status: 303, location: '/team/proef/versions?survey=proef' });
    const first = await team.get('/team/proef/versions/1?survey=proef');
    expect(first.text).toContain('Vlot genoeg?');
    expect(first.text).toContain('Je leest versie 1');
    expect((await team.get('/team/proef/versions/2?survey=proef')).text).toContain('Gaat het snel?');
    expect((await team.get('/team/proef/versions/3?survey=proef')).status).toBe(404);
    const { text } = await team.get('/team/proef/versions?survey=proef');
    expect(text.indexOf('Versie 2')).toBeLessThan(text.indexOf('De eerste versie.'));
  });

  it('are not fielded from a page that somebody edited behind', async () => {
    await edit({ kind: 'setTexts', texts: [{ path: 'title', language: 'nl', words: 'Derde' }] });
    const page = await team.get('/team/proef/publish?survey=proef');
    await edit({ kind: 'setTexts', texts: [{ path: 'title', language: 'nl', words: 'Vierde' }] });
    const fields = { csrf: field(page, 'csrf'), revision: field(page, 'revision') };
    const refused = await team.post('/team/proef/publish?survey=proef', fields);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('intussen nog iets gewijzigd');
    expect((await surveyByCode(app.ctx.db.kysely, 'proef'))?.version).toBe(2);
  });

  it('are not fielded with errors, which are told with the way to their form', async () => {
    await edit({ kind: 'movePage', code: 'you', to: 3 });
    const page = await team.get('/team/proef/publish?survey=proef');
    expect(page.text).toContain('in orde brengen');
    expect(page.text).toContain('href="/team/proef/edit?survey&#x3D;proef&amp;page&#x3D;lead"');
    expect(page.text).not.toContain('Ja, openstellen');
    const forced = await post('/team/proef/publish?survey=proef');
    expect(forced.status).toBe(422);
    expect((await surveyByCode(app.ctx.db.kysely, 'proef'))?.version).toBe(2);
    await edit({ kind: 'movePage', code: 'you', to: 0 });
  });

  it('are for the team alone', async () => {
    for (const path of ['versions', 'publish', 'definition-file', 'definition.json', 'surveys/new']) {
      const stranger = await app.visitor().get(`/team/proef/${path}?survey=proef`);
      expect([path, stranger.status]).toEqual([path, 303]);
      expect(stranger.text).not.toContain('Proefvragen');
    }
    const forged = await team.post('/team/proef/publish?survey=proef', { revision: '3' });
    expect(forged.status).toBe(403);
  });
});

describe('the definition as a file', () => {
  it('is what is being edited, or a version as it was fielded', async () => {
    const edited = await team.get('/team/proef/definition.json?survey=proef');
    expect(edited.headers.get('content-disposition')).toBe('attachment; filename="proef.json"');
    expect(JSON.parse(edited.text).title.nl).toBe('Vierde');
    const first = await team.get('/team/proef/definition.json?survey=proef&version=1');
    expect(first.headers.get('content-disposition')).toBe('attachment; filename="proef-v1.json"');
    expect(JSON.parse(first.text)).toEqual(sample);
    expect((await team.get('/team/proef/definition.json?survey=proef&version=9')).status).toBe(404);
    expect((await team.get('/team/proef/definition.json?survey=proef&version=0')).status).toBe(404);
  });

  const path = '/team/proef/definition-file?survey=proef';
  it('is put back as one edit, under the code of the survey', async () => {
    const json = JSON.stringify({ ...sample, code: 'ander', $schema: '/schema/questionnaire-1.json' });
    expect((await post(path, { json })).status).toBe(303);
    const now = await openDefinition(app.ctx, 'proef');
    expect(now).toMatchObject({ questionnaire: sample, undo: true });
  });

  it('with mistakes changes nothing, tells them by their place and keeps what was pasted', async () => {
    const pages = sample.pages.map((page, index) => (index === 3 ? { ...page, title: '<b>' } : page));
    const json = JSON.stringify({ ...sample, pages }, null, 2);
    const { revision } = await openDefinition(app.ctx, 'proef');
    const refused = await post(path, { json });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('<code>pages[3].title</code>');
    expect(refused.text).toContain('&lt;b&gt;');
    expect(refused.text).not.toContain('"<b>"');
    expect((await openDefinition(app.ctx, 'proef')).revision).toBe(revision);
  });

  it('does not overwrite what a colleague edited meanwhile', async () => {
    const page = await team.get(path);
    await edit({ kind: 'setTexts', texts: [{ path: 'title', language: 'nl', words: 'Van een collega' }] });
    const fields = {
      csrf: field(page, 'csrf'),
      revision: field(page, 'revision'),
      json: JSON.stringify(sample),
    };
    const refused = await team.post(path, fields);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Iemand bewerkte de vragenlijst');
    expect((await openDefinition(app.ctx, 'proef')).questionnaire.title.nl).toBe('Van een collega');
  });

  it('may be far larger than other forms', async () => {
    const big = {
      ...sample,
      welcome: { ...sample.welcome, paragraphs: [{ nl: 'é'.repeat(150_000), en: 'x' }] },
    };
    expect((await post(path, { json: JSON.stringify(big) })).status).toBe(303);
    expect((await post(path, { json: 'x'.repeat(4_000_000) })).status).toBe(413);
  });
});

describe('the published schema', () => {
  it('is there for everybody, with its own address', async () => {
    const schema = await app.visitor().get('/schema/questionnaire-1.json');
    expect(schema.status).toBe(200);
    expect(schema.headers.get('content-type')).toContain('application/schema+json');
    expect(JSON.parse(schema.text)).toMatchObject({ title: 'nodenkaart/questionnaire/1' });
    expect(JSON.parse(schema.text).$id).toMatch(/\/schema\/questionnaire-1\.json$/);
  });
});

describe('a closed survey', () => {
  it('has its versions to read, and no way to field another', async () => {
    await app.ctx.writes.run((db) => closeSurvey(db, 'proef', '2024-03-02T00:00:00Z'));
    const { text } = await team.get('/team/proef/versions?survey=proef');
    expect(text).toContain('laatste versie, gesloten');
    expect(text).not.toContain('In bewerking');
    expect((await team.get('/team/proef/publish?survey=proef')).status).toBe(409);
    expect((await team.get('/team/proef/definition-file?survey=proef')).text).not.toContain('<textarea');
  });
});
