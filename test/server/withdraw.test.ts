// A sent response is taken back with its code: everything of it goes, the figures are made anew, and once is once.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDatasets, type Datasets } from '../../server/datasets.ts';
import { insertRemarks, remarksOf } from '../../server/db/remarks.ts';
import { countResponses, responsesSince } from '../../server/db/responses.ts';
import { surveyByCode } from '../../server/db/surveys.ts';
import { textsOf } from '../../server/db/texts.ts';
import { closeSurvey } from '../../server/operations/close-survey.ts';
import type { App, Visitor } from '../set-up/start-app.ts';
import { startWithSample } from './sample-survey.ts';

let app: App;
let visitor: Visitor;
let datasets: Datasets;
beforeEach(async () => {
  app = await startWithSample();
  datasets = createDatasets(app.ctx.db);
  visitor = app.visitor();
});
afterEach(() => app.stop());

const count = () => countResponses(app.ctx.db.kysely, 'proef');
const codeOf = (someone: Visitor) => someone.cookies.get('receipt_proef') ?? '';

async function answer(someone: Visitor, words: string): Promise<string> {
  await someone.post('/s/proef/start');
  await someone.post('/s/proef/page/you', { consent: 'yes', role: 'desk', library: 'bib-1' });
  await someone.post('/s/proef/page/tools', { 'use.till': '2' });
  await someone.post('/s/proef/page/ways', { words });
  return codeOf(someone);
}

/** The responses as the analysis sees them. */
async function columns() {
  const survey = await surveyByCode(app.ctx.db.kysely, 'proef');
  if (!survey) throw new Error('the sample survey is there');
  return datasets.of(survey);
}

describe('the code of a sent response', () => {
  it('leads to when it was sent, and to the way to withdraw it', async () => {
    const code = await answer(visitor, 'een');
    const thanks = await visitor.get('/s/proef/thanks');
    expect(thanks.text).toContain('kan je er je antwoorden mee intrekken');
    expect(thanks.text).toContain('href="/s/proef/sent"');
    const elsewhere = app.visitor();
    const resumed = await elsewhere.post('/s/proef/resume', { code });
    expect(resumed).toMatchObject({ status: 303, location: '/s/proef/sent' });
    const sent = await elsewhere.get('/s/proef/sent');
    expect(sent.text).toContain('Ze kwamen binnen op 1 maart 2024.');
    expect(sent.text).toContain('Antwoord intrekken');
    expect(sent.text).toContain('href="/s/proef/withdraw"');
    expect(sent.headers.get('cache-control')).toBe('no-store');
    const asked = await elsewhere.get('/s/proef/withdraw');
    expect(asked.text).toContain('Ja, wis mijn antwoorden');
    expect(asked.text).toContain(`${code.slice(0, 4)}-${code.slice(4)}`);
    expect(await count()).toBe(1);
  });

  it('speaks English too', async () => {
    await answer(visitor, 'een');
    expect((await visitor.get('/s/proef/withdraw?lang=en')).text).toContain('Yes, erase my answers');
    await visitor.post('/s/proef/withdraw');
    expect((await visitor.get('/s/proef/withdrawn?lang=en')).text).toContain('have been erased');
  });

  it('is asked for: who has none, or is still answering, withdraws nothing', async () => {
    expect(await visitor.get('/s/proef/sent')).toMatchObject({ status: 303, location: '/s/proef' });
    expect(await visitor.get('/s/proef/withdraw')).toMatchObject({ status: 303, location: '/s/proef' });
    await visitor.post('/s/proef/start');
    expect(await visitor.post('/s/proef/withdraw')).toMatchObject({ status: 303, location: '/s/proef' });
    expect((await visitor.get('/s/proef/page/you')).status).toBe(200);
  });
});

