// In a project somebody made: a second coder who is somebody else and sees nothing, and quotes that were agreed to.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { putRecord, recordsOf } from '../../server/db/records.ts';
import { secondCodingsOf } from '../../server/db/second-codings.ts';
import { textsOf } from '../../server/db/texts.ts';
import type { App, Page, Visitor } from '../set-up/start-app.ts';
import { addAnswers, hidden, somebody, startCodingProject } from './coding-project.ts';

const root = '/team/echt/coding';
const second = '/team/echt/results/remarks/second';
let app: App;
let team: Visitor;
beforeAll(async () => {
  const said = ['Wise is traag bij ons', 'De les was te kort', 'Bel An in Bibliotheek Zonnedorp'];
  ({ app, team } = await startCodingProject(
    said.map((D2, place) => ({ D2, D4: place === 1 ? 'nee' : 'ja', A2: 'leiding' })),
  ));
});
afterAll(() => app?.stop());

const db = () => app.ctx.db.kysely;
const quotes = async () => (await recordsOf(db(), 'echt')).quote;
const addressOf = async (words: string) => {
  const found = (await textsOf(db(), 'ooo', 'D2')).find((text) => text.words.startsWith(words));
  return `${root}/q/D2/${found?.response ?? ''}`;
};
const codes = { 'services.wise': '1', 'themes.tijd': '1', valence: 'criticism' };
async function send(by: Visitor, address: string, fields: Readonly<Record<string, string>>): Promise<Page> {
  const { text } = await by.get(address);
  const [csrf, revision] = [hidden(text, 'csrf'), hidden(text, 'revision')];
  return by.post(address, { csrf, revision, remark: hidden(text, 'remark'), ...fields });
}
const code = async (by: Visitor, words: string) =>
  send(by, await addressOf(words), { do: 'next', remark: '', ...codes });

describe('the second coder', () => {
  it('is not who coded first, and where there is nobody else the page says so', async () => {
    for (const words of ['Wise', 'De les', 'Bel An']) await code(team, words);
    const { text } = await team.get(second);
    expect(text).toContain('De 3 opmerkingen die overblijven, codeerde jij zelf eerst.');
    expect(text).toContain('Er is geen ander account');
    expect(text).not.toContain('name="services.wise"');
  });

  it('reads masked words, and sees neither at the desk nor in the list what the first chose', async () => {
    const mia = await somebody(app, 'mia', ['analyst']);
    const seen = await mia.get(await addressOf('Wise'));
    expect(seen.text).toContain('in de steekproef voor een tweede codeur');
    expect(seen.text).not.toContain('Wise · Tijd');
    expect((await mia.get(`${root}/q/D2?state=coded`)).text).not.toContain('Wise · Tijd');
    expect((await team.get(await addressOf('Wise'))).text).toContain('Wise · Tijd');
    for (let turn = 0; turn < 3; turn += 1) {
      const { text } = await mia.get(second);
      expect(text).not.toContain('Zonnedorp');
      await send(mia, second, { ...codes, valence: 'question' });
    }
    const stored = [...(await secondCodingsOf(db(), 'ooo')).values()];
    expect(stored.map(({ account, first }) => [account, first?.valence])).toEqual(
      Array.from({ length: 3 }, () => ['mia', 'criticism']),
    );
    const { text } = await mia.get(second);
    expect(text).toContain('Bij 3 opmerkingen gaf 0% dezelfde richting');
    expect((await mia.get(await addressOf('Wise'))).text).toContain('Wise · Tijd');
  });

  it('PRV-18: is a role that codes', async () => {
    const one = await somebody(app, 'piet', ['publisher']);
    expect((await one.get(second)).status).toBe(403);
  });
});

describe('OOO-D4, PRV-12: a quote', () => {
  const quoteOf = async (words: string) => {
    const { text } = await team.get(await addressOf(words));
    return /href="([^"]*\/quote\/[^"]+)"/.exec(text)?.[1] ?? '';
  };

  it('is offered where the respondent agreed, and nowhere else', async () => {
    expect(await quoteOf('Wise')).not.toBe('');
    expect(await quoteOf('De les')).toBe('');
    const { text } = await team.get(await addressOf('De les'));
    expect(text).toContain('gaf geen toestemming');
    const id = /remark(?:&#x3D;|=)([^"#]+)#remark/.exec(text)?.[1] ?? '';
    expect((await team.get(`${await addressOf('De les')}/quote/${id}`)).status).toBe(404);
  });

  it('asks for a need and a source, is masked, and warns of what few people say about themselves', async () => {
    const address = await quoteOf('Bel An');
    const page = await team.get(address);
    expect(page.text).toContain('Bel An in […]');
    const wrong = await send(team, address, { source: '', paraphrase: 'Als leidinggevende bel ik' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Kies minstens één nood.');
    expect(wrong.text).toContain('Als leidinggevende bel ik</textarea>');
    expect(wrong.text).toContain('Let op:');
    const sound = { source: 'Uit de bevraging', paraphrase: 'Bel in Bibliotheek Zonnedorp', 'need.N2': '1' };
    expect((await send(team, address, sound)).location).toBe(`${root}/quotes`);
    expect(await quotes()).toMatchObject([
      {
        text: { nl: 'Bel in […]' },
        source: { nl: 'Uit de bevraging (in andere woorden)' },
        needs: ['N2'],
        released: false,
      },
    ]);
  });

  it('RULING 3: of fewer than ten answers is on no page of a need, also when it is released', async () => {
    const free = { code: 'vrij', needs: ['N1'], text: { nl: 'Vrij citaat' }, source: { nl: 'x' } };
    await app.ctx.writes.run((write) => putRecord(write, 'echt', 'quote', { ...free, released: true }));
    const { text } = await team.get('/team/echt/needs/N1');
    expect(text).toContain('Weten wat je van de ondersteuning mag verwachten');
    expect(text).not.toContain('Vrij citaat');
  });

  it('is released by who may, from ten answers on, and stands with its need from then', async () => {
    const quote = (await quotes()).find(({ released }) => !released);
    const release = { do: `release:${quote?.code}` };
    const early = await send(team, `${root}/quotes`, release);
    expect([early.status, early.text.includes('minder dan tien antwoorden')]).toEqual([422, true]);
    await addAnswers(
      app,
      Array.from({ length: 9 }, () => ({ D2: 'Meer tijd', D4: 'nee' })),
    );
    const jo = await somebody(app, 'jo', ['analyst']);
    expect((await send(jo, `${root}/quotes`, release)).status).toBe(403);
    expect((await send(team, `${root}/quotes`, release)).status).toBe(303);
    expect((await quotes()).every(({ released }) => released)).toBe(true);
    expect((await team.get('/team/echt/needs/N1')).text).toContain('Vrij citaat');
    expect((await team.get('/team/echt/needs/N2')).text).toContain('Bel in […]');
  });

  it('goes with the response it was made of', async () => {
    await addAnswers(app, [{ D2: 'Dit trek ik in', D4: 'ja' }], '7KQ42MHR');
    await code(team, 'Dit trek');
    const sound = { source: 'Uit de bevraging', 'need.N1': '1' };
    await send(team, await quoteOf('Dit trek'), sound);
    expect((await quotes()).map(({ text }) => text.nl)).toContain('Dit trek ik in');
    const respondent = app.visitor();
    respondent.cookies.set('receipt_ooo', '7KQ42MHR');
    await respondent.post('/s/ooo/withdraw');
    expect((await quotes()).map(({ text }) => text.nl)).toEqual(['Bel in […]', 'Vrij citaat']);
  });
});
