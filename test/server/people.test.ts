// The team of a project: who may see and change what, coming in by an invitation, other roles, and going out (PRV-18).
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invite as inviteCommand } from '../../server/commands/invite.ts';
import { newPassword } from '../../server/commands/new-password.ts';
import { readConfig } from '../../server/config.ts';
import { createAccount } from '../../server/db/accounts.ts';
import { dataLogOf } from '../../server/db/data-log.ts';
import { giveRoles, invitationsOf, peopleOf } from '../../server/db/people.ts';
import { areaOf } from '../../server/http/team/area-of.ts';
import { teamRoutes } from '../../server/http/team/index.ts';
import { hashPassword } from '../../server/identity/passwords.ts';
import { areas, mayDo, type TeamRole, teamRoles } from '../../server/identity/roles.ts';
import { purgeInvitations } from '../../server/operations/purge-drafts.ts';
import { type RunningServer, startServer } from '../../server/start.ts';
import { runAsTyped } from '../set-up/run-command.ts';
import { type Page, Visitor } from '../set-up/start-app.ts';
import { addDemonstration } from '../set-up/start-demonstration.ts';
import { newTestDatabase, type TestDatabase } from '../set-up/test-database.ts';

const password = 'een lang wachtwoord';
let database: TestDatabase;
let server: RunningServer;
let now = new Date('2026-03-01T09:00:00Z');
let passwordHash: string;

const db = () => server.ctx.db.kysely;
const tokenOf = ({ text }: Page) =>
  /name="csrf" value="([^"]*)"/.exec(text)?.[1]?.replaceAll('&#x3D;', '=') ?? '';
const config = () => readConfig({ PORT: '0', ...database.environment });

beforeAll(async () => {
  database = await newTestDatabase();
  server = await startServer(config(), { now: () => now });
  await addDemonstration(server.ctx);
  passwordHash = await hashPassword(password);
  // Of real people: only the team comes in.
  await db().updateTable('projects').set({ demonstration: 0 }).execute();
  await person('lead', ['lead']);
});
afterAll(async () => {
  await server?.stop();
  await database?.drop();
});

/** Somebody who is signed in, with these roles in the project; with none, in no project at all. */
async function person(id: string, roles: readonly TeamRole[]): Promise<void> {
  const at = now.toISOString();
  await createAccount(db(), { id, email: `${id}@bib.example` }, passwordHash, at);
  if (roles.length > 0) await giveRoles(db(), 'ooo', id, roles, at);
}

async function signedIn(id: string, secret = password) {
  const visitor = new Visitor(server.address);
  const csrf = tokenOf(await visitor.get('/team/sign-in'));
  await visitor.post('/team/sign-in', { csrf, to: '', email: `${id}@bib.example`, password: secret });
  const own = tokenOf(await visitor.get('/team'));
  return {
    visitor,
    get: (path: string) => visitor.get(path),
    post: (path: string, fields: Readonly<Record<string, string>> = {}) =>
      visitor.post(path, { csrf: own, ...fields }),
  };
}

/** Every address below a project, with its method, as the workspace has them. */
function addresses(): readonly { readonly method: 'GET' | 'POST'; readonly path: string }[] {
  const { stack } = teamRoutes(server.ctx);
  return stack.flatMap(({ route }) => {
    if (!route) return [];
    const paths: readonly string[] = [route.path].flat();
    const method = route.stack.some((layer) => layer.method === 'get') ? ('GET' as const) : ('POST' as const);
    return paths
      .filter((path) => path.startsWith('/:project/'))
      .map((path) => ({ method, path: path.slice('/:project'.length) }));
  });
}

