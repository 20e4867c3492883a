// The register in the workspace, over HTTP as it works without scripts: shown, taken from a file or pasted, looked at
// before it is stored, and refused with every mistake at its row.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { librariesOf } from '../../server/db/libraries.ts';
import { projectByCode } from '../../server/db/projects.ts';
import type { App, Page, Visitor } from '../set-up/start-app.ts';
import { signInThroughSetUp, startDemonstration } from '../set-up/start-demonstration.ts';

let app: App;
let team: Visitor;
const path = '/team/mijn/register';
const good = 'code;naam;provincie;grootte\nlinde;De Linde;Limburg;1-3\nberk;De Berk;Antwerpen;4-10\n';

beforeAll(async () => {
  app = await startDemonstration();
  team = app.visitor();
  await signInThroughSetUp(team);
  const csrf = tokenOf(await team.get('/team/new'));
  const made = await team.post('/team/new', {
    csrf,
    'title-nl': 'Mijn project',
    'language-nl': '1',
    code: 'mijn',
    start: 'empty',
  });
  expect(made.status).toBe(303);
});
afterAll(() => app?.stop());

const tokenOf = ({ text }: Page) => /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
const stored = (project = 'mijn') => librariesOf(app.ctx.db.kysely, project);
const codes = async () => (await stored()).map(({ code }) => code);

/** Sends the form of the page, as a browser sends one with a file in it. */
async function send(
  fields: Readonly<Record<string, string>>,
  { file = new File([], ''), to = path }: { readonly file?: File; readonly to?: string } = {},
): Promise<Page> {
  const form = new FormData();
  form.set('csrf', tokenOf(await team.get(to)));
  form.set('file', file);
  form.set('date', '2026-03-01');
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return team.post(to, form);
}
const seenIn = ({ text }: Page) => /name="seen" value="([^"]+)"/.exec(text)?.[1] ?? '';
/** What is in the box, as a browser reads it. */
const typedIn = ({ text }: Page) =>
  (/<textarea[^>]*>\n([\s\S]*?)<\/textarea>/.exec(text)?.[1] ?? '').replaceAll('\r\n', '\n');

describe('a project of a team’s own', () => {
  it('is offered a register where it sees who answered, with an example that is good as it is', async () => {
    expect((await team.get('/team/mijn/fieldwork')).text).toContain(`href="${path}"`);
    expect((await team.get(path)).text).toContain('Nog geen bibs in het register');
    const template = await team.get(`${path}/template.csv`);
    expect(template.headers.get('content-disposition')).toContain('attachment');
    const shown = await send({ csv: template.text, go: 'check' });
    expect(shown.text).toContain('2 bibs gelezen');
    expect(shown.text).toContain('2 nieuwe bibs');
    expect(await codes()).toEqual([]);
  });

  it('stands in the list of projects with how far it is', async () => {
    expect((await team.get('/team')).text).toMatch(
      /href="\/team\/mijn\/questionnaire"[\s\S]*Vragenlijst: in opmaak · nog geen antwoorden, nog geen bibs in het register/,
    );
  });

  it('shows what a pasted list would do, stores it when that is asked, and counts by it', async () => {
    const shown = await send({ csv: good, go: 'check' });
    expect(shown.status).toBe(422);
    expect(typedIn(shown)).toBe(good);
    const done = await send({ csv: good, go: 'save', seen: seenIn(shown) });
    expect(done).toMatchObject({ status: 303, location: `${path}?stored=2` });
    expect(await codes()).toEqual(['berk', 'linde']);
    expect((await projectByCode(app.ctx.db.kysely, 'mijn'))?.registerDate).toBe('2026-03-01');
    const page = (await team.follow(done)).text;
    expect(page).toContain('2 bibs staan nu in het register');
    expect(page).toContain('Stand van 1 maart 2026');
    expect(page).toMatch(
      /<th scope="row">1-3<\/th><td class="numeric">0<\/td><td class="numeric">1<\/td><td class="numeric total">1/,
    );
    expect((await team.get('/team/mijn/fieldwork')).text).toContain('0 van de 2 bibliotheken');
    expect((await team.get(`${path}/register.csv`)).text.replaceAll('\r\n', '\n')).toContain(
      'linde;De Linde;',
    );
  });
});

describe('a second list', () => {
  const next = 'code,name,province,size\nlinde,De Nieuwe Linde,Limburg,1-3\nolm,De Olm <b>,Limburg,4-10\n';

  it('names what is new, changed and gone, from a file in the letters of Windows too', async () => {
    const bytes = Buffer.from(next.replace('Olm', 'Olmé'), 'latin1');
    const shown = await send({ csv: 'wat er nog stond' }, { file: new File([bytes], 'bibs.csv') });
    expect(shown.text).toContain('De Olmé &lt;b&gt; (olm): Limburg, 4-10');
    expect(shown.text).toContain('linde: De Linde, Limburg, 1-3 → De Nieuwe Linde, Limburg, 1-3');
    expect(shown.text).toMatch(/1 bib verdwijnt[\s\S]*De Berk \(berk\)/);
    expect(await codes()).toEqual(['berk', 'linde']);
  });

  it('is stored only as it was shown: after another change it is shown anew', async () => {
    const shown = await send({ csv: next, go: 'check' });
    const other = await send({ csv: `${next}els,De Els,Limburg,1-3\n`, go: 'save', seen: seenIn(shown) });
    expect(other.status).toBe(422);
    expect(other.text).toContain('3 bibs gelezen');
    expect(await codes()).toEqual(['berk', 'linde']);
    // Browsers send every line break of a box as CR LF.
    const crlf = next.replaceAll('\n', '\r\n');
    expect((await send({ csv: crlf, go: 'save', seen: seenIn(shown) })).status).toBe(303);
    expect(await codes()).toEqual(['linde', 'olm']);
  });
});

describe('a list with mistakes', () => {
  it('is refused with each at its row, keeps what was typed and stores nothing', async () => {
    const before = await stored();
    const wrong =
      'code;naam;provincie;grootte\nlinde;De Linde;Limburg;\nlinde;Nog een;Limburg\ne e;Els;Luik;1-3\n';
    const refused = await send({ csv: wrong, go: 'save', date: '1 maart' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Er zijn 4 fouten: er is niets bewaard');
    for (const words of ['Regel 2, kolom “grootte”', 'Regel 3', 'Regel 4, kolom “code”', 'Stand van'])
      expect(refused.text).toContain(`<strong>${words}</strong>`);
    expect(typedIn(refused)).toBe(wrong);
    expect(await stored()).toEqual(before);
  });

  it('or without anything, or with a quote that is never closed, says so', async () => {
    expect((await send({ csv: '', go: 'check' })).text).toContain('dit bestand is leeg');
    const open = 'code;naam;provincie;grootte\nlinde;"De Linde;Limburg;1-3\n';
    expect((await send({ csv: open, go: 'check' })).text).toContain('nergens dicht');
  });

  it('cannot leave out libraries that answered', async () => {
    const before = await stored('ooo');
    const refused = await send({ csv: good, go: 'save' }, { to: '/team/ooo/register' });
    expect(refused.text).toContain('heeft geantwoord maar staat niet in dit register');
    expect(await stored('ooo')).toEqual(before);
  });

  it('changes nothing without the token of the session, or from somebody who is not signed in', async () => {
    const form = new FormData();
    form.set('csv', good);
    expect((await team.post(path, form)).status).toBe(403);
    expect((await app.visitor().get(path)).status).toBe(303);
  });
});
