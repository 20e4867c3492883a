// The own result over HTTP: for whoever has the receipt, shared by that person alone, for a time, and taken back.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDemonstration } from '../../server/first-start.ts';
import { hashToken, showReceipt } from '../../server/identity/tokens.ts';
import { closeSurvey } from '../../server/operations/close-survey.ts';
import { answered, shareResult, wordsOf } from '../set-up/own-results.ts';
import { type App, startApp, type Visitor } from '../set-up/start-app.ts';
import { addLead, lead } from '../set-up/start-demonstration.ts';

const name = 'competentie';
const answers = {
  consent: 'yes',
  CMP0a: 'medewerker',
  CMP0c: 'volledig',
  'CMPi.KT1': '5',
  'CMPa.KT1': '2',
  'CMPi.KT3': '4',
  'CMPa.KT3': '4',
  'CMPi.KT5': 'N',
  'CMP1i.KT1_12': '4',
  'CMP1a.KT1_12': '2',
  'CMP10KT1.tijd': '1',
  'CMP8n.KN_26': '3',
  'CMP8h.KN_26': '1',
  CMP11: 'Een leeshoek inrichten',
};

let now = new Date('2025-02-20T10:00:00Z');
let app: App;
let receipt: string;
let person: Visitor;
beforeAll(async () => {
  app = await startApp({ now: () => now });
  await addDemonstration(app.ctx, name);
});
afterAll(() => app?.stop());
// Somebody else each time; the last test closes the survey.
beforeEach(async () => {
  now = new Date('2025-02-20T10:00:00Z');
  ({ person, receipt } = await answered(app, name, answers));
});

const words = wordsOf;
/** What is kept of the link of this person. */
const kept = () =>
  app.ctx.db.kysely
    .selectFrom('shared_results')
    .selectAll()
    .where('receipt_hash', '=', hashToken('receipt', receipt))
    .execute();
const own = () => person.get(`/s/${name}/result`);

/** Shares the result and gives the path of the link. */
async function share(days = '30'): Promise<string> {
  const address = await shareResult(person, name, days);
  expect(address).not.toBe('');
  return new URL(address).pathname;
}

describe('the own result', () => {
  it('tells the person what asks for more, what would help, and what is read from the answers', async () => {
    const { status, text, headers } = await own();
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('no-store');
    const said = words(text);
    expect(said).toContain('Alleen bij “Beleid maken” is meer nodig dan er nu is.');
    expect(said).toMatch(/Hier eerst aan werken Belangrijk, en het lukt nog niet\. Beleid maken Goed zo/);
    expect(said).toContain('3 stappen verschil');
    expect(said).toContain('Wat zou helpen: Tijd om te oefenen');
    expect(said).toContain('Hoort niet bij het werk: Budget beheren en rapporteren');
    expect(said).toContain('Jaarplannen uitwerken uit 1 van 1 antwoord 4,0 2,0');
    expect(said).toContain('Motorische vaardigheden: geen');
    expect(said).toContain('Het profiel vraagt: Goed, je zit er nog onder');
    expect(said).toContain('Een leeshoek inrichten');
  });

  it('is there in every language of the screens that the questionnaire has', async () => {
    const { text } = await person.get(`/s/${name}/result?lang=en`);
    expect(words(text)).toContain('Only “Policy making” asks for more than there is now.');
  });

  it('is linked from the page after sending and from the page about what was sent', async () => {
    for (const page of ['thanks', 'sent'])
      expect((await person.get(`/s/${name}/${page}`)).text).toContain(`/s/${name}/result`);
  });

  it('LIB-23 PRV-17 is nobody else’s: without the code there is nothing, and no role of a team has it', async () => {
    const stranger = app.visitor();
    expect((await stranger.get(`/s/${name}/result`)).location).toBe(`/s/${name}`);
    await addLead(app.ctx);
    const csrf = /name="csrf" value="([^"]+)"/.exec((await stranger.get('/team/sign-in')).text)?.[1] ?? '';
    await stranger.post('/team/sign-in', { csrf, ...lead, to: '' });
    expect((await stranger.get(`/team/${name}/results`)).status).toBe(200);
    const refused = await stranger.get(`/team/${name}/own-results`);
    expect(refused.status).toBe(403);
    expect(words(refused.text)).toContain('Een resultaat is van de persoon zelf');
    expect((await stranger.get(`/s/${name}/result`)).location).toBe(`/s/${name}`);
  });
});

describe('sharing the own result', () => {
  it('PRV-17 is a step of its own: before it no link opens anything', async () => {
    expect(words((await own()).text)).toContain('Link maken');
    expect(await kept()).toEqual([]);
    expect((await app.visitor().get(`/s/${name}/shared/wat-dan-ook`)).status).toBe(404);
  });

  it('opens the result to who has the link, without a code, a name or a way to share it on', async () => {
    const path = await share();
    const { status, text, headers } = await app.visitor().get(path);
    expect(status).toBe(200);
    expect(headers.get('x-robots-tag')).toBe('noindex');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(words(text)).toContain('tot en met 22 maart 2025');
    expect(words(text)).toContain('3 stappen verschil');
    expect(text).not.toContain(receipt);
    expect(text).not.toContain(showReceipt(receipt));
    expect(text).not.toContain('/result/');
  });

  it('keeps of the link its hash alone', async () => {
    const token = (await share()).split('/').at(-1) ?? '';
    const rows = await kept();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(rows[0]?.token_hash).toBe(hashToken('sharedResult', token));
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual([
      'receipt_hash',
      'share',
      'survey',
      'token_hash',
      'until',
    ]);
  });

  it('is taken back by the person, and then opens nothing', async () => {
    const path = await share();
    await person.post(`/s/${name}/result/unshare`);
    const gone = await app.visitor().get(path);
    expect(gone.status).toBe(404);
    expect(words(gone.text)).toContain('Dit resultaat is niet (meer) gedeeld');
    expect(words((await own()).text)).toContain('Link maken');
  });

  it('gives a new link each time it is shared; the one before opens nothing any more', async () => {
    const first = await share();
    await person.post(`/s/${name}/result/unshare`);
    const second = await share();
    expect(second).not.toBe(first);
    expect((await app.visitor().get(first)).status).toBe(404);
    expect((await app.visitor().get(second)).status).toBe(200);
  });

  it('ends after the days that were chosen', async () => {
    const path = await share('7');
    now = new Date('2025-02-27T23:00:00Z');
    expect((await app.visitor().get(path)).status).toBe(200);
    now = new Date('2025-02-28T00:01:00Z');
    expect((await app.visitor().get(path)).status).toBe(404);
    expect(words((await own()).text)).toContain('Link maken');
  });

  it('shares for no other time than is offered', async () => {
    await share('36500');
    const [row] = await kept();
    expect(row?.until).toBe('2025-03-22');
  });

  it('ends when the answers are withdrawn', async () => {
    const path = await share();
    await person.post(`/s/${name}/withdraw`);
    expect((await app.visitor().get(path)).status).toBe(404);
    expect(await kept()).toEqual([]);
  });

  it('cannot be done by who has no code', async () => {
    const stranger = app.visitor();
    expect((await stranger.post(`/s/${name}/result/share`, { days: '30' })).location).toBe(`/s/${name}`);
    expect(await kept()).toEqual([]);
  });

  it('ends when the survey closes: nothing leads to an answer any more', async () => {
    const path = await share();
    await app.ctx.writes.run((db) => closeSurvey(db, name, now.toISOString()));
    expect((await app.visitor().get(path)).status).toBe(410);
    expect(await kept()).toEqual([]);
  });
});