describe('rights', () => {
  test('every address of the workspace belongs to a part that rights are given over', () => {
    expect(addresses().length).toBeGreaterThan(100);
    expect(addresses().filter(({ path }) => areaOf(path) === null)).toEqual([]);
    expect(areaOf('/something/else')).toBeNull();
    // Addresses under another part's that are for fewer, in whatever letters.
    expect(
      ['/Results/Remarks/Second', '/surveys/ooo/CLOSE/', '/records/contact/x/erase', '/coding/quotes'].map(
        areaOf,
      ),
    ).toEqual(['coding', 'fieldwork', 'fieldwork', 'quotes']);
  });

  test('the matrix of roles and parts', () => {
    const lineOf = (role: TeamRole) =>
      areas.map((area) => (mayDo([role], area, 'change') ? 'C' : mayDo([role], area, 'see') ? 's' : '.'));
    expect(Object.fromEntries(teamRoles.map((role) => [role, lineOf(role).join('')]))).toEqual({
      // questionnaire, fieldwork, results, coding, quotes, needs, panel, report, data, people
      lead: 'CCCCCCCCCC',
      editor: 'Css..Css..',
      analyst: 'ssCCsCssC.',
      coder: 's..Cs.....',
      publisher: 'sss.CssC..',
      dataOfficer: 'ss.....sCs',
    });
  });

  test.each(teamRoles)(
    'a %s gets what the matrix says and nothing else, at every address',
    async (role) => {
      await person(`only-${role}`, [role]);
      const { get, post } = await signedIn(`only-${role}`);
      const given = { project: 'ooo', survey: 'ooo', need: 'N1', version: '1', round: '1', reader: 'team' };
      const filled = (path: string) =>
        `/team/ooo${path.replaceAll(/\{[^}]*\}/g, '').replaceAll(/:(\w+)/g, (_, name: string) => Object.entries(given).find(([key]) => key === name)?.[1] ?? 'x')}`;
      for (const { method, path } of addresses()) {
        const area = areaOf(path);
        const right = method === 'GET' ? 'see' : 'change';
        if (area === null || mayDo([role], area, right)) continue;
        const page = await (method === 'GET' ? get(filled(path)) : post(filled(path)));
        expect([method, path, page.status]).toEqual([method, path, 403]);
        expect(page.text).toContain('Dit is voor een andere rol');
      }
      const home = await get('/team/ooo');
      expect((await get(home.location ?? '')).status).toBe(200);
    },
    120_000,
  );

  test('to somebody of no team the project is not there, not even its name', async () => {
    await person('stranger', []);
    const { get, post } = await signedIn('stranger');
    expect((await get('/team')).text).not.toContain('/team/ooo');
    for (const page of [
      await get('/team/ooo'),
      await get('/team/ooo/results'),
      await post('/team/ooo/publish'),
    ])
      expect(page.status).toBe(404);
  });

  test('the chain shows the steps somebody may see', async () => {
    const { get } = await signedIn('only-coder');
    const { text } = await get('/team/ooo/questionnaire');
    expect(text.match(/class="station /g)).toHaveLength(1);
    expect(text).not.toContain('/team/ooo/people');
  });
});

describe('an invitation', () => {
  const linkIn = ({ text }: Page) => /value="[^"]*(\/team\/join\/[^"]+)"/.exec(text)?.[1] ?? '';
  const invited = async (fields: Readonly<Record<string, string>>) =>
    (await signedIn('lead')).post('/team/ooo/people/invite', fields);

  test('names its mistakes at the field and keeps what was typed', async () => {
    const page = await invited({ forWhom: '', coder: '1' });
    expect(page.status).toBe(422);
    expect(page.text).toContain('Vul in voor wie de link is.');
    expect(page.text).toMatch(/id="invite-coder"[^>]* checked/);
    expect((await invited({ forWhom: 'Noor' })).text).toContain('Kies minstens één rol.');
  });

  test('lets one person in, who makes an account and has these roles in this project alone', async () => {
    const link = linkIn(await invited({ forWhom: 'Noor', coder: '1' }));
    expect((await invitationsOf(db(), 'ooo', '2026-03-01')).map(({ forWhom }) => forWhom)).toEqual(['Noor']);
    const visitor = new Visitor(server.address);
    const form = await visitor.get(link);
    expect(form.text).toContain('Meewerken aan');
    const csrf = tokenOf(form);
    const wrong = await visitor.post(link, { csrf, email: 'noor', password: 'kort' });
    expect(wrong.status).toBe(422);
    const taken = await visitor.post(link, { csrf, email: 'LEAD@bib.example', password });
    expect(taken.text).toContain('Voor dit e-mailadres is er al een account.');
    const made = await visitor.post(link, { csrf, email: 'noor@bib.example', password });
    expect(made.location).toBe('/team/ooo');
    const noor = (await peopleOf(db(), 'ooo')).find(({ email }) => email === 'noor@bib.example');
    expect(noor?.roles).toEqual(['coder']);
    expect((await visitor.get('/team/ooo/results')).status).toBe(403);
    expect((await new Visitor(server.address).get(link)).status).toBe(410);
    expect(await invitationsOf(db(), 'ooo', '2026-03-01')).toEqual([]);
  });

  test('of somebody with an account asks first, and adds its roles to those there are', async () => {
    const link = linkIn(await invited({ forWhom: 'analist', publisher: '1' }));
    const { get, post } = await signedIn('only-analyst');
    expect((await get(link)).text).toContain('only-analyst@bib.example');
    expect((await post(link)).location).toBe('/team/ooo');
    const roles = (await peopleOf(db(), 'ooo')).find(({ account }) => account === 'only-analyst')?.roles;
    expect(roles).toEqual(['analyst', 'publisher']);
  });

  test('can be taken back, and opens nothing after its last day', async () => {
    const lead = await signedIn('lead');
    const back = linkIn(await invited({ forWhom: 'niet meer', editor: '1' }));
    const [{ id } = { id: '' }] = await invitationsOf(db(), 'ooo', '2026-03-01');
    await lead.post(`/team/ooo/people/invitations/${id}/remove`);
    expect((await new Visitor(server.address).get(back)).status).toBe(410);
    const late = linkIn(await invited({ forWhom: 'te laat', editor: '1' }));
    now = new Date('2026-03-08T23:00:00Z');
    expect((await new Visitor(server.address).get(late)).status).toBe(200);
    now = new Date('2026-03-09T01:00:00Z');
    expect((await new Visitor(server.address).get(late)).status).toBe(410);
    expect(await purgeInvitations(server.ctx)).toBe(1);
  });

  test('is made on the machine too, for a project whose lead is gone', async () => {
    const { code, printed } = await runAsTyped(config(), inviteCommand, ['ooo', '--roles', 'lead,coder']);
    expect(code).toBe(0);
    expect((await new Visitor(server.address).get(new URL(printed[0] ?? '').pathname)).status).toBe(200);
    const wrong = await runAsTyped(config(), inviteCommand, ['ooo', '--roles', 'baas']);
    expect([wrong.code, wrong.told.join()]).toEqual([2, expect.stringContaining('baas')]);
    expect((await runAsTyped(config(), inviteCommand, ['nergens'])).code).toBe(1);
  });
});

describe('roles', () => {
  test('are changed by the lead, who cannot leave a project without one', async () => {
    const lead = await signedIn('lead');
    expect((await lead.get('/team/ooo/people')).status).toBe(200);
    const alone = await lead.post('/team/ooo/people/lead', { editor: '1' });
    // Only the lead of this test leads: the one of the matrix gives it up first.
    expect(alone.status).toBe(303);
    await giveRoles(db(), 'ooo', 'lead', ['lead'], now.toISOString());
    await lead.post('/team/ooo/people/invite', { forWhom: 'later', lead: '1' });
    expect(await invitationsOf(db(), 'ooo', '2026-03-09')).toHaveLength(1);
    await lead.post('/team/ooo/people/only-lead', { editor: '1' });
    expect(await invitationsOf(db(), 'ooo', '2026-03-09')).toEqual([]);
    for (const last of [
      await lead.post('/team/ooo/people/lead', { editor: '1' }),
      await lead.post('/team/ooo/people/lead/remove'),
    ]) {
      expect(last.status).toBe(409);
      expect(last.text).toContain('Een project houdt minstens één projectleider.');
    }
    expect((await lead.post('/team/ooo/people/only-editor', {})).status).toBe(422);
  });

  test('that are taken away close the door at once, and every change is a line in the log', async () => {
    const editor = await signedIn('only-editor');
    expect((await editor.get('/team/ooo/needs')).status).toBe(200);
    await (await signedIn('lead')).post('/team/ooo/people/only-editor/remove');
    expect((await editor.get('/team/ooo/needs')).status).toBe(404);
    const log = await dataLogOf(db(), 'ooo');
    expect(log.at(-1)).toMatchObject({
      act: 'rolesGiven',
      person: 'only-editor@bib.example',
      details: { roles: [] },
    });
    expect(new Set(log.map(({ act }) => act))).toEqual(new Set(['invited', 'joined', 'rolesGiven']));
    const { text } = await (await signedIn('only-dataOfficer')).get('/team/ooo/data');
    expect(text).toContain('Uit het team gehaald: only-editor@bib.example');
  });
});

describe('a password', () => {
  test('is changed by its owner alone, and ends every other session', async () => {
    const [here, elsewhere] = [await signedIn('only-publisher'), await signedIn('only-publisher')];
    const wrong = await here.post('/team/account', { now: 'iets anders helemaal', next: 'kort' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Dit is niet je wachtwoord.');
    const next = 'een heel ander wachtwoord';
    expect((await here.post('/team/account', { now: password, next })).location).toBe(
      '/team/account?changed=1',
    );
    expect((await here.get('/team/ooo/report')).status).toBe(200);
    expect((await elsewhere.get('/team/ooo/report')).location).toContain('/team/sign-in');
    expect((await (await signedIn('only-publisher', next)).get('/team/ooo/report')).status).toBe(200);
  });

  test('that was lost is made anew on the machine', async () => {
    const before = await signedIn('only-publisher', 'een heel ander wachtwoord');
    const { code, printed } = await runAsTyped(config(), newPassword, ['only-publisher@bib.example']);
    expect(code).toBe(0);
    expect((await before.get('/team')).location).toContain('/team/sign-in');
    expect((await (await signedIn('only-publisher', printed[0])).get('/team/ooo/report')).status).toBe(200);
    expect((await runAsTyped(config(), newPassword, ['niemand@bib.example'])).code).toBe(1);
  });
});
