// A library answers over HTTP without JavaScript: the whole way, every detour, and what must not be possible.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countResponses, responseByReceipt, responsesSince } from '../../server/db/responses.ts';
import { textsOf } from '../../server/db/texts.ts';
import { hashToken } from '../../server/identity/tokens.ts';
import { closeSurvey } from '../../server/operations/close-survey.ts';
import { codebookOf } from '../../surveys/codebook.ts';
import { unpackAnswers } from '../../surveys/response-document.ts';
import type { App, Page, Visitor } from '../set-up/start-app.ts';
import { sample } from '../surveys/sample-questionnaire.ts';
import { startWithSample } from './sample-survey.ts';

let app: App;
let visitor: Visitor;
beforeEach(async () => {
  app = await startWithSample();
  visitor = app.visitor();
});
afterEach(() => app.stop());

const page = (code: string) => `/s/proef/page/${code}`;
const you = { consent: 'yes', library: 'bib-1', role: 'other', 'role.other.text': 'poetsen' };
const tools = { 'use.till': '2', 'well.till': '1', 'use.group.web': '1', 'learn.a': '1' };
const ways = { 'ways.paper': '1', pace: 'N', words: 'hallo' };

const start = (fields = {}) => visitor.post('/s/proef/start', fields);
const receiptOf = (someone: Visitor) => someone.cookies.get('receipt_proef') ?? '';
const shownReceipt = (someone: Visitor) => `${receiptOf(someone).slice(0, 4)}-${receiptOf(someone).slice(4)}`;
const stored = () => responsesSince(app.ctx.db.kysely, 'proef', 0, 10);
const count = () => countResponses(app.ctx.db.kysely, 'proef');

async function answerAll(): Promise<Page> {
  await start();
  await visitor.post(page('you'), you);
  await visitor.post(page('tools'), tools);
  return visitor.post(page('ways'), ways);
}

/** Whether a radio or box is ticked in the page as sent. */
const isChecked = (html: string, name: string, value: string) =>
  new RegExp(`name="${name}" value="${value}" checked`).test(html);

