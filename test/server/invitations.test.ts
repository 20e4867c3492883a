// Asking libraries to answer (OOO-A1): an address per library that names it, and words for an invitation and a reminder.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { librariesOf, replaceRegister } from '../../server/db/libraries.ts';
import type { App, Visitor } from '../set-up/start-app.ts';
import { signInThroughSetUp, startDemonstration } from '../set-up/start-demonstration.ts';

let app: App;
let team: Visitor;
beforeAll(async () => {
  app = await startDemonstration();
  team = app.visitor();
  await signInThroughSetUp(team);
});
afterAll(() => app?.stop());

const file = '/team/ooo/fieldwork/ooo/addresses.csv';
/** Words as a browser reads them. */
const plain = (html: string) => html.replaceAll('&quot;', '"').replaceAll('&#x3D;', '=');

it('gives a file with one line per library, whose address has the library chosen, and not who answered (PRV-08)', async () => {
  const { status, text, headers } = await team.get(file);
  expect(status).toBe(200);
  expect(headers.get('content-disposition')).toContain('attachment');
  const libraries = await librariesOf(app.ctx.db.kysely, 'ooo');
  const [heading, ...lines] = text.replace('\uFEFF', '').trimEnd().split('\r\n');
  expect(heading).toBe('naam;adres van de vragenlijst');
  expect(lines).toHaveLength(libraries.length);
  const [first] = libraries;
  const line = lines.find((each) => each.startsWith(`${first?.name};`)) ?? '';
  expect(line.split(';')).toHaveLength(2);
  const address = line.split(';')[1] ?? '';
  expect(address).toMatch(new RegExp(`/s/ooo\\?library=${first?.code}$`));
  const opened = await app.visitor().get(new URL(address).pathname + new URL(address).search);
  expect(opened.status).toBe(200);
  expect(plain(opened.text)).toContain(`library=${first?.code}`);
});

it('is for the team alone, and there only for an open questionnaire that asks for a library', async () => {
  expect((await app.visitor().get(file)).status).toBe(303);
  expect((await team.get('/team/ooo/fieldwork/nergens/addresses.csv')).status).toBe(404);
  expect((await team.get('/team/ooo/fieldwork/ooo-collega/addresses.csv')).status).toBe(404);
});

it('has words to copy for both letters in each language, with address, minutes and room for the last day', async () => {
  const text = plain((await team.get('/team/ooo/fieldwork')).text);
  expect(text).toContain(`href="${file}"`);
  const letters = new Map(
    [
      ...text.matchAll(/<textarea id="(ooo-(?:invitation|reminder)-[a-z]+)"[^>]*>\n([\s\S]*?)<\/textarea>/g),
    ].map(([, id = '', words = '']) => [id, words]),
  );
  expect([...letters.keys()]).toEqual(
    expect.arrayContaining(['ooo-invitation-nl', 'ooo-reminder-nl', 'ooo-invitation-en', 'ooo-reminder-en']),
  );
  for (const [id, words] of letters) {
    expect(words, id).toMatch(/https?:\/\/\S+\/s\/ooo\n/);
    expect(words, id).toMatch(/\d+ (minuten|minutes|Minuten|minutter)/);
    expect(words, id).toMatch(/\[(laatste dag|last day|dernier jour|letzter Tag|sidste dag)\]/);
  }
});

it('keeps a spreadsheet from running a name that looks like a formula', async () => {
  const libraries = [{ code: 'bib-1', name: '=1+1', province: 'Limburg', sizeClass: 'klein' }];
  await replaceRegister(app.ctx.db.kysely, 'ooo', libraries, '2024-01-01');
  const { text } = await team.get(file);
  expect(text).toMatch(/^"?'=1\+1"?;/m);
});
