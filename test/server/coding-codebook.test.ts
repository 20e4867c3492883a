// The codebook of a project: extended, renamed, set aside and begun by its team, with who and when.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectByCode } from '../../server/db/projects.ts';
import { textsOf } from '../../server/db/texts.ts';
import type { App, Page, Visitor } from '../set-up/start-app.ts';
import { hidden, somebody, startCodingProject } from './coding-project.ts';

const root = '/team/echt/coding';
let app: App;
let team: Visitor;
beforeAll(async () => {
  ({ app, team } = await startCodingProject([{ D2: 'Meer podcasts over Wise' }]));
});
afterAll(() => app?.stop());

const frame = async () => (await projectByCode(app.ctx.db.kysely, 'echt'))?.catalogue.coding;
const entry = async (code: string) => (await frame())?.themes.find((each) => each.code === code);
async function send(by: Visitor, address: string, fields: Readonly<Record<string, string>>): Promise<Page> {
  const { text } = await by.get(address);
  const [csrf, edition, revision] = ['csrf', 'edition', 'revision'].map((name) => hidden(text, name));
  return by.post(address, { csrf: csrf ?? '', edition: edition ?? '', revision: revision ?? '', ...fields });
}
const answer = async () => {
  const [found] = await textsOf(app.ctx.db.kysely, 'ooo', 'D2');
  return `${root}/q/D2/${found?.response ?? ''}`;
};

describe('OOO-71: the codebook', () => {
  it('gets a code more, that is offered at once; a name that is there is refused', async () => {
    const mia = await somebody(app, 'mia', ['analyst']);
    const wrong = await send(mia, `${root}/codebook`, { do: 'themes', 'new.themes': 'Tijd' });
    expect([wrong.status, wrong.text.includes('Er is al een code met die naam.')]).toEqual([422, true]);
    expect((await send(mia, `${root}/codebook`, { do: 'themes', 'new.themes': 'Op podcast' })).status).toBe(
      303,
    );
    expect(await entry('op_podcast')).toEqual({ code: 'op_podcast', label: { nl: 'Op podcast' } });
    expect((await team.get(await answer())).text).toContain('name="themes.op_podcast"');
    expect((await team.get(`${root}/codebook`)).text).toContain('analist: “Op podcast” toegevoegd');
  });

  it('renames a code: what is coded follows, and keywords make it a suggestion', async () => {
    await send(team, await answer(), {
      do: 'next',
      'services.wise': '1',
      'themes.op_podcast': '1',
      valence: 'question',
    });
    const address = `${root}/codebook/themes/op_podcast`;
    const wrong = await send(team, address, { do: 'save', 'label.nl': '' });
    expect(wrong.status).toBe(422);
    await send(team, address, { do: 'save', 'label.nl': 'Om te beluisteren', keywords: 'podcast, radio' });
    expect((await team.get(await answer())).text).toContain('Wise · Om te beluisteren');
    expect((await team.get('/team/echt/results/remarks')).text).toContain('Om te beluisteren');
    expect((await team.get(await answer())).text).toMatch(/class="suggested">.{0,200}themes\.op_podcast/s);
    expect((await team.get(`${root}/codebook`)).text).toContain('“Op podcast” heet nu “Om te beluisteren”');
  });

  it('refuses what was made on an older state, with both', async () => {
    const address = `${root}/codebook/themes/op_podcast`;
    const { text } = await team.get(address);
    await send(team, address, { do: 'save', 'label.nl': 'Beluisteren' });
    const late = { csrf: hidden(text, 'csrf'), edition: hidden(text, 'edition') };
    const page = await team.post(address, { ...late, do: 'save', 'label.nl': 'Horen' });
    expect(page.status).toBe(409);
    expect(page.text).toContain('ze heet nu “Beluisteren”');
    expect(page.text).toContain('value="Horen"');
  });

  it('never takes out a code that is in use, but offers it no more', async () => {
    const address = `${root}/codebook/themes/op_podcast`;
    expect((await team.get(address)).text).not.toContain('value="remove"');
    expect((await send(team, address, { do: 'remove' })).status).toBe(400);
    expect((await send(team, `${root}/codebook/themes/tijd`, { do: 'remove' })).status).toBe(400);
    await send(team, address, { do: 'retire' });
    expect(await entry('op_podcast')).toMatchObject({ retired: true });
    const list = (await team.get(`${await answer()}?more`)).text;
    expect(list).toContain('Wise · Beluisteren');
    expect(list).not.toContain('name="themes.op_podcast"');
    await send(team, address, { do: 'return' });
    expect(await entry('op_podcast')).not.toHaveProperty('retired');
    await send(team, `${root}/codebook`, { do: 'themes', 'new.themes': 'Vergissing' });
    await send(team, `${root}/codebook/themes/vergissing`, { do: 'remove' });
    expect(await entry('vergissing')).toBeUndefined();
  });
});

describe('a project without a codebook', () => {
  it('begins one with its open questions', async () => {
    const { kysely } = app.ctx.db;
    const project = await projectByCode(kysely, 'echt');
    const { coding: _, ...bare } = project?.catalogue ?? {};
    await kysely
      .updateTable('projects')
      .set({ catalogue: JSON.stringify({ ...bare, needs: [] }) })
      .execute();
    expect((await team.get('/team/echt/results')).text).toContain(`href="${root}"`);
    expect((await team.get(root)).location).toBe(`${root}/begin`);
    const wrong = await send(team, `${root}/begin`, { 'question.D2': '1', services: 'Wise' });
    expect([wrong.status, wrong.text.includes('Schrijf minstens één code op')]).toEqual([422, true]);
    const sound = { 'question.D2': '1', services: 'Wise\r\nDe bib', themes: 'Tijd' };
    expect((await send(team, `${root}/begin`, sound)).location).toBe(root);
    expect(await frame()).toMatchObject({
      questions: ['D2'],
      services: [{ code: 'wise' }, { code: 'de_bib', label: { nl: 'De bib' } }],
      themes: [{ code: 'tijd' }],
    });
    expect((await team.get(root)).text).toContain('Wat zou jij veranderen?');
  });
});