describe('the way through', () => {
  it('goes page by page to the thank-you page with the receipt code', async () => {
    const welcome = await visitor.get('/s/proef');
    expect(welcome.status).toBe(200);
    expect(welcome.headers.get('cache-control')).toBe('no-store');
    expect(welcome.text).toContain('Doe je mee?');
    expect(welcome.text).toContain('href="/s/proef/notice"');
    expect((await visitor.get('/s/proef/notice')).text).toContain('Wie ziet wat?');

    expect(await start()).toMatchObject({ status: 303, location: page('you') });
    const first = await visitor.get(page('you'));
    expect(first.text).toContain('Deel 1 van 3');
    expect(first.text).toContain('<time>14:03</time>');
    expect(first.text).toContain(shownReceipt(visitor));
    expect(first.text).toContain('Verder naar Toestellen');
    expect(first.headers.get('cache-control')).toBe('no-store');

    expect(await visitor.post(page('you'), you)).toMatchObject({ status: 303, location: page('tools') });
    expect(await visitor.post(page('tools'), tools)).toMatchObject({ status: 303, location: page('ways') });
    expect((await visitor.get(page('ways'))).text).toContain('Versturen');
    expect(await visitor.post(page('ways'), ways)).toMatchObject({
      status: 303,
      location: '/s/proef/thanks',
    });
    const thanks = await visitor.get('/s/proef/thanks');
    expect(thanks.text).toContain('Dank je');
    expect(thanks.text).toContain(shownReceipt(visitor));
  });

  it('stores one response: codes in its document, words in their own rows, the library as a key', async () => {
    await answerAll();
    const responses = await stored();
    expect(responses).toHaveLength(1);
    expect(responses[0]).toMatchObject({ library: 'bib-1', day: '2024-03-01', version: 1 });
    const document = responses[0]?.document ?? new Uint8Array();
    expect(unpackAnswers(codebookOf(sample), document)).toEqual({
      consent: 'yes',
      library: 'given',
      role: 'other',
      'role.other.text': 'given',
      'use.till': '2',
      'use.site': 'N',
      'well.till': '1',
      'learn.a': '1',
      'learn.b': '0',
      'learn.c': '0',
      'learn.none': '0',
      'ways.film': 'unranked',
      'ways.paper': '1',
      'ways.person': 'unranked',
      pace: 'N',
      words: 'given',
    });
    const texts = await textsOf(app.ctx.db.kysely, 'proef', 'role.other.text');
    expect(texts.map(({ words }) => words)).toEqual(['poetsen']);
  });

  it('shows the same page compressed or not, to each respondent their own code', async () => {
    const other = app.visitor();
    await start();
    await other.post('/s/proef/start');
    const first = await visitor.get(page('you'), { 'accept-encoding': 'gzip' });
    expect(first.headers.get('content-encoding')).toBe('gzip');
    const plain = await visitor.get(page('you'), { 'accept-encoding': 'identity' });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(plain.text).toBe(first.text);
    const theirs = await other.get(page('you'));
    expect(theirs.text).toContain(shownReceipt(other));
    expect(theirs.text).not.toContain(shownReceipt(visitor));
    expect(theirs.text.replaceAll(shownReceipt(other), shownReceipt(visitor))).toBe(first.text);
  });

  it('can be begun from a link that names the library', async () => {
    const welcome = await visitor.get('/s/proef?library=bib-2');
    expect(welcome.text).toContain('name="library" value="bib-2"');
    expect(welcome.text).toContain('href="?library&#x3D;bib-2&amp;lang&#x3D;en"');
    const first = `${page('you')}?library=bib-2`;
    expect((await start({ library: 'bib-2' })).location).toBe(first);
    const form = await visitor.get(first);
    expect(form.text).toContain('<option value="bib-2" selected>');
    expect(form.text).toContain(
      'formaction="/s/proef/page/you?library&#x3D;bib-2&amp;go&#x3D;stay&amp;lang&#x3D;en"',
    );
    expect((await start({ library: 'nergens' })).location).toBe(page('you'));
    expect((await visitor.get(`${page('you')}?library=nergens`)).text).not.toContain(' selected>');
  });

  it('asks the extra page only of whom it concerns, and drops it again when that changes', async () => {
    await start();
    await visitor.post(page('you'), { consent: 'yes', role: 'lead' });
    expect((await visitor.post(page('tools'), tools)).location).toBe(page('lead'));
    expect((await visitor.post(page('lead'), { team: 'samen' })).location).toBe(page('ways'));
    await visitor.post(page('you'), { consent: 'yes', role: 'desk' });
    expect((await visitor.post(page('tools'), tools)).location).toBe(page('ways'));
    await visitor.post(page('ways'), {});
    const answers = unpackAnswers(codebookOf(sample), (await stored())[0]?.document ?? new Uint8Array());
    expect(answers).not.toHaveProperty('team');
    expect(await textsOf(app.ctx.db.kysely, 'proef', 'team')).toEqual([]);
  });
});

