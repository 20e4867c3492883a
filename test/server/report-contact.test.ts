// OOO-72: the team says itself whom readers of its report turn to; of two who change it at once the second sees both.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { projectByCode } from '../../server/db/projects.ts';
import type { App, Page, Visitor } from '../set-up/start-app.ts';
import { signInThroughSetUp, startDemonstration } from '../set-up/start-demonstration.ts';

let app: App;
let team: Visitor;
const address = '/team/ooo/report/contact';
beforeAll(async () => {
  app = await startDemonstration();
  team = app.visitor();
  await signInThroughSetUp(team);
});
afterAll(() => app?.stop());

const contact = async () => (await projectByCode(app.ctx.db.kysely, 'ooo'))?.reportTemplate.contact;
const attribute = ({ text }: Page, name: string) =>
  (new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');
/** The fields of the form as it is shown, with other words. */
const filled = (page: Page, words: Readonly<Record<string, string>>) => ({
  csrf: attribute(page, 'csrf'),
  seen: attribute(page, 'seen'),
  ...words,
});

it('is changed on a page the report station leads to, and the next report says it', async () => {
  expect((await team.get('/team/ooo/report')).text).toContain(`href="${address}"`);
  const form = await team.get(address);
  expect(form.text).toContain((await contact())?.nl ?? 'nothing');
  const words = {
    'contact-nl': 'Het projectteam, noden@bib.example',
    'contact-en': 'The project team',
    'contact-fr': '',
  };
  expect(await team.post(address, filled(form, words))).toMatchObject({
    status: 303,
    location: '/team/ooo/report',
  });
  expect(await contact()).toEqual({ nl: 'Het projectteam, noden@bib.example', en: 'The project team' });
  expect((await team.get('/team/ooo/report/preview')).text).toContain('Het projectteam, noden@bib.example');
});

it('refuses a save made on older words with 409 and shows both, and keeps the second when it is sent again', async () => {
  const form = await team.get(address);
  await team.post(
    address,
    filled(form, { 'contact-nl': 'Eerst, een@bib.example', 'contact-en': 'x', 'contact-fr': '' }),
  );
  const late = await team.post(
    address,
    filled(form, { 'contact-nl': 'Daarna, twee@bib.example', 'contact-en': 'x', 'contact-fr': '' }),
  );
  expect(late.status).toBe(409);
  expect(late.text).toContain('Eerst, een@bib.example');
  expect(late.text).toContain('Daarna, twee@bib.example</textarea>');
  expect((await contact())?.nl).toBe('Eerst, een@bib.example');
  const again = filled(late, {
    'contact-nl': 'Daarna, twee@bib.example',
    'contact-en': 'x',
    'contact-fr': '',
  });
  expect((await team.post(address, again)).status).toBe(303);
  expect((await contact())?.nl).toBe('Daarna, twee@bib.example');
});

it('keeps what was typed when it is too long, and leaves the contact out when every box is empty', async () => {
  const form = await team.get(address);
  const long = await team.post(address, filled(form, { 'contact-nl': 'x'.repeat(301) }));
  expect(long.status).toBe(422);
  expect(long.text).toContain(`${'x'.repeat(301)}</textarea>`);
  expect(long.text).toContain('Hoogstens 300 tekens');
  await team.post(address, filled(form, { 'contact-nl': '', 'contact-en': '', 'contact-fr': '' }));
  expect(await contact()).toBeUndefined();
  expect((await team.get('/team/ooo/report/preview')).status).toBe(200);
});

it('is for the team alone, with the token of the form', async () => {
  expect((await app.visitor().get(address)).status).toBe(303);
  expect((await team.post(address, { csrf: 'verzonnen', seen: '{}', 'contact-nl': 'x' })).status).toBe(403);
});
