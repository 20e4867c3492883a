// Coding remarks a second time: one by one and blind, then kappa, what was confused, and what to talk about.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleOf, sampleSize } from '../../analysis/coding/double-coding.ts';
import { remarksOf } from '../../server/db/remarks.ts';
import { secondCodingsOf } from '../../server/db/second-codings.ts';
import type { App, Visitor } from '../set-up/start-app.ts';
import { signInThroughSetUp, startDemonstration } from '../set-up/start-demonstration.ts';

const address = '/team/ooo/results/remarks/second';
let app: App;
let team: Visitor;
beforeAll(async () => {
  app = await startDemonstration();
  team = app.visitor();
  await signInThroughSetUp(team);
});
afterAll(() => app?.stop());

const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? '';
const remarks = () => remarksOf(app.ctx.db.kysely, 'ooo');
const sample = async () => sampleOf(await remarks(), 'ooo');

async function code(html: string, codes: readonly string[]) {
  const fields = Object.fromEntries(codes.map((name) => [name, '1']));
  return team.post(address, {
    csrf: hidden(html, 'csrf'),
    remark: hidden(html, 'remark'),
    valence: 'criticism',
    ...fields,
  });
}

describe('coding a second time', () => {
  it('is offered beside the remarks, with the first remark of the sample and no code chosen', async () => {
    expect((await team.get('/team/ooo/results/remarks')).text).toContain(`href="${address}"`);
    const { text } = await team.get(address);
    const [first] = await sample();
    expect(hidden(text, 'remark')).toBe(first?.id);
    expect(text).toContain('0 van de 42 gecodeerd');
    expect(text).not.toContain('checked');
    expect(text).toContain('getrokken met het startgetal “ooo”');
    expect(sampleSize(207)).toBe(42);
  });

  it('asks for a service and a theme, and keeps what was ticked', async () => {
    const { text } = await team.get(address);
    const answer = await code(text, ['services.wise']);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Kies minstens één thema.');
    expect(answer.text).toMatch(/name="services.wise" value="1" checked/);
    expect((await secondCodingsOf(app.ctx.db.kysely, 'ooo')).size).toBe(0);
  });

  it('shows nothing of the first coding until all are coded, then how alike both were', async () => {
    const all = await sample();
    // The second coder does as the first, but takes one theme for another in every fourth remark.
    for (const [place, remark] of all.entries()) {
      const { text } = await team.get(address);
      expect(hidden(text, 'remark')).toBe(remark.id);
      expect(text).not.toContain('Krippendorff');
      const themes = place % 4 === 0 ? ['prijs'] : remark.themes;
      const ticked = [
        ...remark.services.map((one) => `services.${one}`),
        ...themes.map((one) => `themes.${one}`),
      ];
      expect((await code(text, ticked)).location).toBe(address);
    }
    const { text } = await team.get(address);
    expect(text).not.toContain('name="remark"');
    expect(text).toContain('Krippendorffs alfa is 1: vanaf 0,80 staan de codes stevig.');
    expect(text).toMatch(/Prijs’ bij de (ene|andere)|‘Prijs’/);
    for (const called of ['sampleOf', 'cohenKappa', 'kappaInterval', 'krippendorffAlpha'])
      expect(text).toContain(`<code>${called}</code>`);
    const different = all.filter(({ themes }, place) => place % 4 === 0 && themes.join() !== 'prijs').length;
    const other = all.filter(
      ({ themes, valence }, place) =>
        valence !== 'criticism' && (place % 4 !== 0 || themes.join() === 'prijs'),
    ).length;
    expect(text.split('Leg vast wat is afgesproken').length - 1).toBe(different + other);
    expect(text).toContain('Bij 42 opmerkingen gaf');
  });

  it('writes down what both agreed on: the remark gets it, and how alike both were stays', async () => {
    const before = await team.get(address);
    const id = /second\?remark(?:&#x3D;|=)([^"#]+)/.exec(before.text)?.[1] ?? '';
    const again = await team.get(`${address}?remark=${id}`);
    expect(hidden(again.text, 'remark')).toBe(id);
    expect(again.text).toContain('Wat spreken jullie af?');
    const second = (await secondCodingsOf(app.ctx.db.kysely, 'ooo')).get(id);
    await code(again.text, ['services.wise', 'themes.tijd']);
    expect((await remarks()).find((remark) => remark.id === id)).toMatchObject({
      services: ['wise'],
      themes: ['tijd'],
    });
    const stored = await secondCodingsOf(app.ctx.db.kysely, 'ooo');
    expect(stored.get(id)).toEqual({ ...second, agreed: true });
    const after = await team.get(address);
    expect(after.text).toContain('Afgesproken');
    const tables = (text: string) => text.match(/<tbody>.*?<\/tbody>/gs);
    expect(tables(after.text)).toEqual(tables(before.text));
    const unknown = { remark: 'iets', valence: 'praise', 'services.wise': '1', 'themes.tijd': '1' };
    const csrf = hidden(again.text, 'csrf');
    expect((await team.post(address, { csrf, ...unknown })).status).toBe(303);
    expect((await secondCodingsOf(app.ctx.db.kysely, 'ooo')).size).toBe(42);
  });

  it('goes with the response that is withdrawn', async () => {
    const [first] = await sample();
    await app.ctx.db.kysely
      .deleteFrom('remarks')
      .where('id', '=', first?.id ?? '')
      .execute();
    expect((await secondCodingsOf(app.ctx.db.kysely, 'ooo')).has(first?.id ?? '')).toBe(false);
  });
});
