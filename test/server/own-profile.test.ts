// The own result of a function profile over HTTP: beside the level, with what it is for, and a second view for as long as both want it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDemonstration } from '../../server/first-start.ts';
import { answered, shareResult, wordsOf } from '../set-up/own-results.ts';
import { type App, startApp } from '../set-up/start-app.ts';

const name = 'profiel';
const own = {
  consent: 'yes',
  FPC0r: 'zelf',
  FPC0n: 's7',
  FPC0a: 'info',
  FPC0d: 'anders',
  FPC0p: 'loopbaan',
  'FPC1a.r01': 'altijd',
  'FPC1a.r02': 'niet',
  'FPC3.accuracy': '2',
  'FPC3.listening': '4',
  'FPC4.niveau': 'bezig',
  FPC4w: 'open',
  'FPC5i.wet': '1',
  FPC7: 'hoger',
  FPC7t: 'Een cursus volgen',
};
const seen = { ...own, FPC0r: 'tweede', 'FPC3.accuracy': '4', 'FPC1a.r02': 'meestal', FPC7t: '' };

let app: App;
beforeAll(async () => {
  app = await startApp({ now: () => new Date('2025-02-20T10:00:00Z') });
  await addDemonstration(app.ctx, name);
}, 60_000);
afterAll(() => app?.stop());

const page = async (answers: Readonly<Record<string, string>>) => {
  const { person } = await answered(app, name, answers);
  return wordsOf((await person.get(`/s/${name}/result`)).text);
};

describe('the own result of a function profile', () => {
  it('FPC-3 FPC-5 stands beside what the named level asks, with the verbs that come next', async () => {
    const said = await page(own);
    expect(said).toContain('Naast wat gevraagd is voor: Schaal 7.');
    expect(said).toMatch(
      /nauwkeurig werken onder wat gevraagd is Gevraagd Ook als het lastig is Nu Kan het zelf/,
    );
    expect(said).toContain('Wat erbij komt: Past toe, Draagt over');
    expect(said).toMatch(
      /Opdrachtgever en klant onder wat gevraagd is Gevraagd Meestal Nu tussen “Deels” en “Meestal” \(gemiddeld 1,5\)/,
    );
  });

  it('FPC-4 marks an open demand of the law, first, and FPC-7 tells the step that is wanted', async () => {
    const said = await page(own);
    expect(said).toMatch(/nog niet in orde De wet vraagt dit: los het eerst op\./);
    expect(said).toContain('Mee bezig nog te doen');
    expect(said).toMatch(/Je volgende stap .*Groeien naar het volgende niveau .*Een cursus volgen/);
  });

  it('FGR-26 PRV-17 prints what it is for, and that it never serves to appraise: also when nothing was chosen, also when shared', async () => {
    const { FPC0p: _none, ...silent } = own;
    expect(await page(own)).toContain('Waarvoor: Loopbaan. Nooit om iemand te beoordelen');
    expect(await page(silent)).toMatch(/Waarvoor: geen doel gekozen.* Nooit om iemand te beoordelen/);
    const { person } = await answered(app, name, own);
    const shared = await app.visitor().get(new URL(await shareResult(person, name)).pathname);
    expect(wordsOf(shared.text)).toContain('Waarvoor: Loopbaan. Nooit om iemand te beoordelen');
  });

  it('says so when no level was named, and works out no level or scale from answers', async () => {
    const said = await page({ ...own, FPC0n: 'weet' });
    expect(said).toContain('Je koos geen niveau.');
    expect(said).not.toMatch(/Schaal \d/);
  });

  it('FGR-26 prints the purposes on the survey’s report too', async () => {
    const report = await app.visitor().get('/r/profiel');
    expect(wordsOf(report.text)).toMatch(
      /Waarvoor dit dient: Ontwikkelgesprek ?, Loopbaan ?, Werving en Teamplanning ?\. Nooit om iemand te beoordelen/,
    );
  });
});

describe('a second view beside it', () => {
  const beside = `/s/${name}/result/beside`;

  it('FPC-2 stands there when its writer shared it with the person, and goes when they take it back', async () => {
    const [{ person }, { person: colleague }] = [
      await answered(app, name, own),
      await answered(app, name, seen),
    ];
    const link = await shareResult(colleague, name);
    const laid = await person.post(beside, { link });
    expect(laid.status).toBe(303);
    const said = wordsOf((await person.get(laid.location ?? '')).text);
    expect(said).toMatch(/Nu Kan het zelf Tweede kijk Voorbeeld voor anderen jullie zien het anders/);
    expect(said).toContain('tweede kijk: Meestal');
    await colleague.post(`/s/${name}/result/unshare`);
    const gone = wordsOf((await person.get(laid.location ?? '')).text);
    expect(gone).not.toContain('Tweede kijk Voorbeeld');
    expect(gone).toContain('Deze link opent geen tweede kijk, of niet meer.');
  });

  it('does not travel on when the person shares their own result', async () => {
    const [{ person }, { person: colleague }] = [
      await answered(app, name, own),
      await answered(app, name, seen),
    ];
    const link = await shareResult(colleague, name);
    await person.post(beside, { link });
    const token = link.split('/').at(-1) ?? '';
    const path = new URL(await shareResult(person, name)).pathname;
    expect(wordsOf((await app.visitor().get(`${path}?beside=${token}`)).text)).not.toContain('Tweede kijk');
  });

  it('is refused at its field, with what was typed kept, when the link opens none', async () => {
    const [{ person }, { person: other }] = [await answered(app, name, own), await answered(app, name, own)];
    for (const [link, words] of [
      ['', 'Plak de link die je van je collega kreeg.'],
      ['https://elders.example/niets', 'Deze link opent geen tweede kijk'],
      // What somebody shared about themselves is no second view.
      [await shareResult(other, name), 'Deze link opent geen tweede kijk'],
    ] as const) {
      const refused = await person.post(beside, { link });
      expect(refused.status).toBe(422);
      expect(wordsOf(refused.text)).toContain(words);
      expect(refused.text).toContain(`name="link" value="${link}"`);
    }
  });

  it('is not offered to who gave one, nor without a code', async () => {
    const { person } = await answered(app, name, seen);
    const { text } = await person.get(`/s/${name}/result`);
    expect(text).not.toContain('name="link"');
    expect(wordsOf(text)).toContain('geef de link dan aan die collega zelf');
    expect((await app.visitor().post(beside, { link: 'x' })).location).toBe(`/s/${name}`);
  });
});
