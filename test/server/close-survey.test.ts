// Closing a survey: what goes, what stays, what respondents and the team see, and that it is for good.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countDrafts } from '../../server/db/drafts.ts';
import { countResponses, responsesSince } from '../../server/db/responses.ts';
import { surveyState } from '../../server/db/surveys.ts';
import { closeSurvey } from '../../server/operations/close-survey.ts';
import type { App, Page, Visitor } from '../set-up/start-app.ts';
import { signInThroughSetUp, startDemonstration } from '../set-up/start-demonstration.ts';
import { startWithSample } from './sample-survey.ts';

const tokenOf = (page: Page) => /name="csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';

describe('closing in the workspace', () => {
  const close = '/team/ooo/surveys/ooo/close';
  let app: App;
  let team: Visitor;
  beforeAll(async () => {
    app = await startDemonstration();
    team = app.visitor();
    await signInThroughSetUp(team);
  });
  afterAll(() => app?.stop());

  it('is offered on the fieldwork page, for every survey that is open', async () => {
    const { text } = await team.get('/team/ooo/fieldwork');
    expect(text).toContain(`href="${close}"`);
    expect(text).toContain('href="/team/ooo/surveys/ooo-collega/close"');
    expect(text).toContain('Bevraging sluiten');
  });

  it('says first what it will do', async () => {
    await app.visitor().post('/s/ooo/start');
    const { status, text } = await team.get(close);
    expect(status).toBe(200);
    expect(text).toContain('De 108 antwoorden die binnenkwamen, blijven bewaard.');
    expect(text).toContain('Eén onvolledig antwoord wordt gewist.');
    expect(text).toContain('Een gesloten bevraging gaat niet opnieuw open.');
    expect((await surveyState(app.ctx.db.kysely, 'ooo'))?.state).toBe('open');
  });

  it('needs a team member and the token of the form', async () => {
    expect((await app.visitor().post(close)).status).not.toBe(200);
    expect((await team.post(close, { csrf: 'verzonnen' })).status).toBe(403);
    expect((await surveyState(app.ctx.db.kysely, 'ooo'))?.state).toBe('open');
    expect((await team.get('/team/ooo/surveys/nergens/close')).status).toBe(404);
  });

  it('closes it for good: pages, chain and buttons say so', async () => {
    const csrf = tokenOf(await team.get(close));
    const reply = { status: 303, location: '/team/ooo/fieldwork' };
    expect(await team.post(close, { csrf })).toMatchObject(reply);
    expect(await team.post(close, { csrf })).toMatchObject(reply);
    expect(await team.get(close)).toMatchObject(reply);
    const { text } = await team.get('/team/ooo/fieldwork');
    expect(text).not.toContain(`href="${close}"`);
    expect(text).toContain('Gesloten: antwoorden en intrekken kan niet meer.');
    expect(text).toContain('gesloten: 85 van 304 bibs');
    expect((await app.visitor().get('/s/ooo')).status).toBe(410);
    expect((await app.visitor().get('/s/ooo-collega')).status).toBe(200);
  });
});

describe('what is stored after closing', () => {
  let app: App;
  let visitor: Visitor;
  beforeAll(async () => {
    app = await startWithSample();
    visitor = app.visitor();
    await visitor.post('/s/proef/start');
    await visitor.post('/s/proef/page/you', { consent: 'yes', role: 'desk', library: 'bib-1' });
    await visitor.post('/s/proef/page/tools', { 'use.till': '2' });
    await visitor.post('/s/proef/page/ways', {});
    const other = app.visitor();
    await other.post('/s/proef/start');
    expect(await countDrafts(app.ctx.db.kysely, 'proef')).toBe(1);
    await app.ctx.writes.run((db) => closeSurvey(db, 'proef', '2024-03-02T10:00:00Z'));
  });
  afterAll(() => app?.stop());

  it('has no draft and no receipt any more, and every answer', async () => {
    const { kysely } = app.ctx.db;
    expect(await countDrafts(kysely, 'proef')).toBe(0);
    expect(await responsesSince(kysely, 'proef', 0, 10)).toHaveLength(1);
    const rows = await kysely.selectFrom('responses').select('receipt_hash').execute();
    expect(rows).toEqual([{ receipt_hash: null }]);
    const survey = await kysely.selectFrom('surveys').selectAll().executeTakeFirstOrThrow();
    expect(survey).toMatchObject({ state: 'closed', closed_at: '2024-03-02T10:00:00Z' });
  });

  it('stays as it was when it is closed again', async () => {
    await app.ctx.writes.run((db) => closeSurvey(db, 'proef', '2024-05-05T10:00:00Z'));
    const survey = await app.ctx.db.kysely.selectFrom('surveys').selectAll().executeTakeFirstOrThrow();
    expect(survey.closed_at).toBe('2024-03-02T10:00:00Z');
  });

  it('takes nothing more: no beginning, no resuming, no withdrawing, no offer', async () => {
    const posts = ['start', 'resume', 'withdraw', 'contact', 'page/you'];
    for (const path of posts) {
      expect((await visitor.post(`/s/proef/${path}`, { consent: 'yes' })).status, path).toBe(410);
    }
    expect(await countResponses(app.ctx.db.kysely, 'proef')).toBe(1);
    expect(await countDrafts(app.ctx.db.kysely, 'proef')).toBe(0);
  });
});

it('an answer on its way while the survey closes is either in or refused, never half', async () => {
  const app = await startWithSample();
  const people = Array.from({ length: 6 }, () => app.visitor());
  for (const person of people) {
    await person.post('/s/proef/start');
    await person.post('/s/proef/page/you', { consent: 'yes', role: 'desk', library: 'bib-1' });
    await person.post('/s/proef/page/tools', { 'use.till': '2' });
  }
  const [, ...replies] = await Promise.all([
    app.ctx.writes.run((db) => closeSurvey(db, 'proef', '2024-03-02T10:00:00Z')),
    ...people.map((person) => person.post('/s/proef/page/ways', {})),
  ]);
  const sent = replies.filter(({ location }) => location === '/s/proef/thanks').length;
  // Who comes a moment later finds no draft and is sent to the first screen, which says that it is closed.
  const refused = replies.filter(({ status, location }) => status === 410 || location === '/s/proef');
  expect(refused).toHaveLength(people.length - sent);
  expect(await countResponses(app.ctx.db.kysely, 'proef')).toBe(sent);
  expect(await countDrafts(app.ctx.db.kysely, 'proef')).toBe(0);
  const rows = await app.ctx.db.kysely.selectFrom('responses').select('receipt_hash').execute();
  expect(rows.every(({ receipt_hash }) => receipt_hash === null)).toBe(true);
  await app.stop();
});
