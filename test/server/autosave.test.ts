// A script saves while somebody answers: what it hears, what is kept, and that nothing kept before is lost by it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeSurvey } from '../../server/operations/close-survey.ts';
import { purgeDrafts } from '../../server/operations/purge-drafts.ts';
import type { App, Page, Visitor } from '../set-up/start-app.ts';
import { draftUnder, hidden, page, receiptOf, tools, ways, you } from './respondent-steps.ts';
import { startWithSample } from './sample-survey.ts';

let app: App;
let visitor: Visitor;
let now: Date;
beforeEach(async () => {
  now = new Date('2024-03-01T13:03:00Z');
  app = await startWithSample(undefined, { now: () => now });
  visitor = app.visitor();
  await visitor.post('/s/proef/start', { own: '1' });
});
afterEach(() => app.stop());

const autosave = (code: string, fields: Readonly<Record<string, string>>) =>
  visitor.post(`${page(code)}?go=autosave`, fields);
const said = (reply: Page): unknown => JSON.parse(reply.text);
const draft = () => draftUnder(app, receiptOf(visitor));

describe('saving meanwhile', () => {
  it('keeps what is there so far, and says when and as which save', async () => {
    const reply = await autosave('you', { consent: 'yes', library: 'bib-2' });
    expect(reply.status).toBe(200);
    expect(reply.headers.get('cache-control')).toBe('no-store');
    expect(said(reply)).toEqual({ savedAt: '14:03', revision: 1, unread: 0 });
    expect(await draft()).toMatchObject({
      answers: { consent: 'yes', library: 'bib-2' },
      library: 'bib-2',
      pages: [],
      revision: 1,
      changes: { you: 1 },
    });
    const again = await visitor.get(page('you'));
    expect(again.text).toContain('<option value="bib-2" selected>');
    expect(hidden(again)).toMatchObject({ 'draft:revision': '1' });
  });

  it('writes nothing when nothing changed', async () => {
    await autosave('you', { consent: 'yes', role: 'desk' });
    now = new Date('2024-03-01T13:09:00Z');
    expect(said(await autosave('you', { consent: 'yes', role: 'desk' }))).toEqual({
      savedAt: '14:03',
      revision: 1,
      unread: 0,
    });
  });

  it('never makes a page done, and complains about nothing', async () => {
    await autosave('you', you);
    expect(await visitor.get(page('tools'))).toMatchObject({ status: 303, location: page('you') });
    await visitor.post(page('you'), you);
    expect((await autosave('tools', {})).status).toBe(200);
    expect(await draft()).toMatchObject({ pages: ['you'] });
  });

  it('keeps nothing before there is consent, and what was kept before when the tick is gone for a moment', async () => {
    expect(said(await autosave('you', { library: 'bib-2', role: 'desk' }))).toEqual({ unsaved: true });
    expect(await draft()).toMatchObject({ answers: {}, revision: 0 });
    await visitor.post(page('you'), you);
    expect(said(await autosave('you', { ...you, consent: '' }))).toEqual({ unsaved: true });
    expect(await draft()).toMatchObject({ answers: { role: 'other', 'role.other.text': 'poetsen' } });
  });

  it('leaves an answer that was kept when what is typed over it cannot be read, and says how many', async () => {
    await visitor.post(page('you'), you);
    await visitor.post(page('tools'), tools);
    await autosave('ways', ways);
    const reply = await autosave('ways', { ...ways, words: 'veel te lange tekst', pace: '<kwaad>' });
    expect(said(reply)).toMatchObject({ unread: 2 });
    expect(await draft()).toMatchObject({ answers: { words: 'hallo', pace: 'N', 'ways.paper': '1' } });
    const wrong = await visitor.post(page('ways'), { ...ways, words: 'veel te lange tekst' });
    expect(wrong.text).toContain('veel te lange tekst</textarea>');
    expect(await draft()).toMatchObject({ answers: { words: 'hallo' } });
  });

  it('lets go what the respondent cleared', async () => {
    await visitor.post(page('you'), you);
    await visitor.post(page('tools'), tools);
    await autosave('ways', ways);
    await autosave('ways', { 'ways.paper': '1', pace: 'N', words: '' });
    expect((await draft())?.answers).not.toHaveProperty('words');
  });

  it('keeps all ticks of a question when too many are ticked', async () => {
    await visitor.post(page('you'), you);
    await autosave('tools', tools);
    await autosave('tools', { ...tools, 'learn.b': '1', 'learn.c': '1' });
    expect((await draft())?.answers).toMatchObject({ 'learn.a': '1', 'learn.b': '0', 'learn.c': '0' });
  });
});

describe('when there is nothing to save in', () => {
  it('says that it was sent', async () => {
    await visitor.post(page('you'), you);
    await visitor.post(page('tools'), tools);
    await visitor.post(page('ways'), ways);
    const reply = await autosave('ways', { words: 'nog iets' });
    expect(reply.status).toBe(409);
    expect(said(reply)).toEqual({ gone: true, address: '/s/proef/thanks' });
  });

  it('says that another draft is open here', async () => {
    const tab = await visitor.get(page('you'));
    await visitor.post('/s/proef/start');
    const reply = await autosave('you', { ...hidden(tab), ...you });
    expect(reply.status).toBe(409);
    expect(said(reply)).toEqual({ conflict: true, address: `${page('you')}?go=stay` });
    expect(await draft()).toMatchObject({ answers: {} });
  });

  it('says so in the words of the page when the survey was closed', async () => {
    await closeSurvey(app.ctx.db.kysely, 'proef', '2024-03-02T00:00:00Z');
    expect((await autosave('you', you)).status).toBe(410);
  });
});

describe('a draft that is left alone', () => {
  it('goes after thirty days without a save, and not before', async () => {
    await autosave('you', you);
    now = new Date('2024-03-31T13:03:00Z');
    expect(await purgeDrafts(app.ctx)).toBe(0);
    await autosave('you', { ...you, role: 'desk' });
    now = new Date('2024-04-30T13:02:00Z');
    expect(await purgeDrafts(app.ctx)).toBe(0);
    now = new Date('2024-04-30T13:04:00Z');
    expect(await purgeDrafts(app.ctx)).toBe(1);
    expect(await draft()).toBeNull();
  });
});
