// The plan of a project: who asked for it, written on forms of which none overwrites what a colleague saved.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordsOf } from '../../server/db/records.ts';
import type { App, Visitor } from '../set-up/start-app.ts';
import { wordsOf } from './figures-told.ts';
import { guided as name, startGuidedProject } from './guided-project.ts';

let app: App;
let team: Visitor;
beforeAll(async () => {
  ({ app, team } = await startGuidedProject());
}, 60_000);
afterAll(() => app?.stop());

const root = () => `/team/${name}/plan`;
const parties = async () => (await recordsOf(app.ctx.db.kysely, name)).party;
const hidden = (page: string, field: string) =>
  new RegExp(`name="${field}" value="([^"]*)"`).exec(page)?.[1] ?? '';

/** Opens a form and gives what sends it. */
async function opened(path: string) {
  const { text } = await team.get(path);
  const own = { csrf: hidden(text, 'csrf'), edition: hidden(text, 'edition'), code: hidden(text, 'code') };
  return (fields: Readonly<Record<string, string>>) => team.post(path, { ...own, ...fields });
}

describe('the parties of a project', () => {
  it('NYR-01 are kept with name, role and sector, each on the plan', async () => {
    const before = (await parties()).length;
    const send = await opened(`${root()}/parties/new`);
    const sent = await send({
      'name.nl': 'Vereniging van werkgevers',
      'name.en': 'Employers',
      'role.nl': 'werkgevers',
      'sector.nl': 'lokaal bestuur',
    });
    expect(sent.status).toBe(303);
    const all = await parties();
    expect(all).toHaveLength(before + 1);
    expect(all.at(-1)).toMatchObject({
      name: { nl: 'Vereniging van werkgevers', en: 'Employers' },
      role: { nl: 'werkgevers' },
      sector: { nl: 'lokaal bestuur' },
    });
    expect(wordsOf(await team.get(root()))).toContain(
      'Vereniging van werkgevers werkgevers · lokaal bestuur',
    );
  });

  it('sent twice are kept once', async () => {
    const send = await opened(`${root()}/parties/new`);
    await send({ 'name.nl': 'Vakbond' });
    const twice = await send({ 'name.nl': 'Vakbond' });
    expect(twice.status).toBe(409);
    expect((await parties()).filter(({ name: called }) => called.nl === 'Vakbond')).toHaveLength(1);
  });

  it('say at the field what is wrong and give back what was typed', async () => {
    const before = await parties();
    const send = await opened(`${root()}/parties/new`);
    const refused = await send({ 'role.nl': 'een <b>rol</b>', 'sector.nl': 'x'.repeat(121) });
    expect(refused.status).toBe(422);
    for (const field of ['name.nl', 'sector.nl']) {
      expect(refused.text).toContain(`href="#${field}"`);
      expect(refused.text).toContain(`id="${field}-error"`);
    }
    expect(refused.text).toContain('een &lt;b&gt;rol&lt;/b&gt;');
    expect(await parties()).toEqual(before);
  });

  it('refuse a form that is older than what a colleague saved, and show both texts', async () => {
    const [first] = await parties();
    const path = `${root()}/parties/${first?.code}`;
    const mine = await opened(path);
    const theirs = await opened(path);
    expect((await theirs({ 'name.nl': 'Hun naam' })).status).toBe(303);
    const refused = await mine({ 'name.nl': 'Mijn naam' });
    expect(refused.status).toBe(409);
    expect(wordsOf(refused)).toMatch(/Naam, Nederlands Hun naam Mijn naam/);
    expect((await parties())[0]?.name.nl).toBe('Hun naam');
    const again = await team.post(path, {
      csrf: hidden(refused.text, 'csrf'),
      edition: hidden(refused.text, 'edition'),
      'name.nl': 'Mijn naam',
    });
    expect(again.status).toBe(303);
    expect((await parties())[0]?.name.nl).toBe('Mijn naam');
  });

  it('move among each other and are taken out after one question', async () => {
    const [first, second] = await parties();
    const { text } = await team.get(`${root()}/parties/${second?.code}`);
    const csrf = hidden(text, 'csrf');
    await team.post(`${root()}/parties/${second?.code}/move`, { csrf, to: 'up' });
    expect((await parties()).slice(0, 2).map(({ code }) => code)).toEqual([second?.code, first?.code]);
    expect(text).toContain('<details class="record-remove">');
    await team.post(`${root()}/parties/${second?.code}/remove`, { csrf });
    expect((await parties()).map(({ code }) => code)).not.toContain(second?.code);
  });

  it('taken out by a colleague meanwhile, come back with what was typed', async () => {
    const [first] = await parties();
    const path = `${root()}/parties/${first?.code}`;
    const mine = await opened(path);
    await team.post(`${path}/remove`, { csrf: hidden((await team.get(path)).text, 'csrf') });
    const refused = await mine({ 'name.nl': 'Toch nodig' });
    expect(refused.status).toBe(409);
    expect(wordsOf(refused)).toContain('Een collega wiste dit intussen');
    const put = await team.post(`${root()}/parties/new`, {
      csrf: hidden(refused.text, 'csrf'),
      edition: hidden(refused.text, 'edition'),
      code: hidden(refused.text, 'code'),
      'name.nl': 'Toch nodig',
    });
    expect(put.status).toBe(303);
    expect((await parties()).at(-1)).toMatchObject({ code: first?.code, name: { nl: 'Toch nodig' } });
  });

  it('are for who is signed in', async () => {
    for (const path of ['', '/parties/new']) {
      expect((await app.visitor().get(`${root()}${path}`)).location).toContain('/team/sign-in');
    }
  });
});