describe('withdrawing', () => {
  it('takes the response away with its words and remarks, and leaves those of others', async () => {
    const { kysely } = app.ctx.db;
    await answer(app.visitor(), 'blijft');
    await answer(visitor, 'weg');
    const [stays, goes] = await responsesSince(kysely, 'proef', 0, 10);
    const codes = { services: [], themes: [], valence: 'praise', account: null, place: 0 } as const;
    const remark = { question: 'words', text: 'x', ...codes } as const;
    await insertRemarks(kysely, 'proef', [
      { id: 'r1', response: stays?.id ?? '', ...remark },
      { id: 'r2', response: goes?.id ?? '', ...remark },
    ]);
    const done = await visitor.post('/s/proef/withdraw');
    expect(done).toMatchObject({ status: 303, location: '/s/proef/withdrawn' });
    expect((await visitor.get('/s/proef/withdrawn')).text).toContain('Je antwoorden zijn gewist');
    expect((await responsesSince(kysely, 'proef', 0, 10)).map(({ id }) => id)).toEqual([stays?.id]);
    expect(await textsOf(kysely, 'proef', 'words')).toEqual([{ response: stays?.id, words: 'blijft' }]);
    expect((await remarksOf(kysely, 'proef')).map(({ id }) => id)).toEqual(['r1']);
  });

  it('makes the figures anew, also of answers that came before and after', async () => {
    const visitors = [app.visitor(), visitor, app.visitor()];
    for (const [place, someone] of visitors.entries()) await answer(someone, `w${place}`);
    expect((await columns()).size).toBe(3);
    const before = [...(await columns()).sequences];
    await visitor.post('/s/proef/withdraw');
    expect([...(await columns()).sequences]).toEqual([before[0], before[2]]);
    await answer(app.visitor(), 'later');
    expect((await columns()).size).toBe(3);
    // The newest answer of all can go too, and the next one gets a number of its own.
    const last = app.visitor();
    await answer(last, 'laatste');
    expect((await columns()).size).toBe(4);
    await last.post('/s/proef/withdraw');
    await answer(app.visitor(), 'nog een');
    expect((await columns()).size).toBe(4);
  });

  it('is done once, however often it is pressed, and forgets the code', async () => {
    const code = await answer(visitor, 'een');
    const replies = await Promise.all([visitor.post('/s/proef/withdraw'), visitor.post('/s/proef/withdraw')]);
    for (const reply of replies) expect(reply).toMatchObject({ status: 303, location: '/s/proef/withdrawn' });
    expect(visitor.cookies.has('receipt_proef')).toBe(false);
    const survey = await surveyByCode(app.ctx.db.kysely, 'proef');
    expect(survey?.erasures).toBe(1);
    const again = await visitor.post('/s/proef/resume', { code });
    expect(again.status).toBe(422);
    expect(again.text).toContain('kennen we niet');
  });

  it('lets somebody answer again under a new code', async () => {
    const code = await answer(visitor, 'een');
    await visitor.post('/s/proef/withdraw');
    expect(await answer(visitor, 'anders')).not.toBe(code);
    expect(await count()).toBe(1);
  });

  it('brings nothing back when the last page is sent again from an old tab', async () => {
    const code = await answer(visitor, 'een');
    await visitor.post('/s/proef/withdraw');
    visitor.cookies.set('receipt_proef', code);
    await visitor.post('/s/proef/page/ways', { words: 'terug' });
    expect(await count()).toBe(0);
  });

  it('is not possible after closing', async () => {
    const code = await answer(visitor, 'een');
    await app.ctx.writes.run((db) => closeSurvey(db, 'proef', '2024-03-02T10:00:00Z'));
    expect((await visitor.post('/s/proef/withdraw')).status).toBe(410);
    expect((await visitor.post('/s/proef/resume', { code })).status).toBe(410);
    expect(await count()).toBe(1);
  });

  it('cannot be done for others by guessing', async () => {
    const code = await answer(visitor, 'een');
    const guesser = app.visitor();
    for (let turn = 0; turn < 101; turn += 1) {
      guesser.cookies.set('receipt_proef', '7KQ42MHR');
      await guesser.post('/s/proef/withdraw');
    }
    guesser.cookies.set(
      'receipt_proef',
      code.replace(/.$/, (last) => (last === 'A' ? 'C' : 'A')),
    );
    expect((await guesser.post('/s/proef/withdraw')).status).toBe(429);
    expect(await count()).toBe(1);
  });

  it('refuses a form from another website', async () => {
    await answer(visitor, 'een');
    const headers = { origin: 'https://elders.example', 'sec-fetch-site': 'cross-site' };
    expect((await visitor.post('/s/proef/withdraw', {}, headers)).status).toBe(403);
    expect(await count()).toBe(1);
  });
});
