// "My answers" over HTTP: only with the code of this browser, of a draft and of what was sent, until the survey closes.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeSurvey } from '../../server/operations/close-survey.ts';
import type { App, Visitor } from '../set-up/start-app.ts';
import { startWithSample } from './sample-survey.ts';

let app: App;
let visitor: Visitor;
beforeEach(async () => {
  app = await startWithSample();
  visitor = app.visitor();
});
afterEach(() => app.stop());

async function answer(words: string, someone = visitor): Promise<void> {
  await someone.post('/s/proef/start');
  await someone.post('/s/proef/page/you', { consent: 'yes', role: 'lead', library: 'bib-1' });
  await someone.post('/s/proef/page/tools', { 'use.till': '2', 'learn.a': '1' });
  await someone.post('/s/proef/page/lead', { team: 'Samen' });
  await someone.post('/s/proef/page/ways', { 'ways.paper': '1', words });
}

describe('my answers', () => {
  it('are shown of a draft, with the way back to where it goes on', async () => {
    await visitor.post('/s/proef/start');
    await visitor.post('/s/proef/page/you', { consent: 'yes', role: 'desk', library: 'bib-2' });
    const { status, text, headers } = await visitor.get('/s/proef/answers');
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(text).toContain('Nog niet verstuurd');
    expect(text).toContain('Bib Eikstad');
    expect(text).toContain('niet beantwoord');
    expect(text).toContain('href="/s/proef/page/tools"');
    expect(text).not.toContain('Hoe leert je ploeg?');
  });

  it('are shown of what was sent, words and library too, and linked from the thank-you page', async () => {
    await answer('<i>hoi</i>');
    for (const page of ['thanks', 'sent'])
      expect((await visitor.get(`/s/proef/${page}`)).text).toContain('href="/s/proef/answers"');
    const { text } = await visitor.get('/s/proef/answers');
    expect(text).toContain('Verstuurd op 1 maart 2024.');
    for (const words of ['Ik doe mee', 'Bib Lindedorp', 'Leiding', 'Vaak', 'Zoeken', 'Samen', 'Papier'])
      expect(text).toContain(words);
    expect(text).toContain('&lt;i&gt;hoi&lt;/i&gt;');
    expect(text).not.toContain('<i>hoi');
    expect((await visitor.get('/s/proef/answers?lang=en')).text).toContain('Submitted on 1 March 2024.');
  });

  it('can be kept as a text file that no cache keeps and whose name has no code', async () => {
    await answer('hallo');
    const { status, text, headers } = await visitor.get('/s/proef/answers?as=text');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(headers.get('content-disposition')).toBe('attachment; filename="mijn-antwoorden-proef.txt"');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(text).toContain('Kassa: Vaak');
    expect(text).toContain('hallo');
    expect(text).not.toContain('<');
  });

  it('are nobody else’s: without a code it is the first screen, after leaving too', async () => {
    await answer('hallo');
    const stranger = app.visitor();
    for (const path of ['/s/proef/answers', '/s/proef/answers?as=text'])
      expect(await stranger.get(path)).toMatchObject({ status: 303, location: '/s/proef' });
    await visitor.post('/s/proef/leave');
    expect(await visitor.get('/s/proef/answers')).toMatchObject({ status: 303, location: '/s/proef' });
  });

  it('lock on a computer others use too, as the questionnaire does', async () => {
    await answer('hallo');
    const shared = await visitor.get('/s/proef/answers');
    expect(shared.text).toContain('data-locked="/s/proef/locked"');
    expect(shared.text).toContain(`value="${visitor.cookies.get('receipt_proef')?.slice(0, 4)}-`);
    visitor.cookies.set('idle_proef', String(Date.parse('2024-03-01T12:00:00Z') / 1000));
    for (const path of ['/s/proef/answers', '/s/proef/answers?as=text', '/s/proef/summary'])
      expect(await visitor.get(path)).toMatchObject({ status: 303, location: '/s/proef/locked' });

    const own = app.visitor();
    await answer('hallo', own);
    own.cookies.set('idle_proef', 'own');
    expect((await own.get('/s/proef/answers')).text).not.toContain('data-locked');
  });

  it('are gone after withdrawing and when the survey has closed', async () => {
    await answer('een');
    const other = app.visitor();
    await answer('twee', other);
    await visitor.post('/s/proef/withdraw');
    expect((await visitor.get('/s/proef/answers')).status).toBe(303);
    await app.ctx.writes.run((db) => closeSurvey(db, 'proef', '2024-03-02T00:00:00Z'));
    expect((await other.get('/s/proef/answers')).status).toBe(410);
  });
});
