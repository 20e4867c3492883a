// A computer that others use too: after five quiet minutes the code opens nothing any more, and nothing typed is lost.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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
});
afterEach(() => app.stop());

const wait = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000);
};
const cookieLine = (reply: Page, name: string) =>
  reply.headers.getSetCookie().find((line) => line.startsWith(`${name}=`)) ?? '';

async function begin(fields = {}): Promise<Page> {
  const begun = await visitor.post('/s/proef/start', fields);
  await visitor.post(page('you'), you);
  return begun;
}

describe('without a word about the device', () => {
  it('it counts as shared: the code stays five minutes, nothing is kept by the browser, and the page can lock', async () => {
    expect((await visitor.get('/s/proef')).text).toContain('Dit is mijn eigen toestel');
    const begun = await begin();
    expect(cookieLine(begun, 'receipt_proef')).toMatch(/Max-Age=300;.*HttpOnly;.*SameSite=Lax/);
    expect(await draftUnder(app, receiptOf(visitor))).toMatchObject({ shared: true });
    const form = await visitor.get(page('tools'));
    expect(form.headers.get('cache-control')).toBe('no-store');
    expect(form.text).toContain('<dialog class="lock" id="page:lock"');
    expect(form.text).toContain('data-warn="240" data-lock="300"');
    expect(form.text).toContain('autocomplete="off"');
  });

  it('every request is a sign of life', async () => {
    await begin();
    for (let turn = 0; turn < 4; turn += 1) {
      wait(290);
      expect((await visitor.get(page('tools'))).status).toBe(200);
    }
    wait(290);
    expect((await visitor.post(`${page('tools')}?go=autosave`, tools)).status).toBe(200);
    wait(290);
    expect((await visitor.get(page('tools'))).status).toBe(200);
  });

  it('after five quiet minutes no address shows anything, until the code is typed', async () => {
    await begin();
    const receipt = receiptOf(visitor);
    wait(301);
    for (const path of [page('tools'), page('you')]) {
      expect(await visitor.get(path)).toMatchObject({ status: 303, location: '/s/proef/locked' });
    }
    const locked = await visitor.get('/s/proef/locked');
    expect(locked.text).toContain('We hebben deze computer afgesloten');
    expect(locked.text).not.toContain(receipt.slice(0, 4));
    expect((await visitor.get('/s/proef')).text).not.toContain(page('tools'));
    expect((await visitor.get('/s/proef/answers')).text).not.toContain('poetsen');
    expect(receiptOf(visitor)).toBe('');
    expect(await visitor.post('/s/proef/resume', { code: receipt })).toMatchObject({
      status: 303,
      location: page('tools'),
    });
    expect((await visitor.get(page('you'))).text).toContain('value="poetsen"');
  });

  it('the same when the browser let the code go by itself', async () => {
    await begin();
    visitor.cookies.delete('receipt_proef');
    expect((await visitor.get(page('tools'))).location).toBe('/s/proef/locked');
  });

  it('a page that stayed open is saved all the same, and goes on', async () => {
    await begin();
    const form = hidden(await visitor.get(page('tools')));
    const receipt = receiptOf(visitor);
    wait(20 * 60);
    visitor.cookies.delete('receipt_proef');
    const sent = await visitor.post(page('tools'), { ...form, ...tools });
    expect(sent).toMatchObject({ status: 303, location: page('ways') });
    expect(await draftUnder(app, receipt)).toMatchObject({ answers: { 'use.till': '2' } });
    expect((await visitor.get(page('ways'))).status).toBe(200);
  });

  it('is not opened by a form without the code of its page', async () => {
    await begin();
    const receipt = receiptOf(visitor);
    wait(301);
    expect(await visitor.post(page('tools'), tools)).toMatchObject({ location: '/s/proef/locked' });
    expect((await draftUnder(app, receipt))?.answers).not.toHaveProperty(['use.till']);
  });
});

describe('after sending', () => {
  it('the page with the code locks as well, on a shared computer alone', async () => {
    await begin();
    await visitor.post(page('tools'), tools);
    await visitor.post(page('ways'), ways);
    const thanks = await visitor.get('/s/proef/thanks');
    expect(thanks.text).toContain('<dialog class="lock"');
    expect(hidden(thanks)['draft:code']?.replace('-', '')).toBe(receiptOf(visitor));
    wait(301);
    expect((await visitor.get('/s/proef/thanks')).text).not.toContain('<dialog');
    expect(receiptOf(visitor)).toBe('');

    const own = app.visitor();
    await own.post('/s/proef/start', { own: '1' });
    await own.post(page('you'), you);
    await own.post(page('tools'), tools);
    await own.post(page('ways'), ways);
    const kept = await own.get('/s/proef/thanks');
    expect(kept.status).toBe(200);
    expect(kept.text).not.toContain('<dialog');
    expect(kept.text).toContain(`${receiptOf(own).slice(0, 4)}-${receiptOf(own).slice(4)}`);
  });
});

describe('locking before the eyes of who left', () => {
  it('forgets the code, and a form that comes back later is saved but opens nothing', async () => {
    await begin();
    const form = hidden(await visitor.get(page('tools')));
    const receipt = receiptOf(visitor);
    expect(await visitor.post('/s/proef/lock')).toMatchObject({ status: 303, location: '/s/proef/locked' });
    expect(receiptOf(visitor)).toBe('');
    const again = await visitor.post(page('tools'), { ...form, ...tools });
    expect(again).toMatchObject({ status: 303, location: '/s/proef/locked' });
    expect(receiptOf(visitor)).toBe('');
    expect(await draftUnder(app, receipt)).toMatchObject({ answers: { 'use.till': '2' } });
    expect((await visitor.get(page('tools'))).location).toBe('/s/proef/locked');
  });

  it('lets the next person begin as anybody', async () => {
    await begin();
    await visitor.post('/s/proef/lock');
    expect((await visitor.get('/s/proef')).text).toContain('Beginnen');
    await visitor.post('/s/proef/start');
    expect((await visitor.get(page('you'))).text).not.toContain('poetsen');
  });
});

describe('somebody’s own device', () => {
  it('keeps the code as long as the draft lives, and never locks', async () => {
    const begun = await begin({ own: '1' });
    expect(cookieLine(begun, 'receipt_proef')).toContain(`Max-Age=${30 * 24 * 60 * 60}`);
    wait(3 * 60 * 60);
    const form = await visitor.get(page('tools'));
    expect(form.status).toBe(200);
    expect(form.text).not.toContain('<dialog');
    expect((await visitor.get(page('you'))).text).toContain('value="poetsen"');
  });

  it('is asked for again where the code is typed: there it can be shared', async () => {
    await begin({ own: '1' });
    const desk = app.visitor();
    await desk.post('/s/proef/resume', { code: receiptOf(visitor) });
    expect((await desk.get(page('tools'))).text).toContain('<dialog class="lock"');
    expect((await visitor.get(page('tools'))).text).not.toContain('<dialog');
    wait(301);
    expect((await desk.get(page('tools'))).location).toBe('/s/proef/locked');
    expect((await visitor.get(page('tools'))).status).toBe(200);
  });

  it('keeps its box ticked when the code is wrong', async () => {
    const wrong = await visitor.post('/s/proef/resume', { code: 'abc', own: '1' });
    expect(wrong.text).toContain('name="own" value="1" checked');
  });
});
