// What a level requires is an agreement of the project: it is set before the survey opens, and stays after that.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectByCode } from '../../server/db/projects.ts';
import { addDemonstration } from '../../server/first-start.ts';
import { projectSideBySide } from '../../server/operations/project-side-by-side.ts';
import type { App, Visitor } from '../set-up/start-app.ts';
import { signInThroughSetUp, startDemonstration } from '../set-up/start-demonstration.ts';

let app: App;
let team: Visitor;
const project = 'eigen-profielen';
const page = `/team/${project}/side-by-side`;
beforeAll(async () => {
  app = await startDemonstration();
  team = app.visitor();
  await signInThroughSetUp(team);
  await addDemonstration(app.ctx, 'profiel');
  const wish = { 'title-nl': 'Proef', 'title-en': 'Trial', 'language-nl': '1', 'language-en': '1' };
  const csrf = csrfOf((await team.get('/team/new')).text);
  await team.post('/team/new', { csrf, ...wish, code: project, start: 'template:profiel' });
});
afterAll(() => app?.stop());

const csrfOf = (html: string) => /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
const field = (level: string) => `required-competences-${level}`;
const required = async () => {
  const stored = (await projectByCode(app.ctx.db.kysely, project))?.catalogue.sideBySide[0];
  return stored?.kind === 'required' ? stored.required : null;
};
/** The form as it stands, with these values in place of its own. */
async function save(values: Readonly<Record<string, string>>, edition?: string) {
  const html = (await team.get(page)).text;
  const form = html.slice(html.indexOf('required/competences'));
  const shown = Object.fromEntries(
    ['s5', 's6', 's7', 's8'].map((level) => [
      field(level),
      new RegExp(`name="${field(level)}"[^>]*value="([^"]*)"`).exec(form)?.[1] ?? '',
    ]),
  );
  return team.post(`${page}/required/competences`, {
    csrf: csrfOf(html),
    edition: edition ?? /name="edition" value="([^"]+)"/.exec(form)?.[1] ?? '',
    ...shown,
    ...values,
  });
}

describe('what a level requires', () => {
  it('begins with 2, 2, 3 and 3 for scales 5 to 8, and is changed while nobody can answer', async () => {
    expect(await required()).toEqual({ s5: 2, s6: 2, s7: 3, s8: 3 });
    expect((await save({ [field('s8')]: '3,5', [field('s5')]: '' })).status).toBe(303);
    expect(await required()).toEqual({ s6: 2, s7: 3, s8: 3.5 });
  });

  it('is refused outside the scale, at its field, with what was typed kept', async () => {
    const before = await required();
    const refused = await save({ [field('s7')]: '9' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Geef een getal van 1 tot 4, of laat het leeg.');
    expect(refused.text).toContain(`href="#${field('s7')}"`);
    expect(refused.text).toMatch(new RegExp(`name="${field('s7')}"[^>]*value="9"`));
    expect(await required()).toEqual(before);
  });

  it.each(['0x3', '3e0', 'Infinity'])('is a number as people write it, not %s', async (typed) => {
    const before = await required();
    expect((await save({ [field('s7')]: typed })).status).toBe(422);
    expect(await required()).toEqual(before);
  });

  it('is not overwritten by a form of before', async () => {
    const before = await required();
    expect((await save({ [field('s6')]: '1' }, 'ouder')).status).toBe(422);
    expect(await required()).toEqual(before);
  });

  it('stays as it is once the survey is open', async () => {
    const open = '/team/profiel/side-by-side';
    const shown = await team.get(open);
    expect(shown.text).toContain('Wat elk niveau vraagt');
    expect(shown.text).not.toContain('name="required-');
    const csrf = csrfOf(shown.text);
    const sent = await team.post(`${open}/required/competences`, { csrf, edition: '', [field('s5')]: '4' });
    expect(sent.status).toBe(422);
    const unknown = await team.post(`${open}/required/weg`, { csrf });
    expect(unknown.status).toBe(404);
  });

  it('is for the team alone', async () => {
    const stranger = await app.visitor().post(`${page}/required/competences`, {});
    expect([303, 403]).toContain(stranger.status);
  });
});

describe('the gap against it', () => {
  it('is told per competence and per result area, by oneself beside a second view', async () => {
    const results = await projectSideBySide(app.ctx, 'profiel', 'team');
    const rows = (code: string) => {
      const found = results.find((one) => one.code === code);
      return found?.kind === 'required' ? found.rows : [];
    };
    expect(rows('competences')).toHaveLength(7);
    expect(rows('results').map(({ code }) => code)).toEqual([
      'opdrachtgever',
      'omgeving',
      'bedrijfsvoering',
      'vernieuwen',
    ]);
    for (const { groups } of [...rows('competences'), ...rows('results')])
      expect(groups.map(({ code }) => code)).toEqual(['zelf', 'tweede']);
    for (const { everybody } of rows('results')) expect(everybody.base).toBeGreaterThan(100);
    // What subtracting everybody's answers would leave of a level is told of no competence, and the page says so.
    const told = rows('competences').filter(({ everybody }) => everybody.base !== null);
    expect(told.map(({ code }) => code)).toEqual(['listening']);
    expect((await team.get('/team/profiel/side-by-side')).text).toContain('6 rijen staan er niet');
  });
});