describe('a mistake', () => {
  beforeEach(() => start());

  it('is told at the top and at the field, and everything typed is kept', async () => {
    await visitor.post(page('you'), you);
    const wrong = await visitor.post(page('tools'), {
      'use.site': '1',
      'learn.a': '1',
      'learn.b': '1',
      'learn.c': '1',
      'learn.c.text': 'zingen & <dansen>',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.headers.get('cache-control')).toBe('no-store');
    expect(wrong.text).toContain('2 antwoorden zijn nog niet in orde');
    expect(wrong.text).toContain('<a href="#use.till:0">Kies een antwoord bij Kassa</a>');
    expect(wrong.text).toContain('Je koos er 3. Vink er één uit.');
    expect(wrong.text).toContain('<title>Nog niet in orde: Toestellen');
    expect(isChecked(wrong.text, 'use.site', '1')).toBe(true);
    expect(isChecked(wrong.text, 'learn.c', '1')).toBe(true);
    expect(wrong.text).toContain('value="zingen &amp; &lt;dansen&gt;"');
  });

  it('keeps a text that is too long and says by how much', async () => {
    await visitor.post(page('you'), you);
    await visitor.post(page('tools'), tools);
    const wrong = await visitor.post(page('ways'), { words: 'veel te lange tekst' });
    expect(wrong.text).toContain('Je tekst telt 19 tekens. Er passen er 10.');
    expect(wrong.text).toContain('veel te lange tekst</textarea>');
    expect(await count()).toBe(0);
  });

  it('saves the rest of the page', async () => {
    await visitor.post(page('you'), { consent: 'yes', library: 'bib-2' });
    const again = await visitor.get(page('you'));
    expect(again.text).toContain('<option value="bib-2" selected>');
    expect(again.text).not.toContain('error-summary');
  });

  it('leaves the rows of a whole group filled', async () => {
    await visitor.post(page('you'), you);
    const wrong = await visitor.post(page('tools'), { 'use.group.web': '1' });
    expect(isChecked(wrong.text, 'use.site', 'N')).toBe(true);
    expect(isChecked(wrong.text, 'use.group.web', '1')).toBe(true);
  });
});

describe('going back and forward', () => {
  it('keeps the answers, and complains about what is missing only on the way forward', async () => {
    await start();
    await visitor.post(page('you'), you);
    const back = await visitor.post(`${page('tools')}?go=previous`, { 'learn.b': '1' });
    expect(back).toMatchObject({ status: 303, location: page('you') });
    expect(isChecked((await visitor.get(page('you'))).text, 'role', 'other')).toBe(true);
    expect((await visitor.post(page('you'), you)).location).toBe(page('tools'));
    expect(isChecked((await visitor.get(page('tools'))).text, 'learn.b', '1')).toBe(true);
    expect((await visitor.post(page('tools'), { 'learn.b': '1' })).status).toBe(422);
  });

  it('cannot jump over a page that is not finished', async () => {
    await start();
    expect(await visitor.get(page('ways'))).toMatchObject({ status: 303, location: page('you') });
    await visitor.post(page('you'), you);
    expect(await visitor.post(page('ways'), ways)).toMatchObject({ status: 303, location: page('tools') });
    expect(await count()).toBe(0);
    expect((await visitor.post(page('tools'), tools)).location).toBe(page('ways'));
    expect(isChecked((await visitor.get(page('ways'))).text, 'pace', 'N')).toBe(true);
  });

  it('notices that a required answer was taken away again', async () => {
    await start();
    await visitor.post(page('you'), you);
    await visitor.post(`${page('you')}?go=stay`, { consent: 'yes' });
    expect(await visitor.get(page('tools'))).toMatchObject({ status: 303, location: page('you') });
  });
});

describe('resuming', () => {
  it('goes on in another browser with the code, however it is typed', async () => {
    await start();
    await visitor.post(page('you'), you);
    const other = app.visitor();
    const typed = ` ${shownReceipt(visitor).toLowerCase()} `;
    expect(await other.post('/s/proef/resume', { code: typed })).toMatchObject({
      status: 303,
      location: page('tools'),
    });
    expect(isChecked((await other.get(page('you'))).text, 'role', 'other')).toBe(true);
    expect((await visitor.get('/s/proef')).text).toContain(`href="${page('tools')}"`);
  });

  it('shows whom had sent already when that was', async () => {
    await answerAll();
    const other = app.visitor();
    expect(await other.post('/s/proef/resume', { code: receiptOf(visitor) })).toMatchObject({
      status: 303,
      location: '/s/proef/sent',
    });
    expect((await other.get('/s/proef/thanks')).text).toContain('Dank je');
  });

  it.each([
    ['', 'Typ eerst je code.'],
    ['abc', '“abc” is geen code'],
    ['7KQ4-2MHR', 'De code 7KQ4-2MHR kennen we niet'],
  ])('says what is wrong with the code "%s" and keeps it', async (code, words) => {
    const wrong = await visitor.post('/s/proef/resume', { code });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain(words);
    expect(wrong.text).toContain(`value="${code}"`);
  });

  it('asks about the device before the button that goes on', async () => {
    const visitor = app.visitor();
    for (const path of ['/s/proef', '/s/proef/resume', '/s/proef/locked']) {
      const forms = (await visitor.get(path)).text.match(/<form method="post"[\s\S]*?<\/form>/g) ?? [];
      for (const form of forms.filter((each) => each.includes('name="own"')))
        expect(form.indexOf('name="own"')).toBeLessThan(form.indexOf('type="submit"'));
    }
  });

  it('does not let anybody guess for ever', async () => {
    let last: Page | undefined;
    for (let turn = 0; turn <= 100; turn += 1) {
      last = await visitor.post('/s/proef/resume', { code: '7KQ42MHR' });
    }
    expect(last?.status).toBe(429);
    expect(last?.text).toContain('Te veel pogingen');
  });

  it('is forgotten by this browser when asked, for the next person at the computer', async () => {
    await answerAll();
    expect(await visitor.post('/s/proef/leave')).toMatchObject({ status: 303, location: '/s/proef' });
    expect(visitor.cookies.has('receipt_proef')).toBe(false);
    expect(await visitor.get('/s/proef/thanks')).toMatchObject({ status: 303, location: '/s/proef' });
  });
});

describe('sending twice', () => {
  it('gives the same page and one response, one after the other or both at once', async () => {
    await start();
    await visitor.post(page('you'), you);
    await visitor.post(page('tools'), tools);
    const sent = await Promise.all([visitor.post(page('ways'), ways), visitor.post(page('ways'), ways)]);
    sent.push(await visitor.post(page('ways'), { words: 'anders' }));
    for (const reply of sent) expect(reply).toMatchObject({ status: 303, location: '/s/proef/thanks' });
    expect(await count()).toBe(1);
    expect(await visitor.get(page('you'))).toMatchObject({ status: 303, location: '/s/proef/thanks' });
    const hash = hashToken('receipt', receiptOf(visitor));
    expect(await responseByReceipt(app.ctx.db.kysely, 'proef', hash)).not.toBeNull();
  });
});

describe('two languages', () => {
  it('changes in the middle of a page without losing the place or what was typed', async () => {
    await start();
    const form = await visitor.get(page('you'));
    expect(form.text).toContain(`formaction="${page('you')}?go&#x3D;stay&amp;lang&#x3D;en"`);
    const typed = { consent: 'yes', role: 'lead' };
    const changed = await visitor.post(`${page('you')}?go=stay&lang=en`, typed);
    expect(changed).toMatchObject({ status: 303, location: page('you') });
    const english = await visitor.get(page('you'));
    expect(english.text).toContain('<html lang="en">');
    expect(english.text).toContain('What do you do?');
    expect(isChecked(english.text, 'role', 'lead')).toBe(true);
    expect((await visitor.post(page('you'), {})).text).toContain('Tick that you take part');
  });
});

describe('what cannot be', () => {
  it('says that there is no such survey or page', async () => {
    const unknown = await visitor.get('/s/nergens');
    expect(unknown.status).toBe(404);
    expect(unknown.text).toContain('Deze vragenlijst is er niet');
    await start();
    expect((await visitor.get(page('nergens'))).status).toBe(404);
  });

  it('brings who has no draft to the first screen', async () => {
    expect(await visitor.get(page('you'))).toMatchObject({ status: 303, location: '/s/proef' });
    expect(await visitor.post(page('you'), you)).toMatchObject({ status: 303, location: '/s/proef' });
    visitor.cookies.set('receipt_proef', '%E0%A4%A');
    expect(await visitor.get(page('you'))).toMatchObject({ status: 303, location: '/s/proef' });
  });

  it('says that the survey is closed', async () => {
    await start();
    await visitor.post(page('you'), you);
    await closeSurvey(app.ctx.db.kysely, 'proef', '2024-03-02T00:00:00Z');
    for (const reply of [await visitor.get('/s/proef'), await visitor.post(page('tools'), tools)]) {
      expect(reply.status).toBe(410);
      expect(reply.text).toContain('Deze vragenlijst is afgesloten');
    }
  });

  it.each([
    [
      'an unknown code',
      { ...you, role: '<script>x</script>' },
      '“&lt;script&gt;x&lt;/script&gt;” is hier geen',
    ],
    ['an unknown library', { ...you, library: 'x' }, '“x” staat niet in de lijst van bibs'],
    ['an unknown field', { ...you, admin: '1' }, '“admin” hoort niet op deze pagina'],
    ['a field of a prototype', { ...you, ['__proto__']: '1', constructor: '1' }, 'hoort niet op deze pagina'],
  ])('refuses %s in plain words', async (_what, fields, words) => {
    await start();
    const wrong = await visitor.post(page('you'), new URLSearchParams(Object.entries(fields)));
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain(words);
    expect(wrong.text).not.toContain('<script>x');
  });

  it('refuses a field sent twice, a form too large or too long, and what is no form', async () => {
    await start();
    const twice = new URLSearchParams([...Object.entries(you), ['role', 'desk']]);
    expect((await visitor.post(page('you'), twice)).text).toContain('“role” kwam twee keer mee');
    const large = await visitor.post(page('you'), { ...you, 'role.other.text': 'x'.repeat(300_000) });
    expect(large.status).toBe(413);
    expect(large.text).toContain('Dit formulier is te groot');
    const many = new URLSearchParams(
      Array.from({ length: 3000 }, (_, n): [string, string] => [`f${n}`, '1']),
    );
    expect((await visitor.post(page('you'), many)).status).toBe(413);
    const json = await visitor.post(page('you'), {}, { 'content-type': 'application/json' });
    expect(json.status).toBe(415);
  });

  it('refuses a form from another website', async () => {
    await start();
    const headers = { origin: 'https://elders.example', 'sec-fetch-site': 'cross-site' };
    expect((await visitor.post(page('you'), you, headers)).status).toBe(403);
  });
});
