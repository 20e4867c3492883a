// Frameworks for anyone: the registers that come with the program, to read and to compare, and nothing of a team.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordsOf } from '../set-up/own-results.ts';
import type { App } from '../set-up/start-app.ts';
import { signInThroughSetUp, startDemonstration } from '../set-up/start-demonstration.ts';

let app: App;
beforeAll(async () => {
  app = await startDemonstration();
});
afterAll(() => app?.stop());

const get = (path: string) => app.visitor().get(path);
const functions = '/frameworks/informatie-en-techniek';

describe('frameworks for anyone', () => {
  it('are linked from the front page and listed without an account', async () => {
    expect((await get('/')).text).toContain('href="/frameworks"');
    const page = await get('/frameworks');
    expect(page.status).toBe(200);
    expect(page.text).toContain(`href="${functions}"`);
    expect(page.text).toContain('76 activiteiten');
  });

  it('LIB-01 LIB-14 LIB-15 read with what stands out in the source, blanks as blanks and none as none', async () => {
    const said = wordsOf((await get('/frameworks/bibliothecaris')).text);
    expect(said).toContain('in de bron niet ingevuld');
    expect(said).toContain('Geen, zegt de bron uitdrukkelijk.');
    expect(said).toContain('Tekst breekt af');
  });

  it('FGR-15 FGR-16 FGR-19 stand side by side, with a typing error and a digit short told and not mended', async () => {
    const same = await get(`${functions}/compare?with=profile-1&with=profile-2&purpose=development`);
    expect(wordsOf(same.text)).toContain('geen verschil.');
    const slip = await get(`${functions}/compare?with=profile-3&with=profile-4&purpose=career`);
    expect(wordsOf(slip.text)).toContain('alleen een waarschijnlijke tikfout');
    const scales = await get(`${functions}/compare?with=scale-5&with=scale-6&purpose=planning`);
    expect(wordsOf(scales.text)).toContain('13 van 14 cijfers; samen 30, de bron zegt 32');
  });

  it('ask again with what was chosen kept', async () => {
    const page = await get(`${functions}/compare?with=profile-1&purpose=career`);
    expect(page.status).toBe(422);
    expect(page.text).toContain('Kies er minstens twee.');
    expect(page.text).toMatch(/value="profile-1" checked/);
  });

  it('are there in Dutch and English, and in Dutch for who reads French elsewhere', async () => {
    expect((await get(`${functions}?lang=en`)).text).toContain('13 digits instead of 14');
    const reader = app.visitor();
    await reader.get('/?lang=fr');
    expect((await reader.get(functions)).text).toContain('13 cijfers in plaats van 14');
  });

  it('give no way into a project, store no cookie and ask no other host', async () => {
    for (const path of ['/frameworks', functions, `${functions}/compare`]) {
      const { text, headers } = await get(path);
      expect([path, text.includes('/team/'), headers.get('set-cookie')]).toEqual([path, false, null]);
      expect(text).not.toMatch(/(src|href)="https?:/);
    }
    expect((await get(`${functions}/draw`)).status).toBe(404);
    expect((await app.visitor().post('/frameworks', {})).status).toBe(404);
  });

  it('are unknown when there is no such code', async () => {
    for (const path of ['/frameworks/weg', '/frameworks/weg/compare'])
      expect([path, (await get(path)).status]).toEqual([path, 404]);
  });

  it('still lead a team from its own pages to its own', async () => {
    const team = app.visitor();
    await signInThroughSetUp(team);
    const page = await team.get('/team/ooo/frameworks');
    expect(page.text).toContain('href="/team/ooo/frameworks/informatie-en-techniek"');
    expect((await team.get('/team/ooo/frameworks/informatie-en-techniek')).text).toContain('/draw"');
  });
});
