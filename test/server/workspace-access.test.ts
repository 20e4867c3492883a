// The way into the workspace: set-up link, sign-in, limits, form tokens.
import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { replaceSetupToken } from '../../server/db/setup-tokens.ts';
import { hashToken } from '../../server/identity/tokens.ts';
import { type App, type Page, startApp, type Visitor } from '../set-up/start-app.ts';

const email = 'team@bib.example';
const password = 'vier woorden zijn genoeg';
const setUp = '/team/set-up/eenmalig';

let app: App;
beforeEach(async () => {
  app = await startApp();
  await replaceSetupToken(app.ctx.db.kysely, hashToken('setup', 'eenmalig'), '2024-01-01T00:00:00Z');
});
afterEach(() => app.stop());

const tokenOf = (page: Page) => /name="csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';

async function makeAccount(visitor: Visitor): Promise<Page> {
  const csrf = tokenOf(await visitor.get(setUp));
  return visitor.post(setUp, { csrf, email, password });
}

async function signIn(visitor: Visitor, given: { email?: string; password?: string; to?: string } = {}) {
  const csrf = tokenOf(await visitor.get('/team/sign-in'));
  return visitor.post('/team/sign-in', { csrf, email, password, to: '', ...given });
}

function expectDressed({ text }: Page) {
  expect(text).toContain('/assets/project.css?');
  expect(text).toMatch(/class="start-form narrow-form"[\s\S]*<button class="button primary"/);
}

/** Signs in from another address of this machine; gives the status. */
function signInFrom(localAddress: string): Promise<number> {
  const body = new URLSearchParams({ email, password }).toString();
  const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: app.address };
  return new Promise((resolve, reject) => {
    const url = `${app.address.replace('localhost', '127.0.0.1')}/team/sign-in`;
    const sent = request(url, { method: 'POST', localAddress, headers }, (reply) => {
      reply.resume();
      resolve(reply.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Sends the first bytes of a large form and waits for the reply: who reads the form would wait for the rest of it. */
function beginLargeForm(path: string, type: string): Promise<number> {
  const headers = { 'content-type': type, 'content-length': 3_000_000, origin: app.address };
  return new Promise((resolve, reject) => {
    const sent = request(`${app.address}${path}`, { method: 'POST', headers }, (reply) => {
      resolve(reply.statusCode ?? 0);
      sent.destroy();
    });
    sent.on('error', reject);
    sent.write('--grens\r\n');
  });
}

describe('a large form of nobody who is signed in', () => {
  it.each([
    ['/team/proef/register', 'multipart/form-data; boundary=grens'],
    ['/team/proef/own-data/een', 'application/x-www-form-urlencoded'],
    ['/team/proef/surveys/new', 'application/x-www-form-urlencoded'],
    ['/team/proef/definition-file', 'application/x-www-form-urlencoded'],
  ])('%s is refused before it is read', async (path, type) => {
    expect(await beginLargeForm(path, type)).toBe(403);
  });
});

describe('the set-up link', () => {
  it('makes the first account and signs it in', async () => {
    const visitor = app.visitor();
    const made = await makeAccount(visitor);
    expect([made.status, made.location]).toEqual([303, '/team']);
    expect((await visitor.get('/team')).status).toBe(200);
  });

  it('works once', async () => {
    await makeAccount(app.visitor());
    const again = await app.visitor().get(setUp);
    expect(again.status).toBe(410);
    expect(again.text).toContain('Deze link werkt niet meer');
  });

  it('makes one account when it is used twice at the same moment', async () => {
    const visitors = [app.visitor(), app.visitor()];
    const tokens = await Promise.all(visitors.map(async (visitor) => tokenOf(await visitor.get(setUp))));
    const pages = await Promise.all(
      visitors.map((visitor, index) =>
        visitor.post(setUp, { csrf: tokens[index] ?? '', email: `p${index}@bib.example`, password }),
      ),
    );
    expect(pages.map((page) => page.status).sort((a, b) => a - b)).toEqual([303, 410]);
  });

  it('that is wrong or was replaced is not known', async () => {
    await replaceSetupToken(app.ctx.db.kysely, hashToken('setup', 'nieuw'), '2024-01-02T00:00:00Z');
    expect((await app.visitor().get(setUp)).status).toBe(404);
    expect((await app.visitor().get('/team/set-up/nieuw')).status).toBe(200);
  });

  it('says what is wrong with an address and a password, and keeps the address typed', async () => {
    const visitor = app.visitor();
    const csrf = tokenOf(await visitor.get(setUp));
    const page = await visitor.post(setUp, { csrf, email: 'geen adres', password: 'kort' });
    expect(page.status).toBe(422);
    expect(page.text).toContain('Vul een e-mailadres in');
    expect(page.text).toContain('minstens 12 tekens');
    expect(page.text).toContain('value="geen adres"');
    expect(page.text).not.toContain('value="kort"');
    expect((await makeAccount(visitor)).status).toBe(303);
  });
});

describe('the forms that lead in', () => {
  it('stand in the dress of every other form of the workspace', async () => {
    const visitor = app.visitor();
    expectDressed(await visitor.get(setUp));
    expectDressed(await visitor.get('/team/sign-in'));
  });
});

describe('signing in', () => {
  beforeEach(() => makeAccount(app.visitor()));

  it('opens the workspace, and the page first asked for', async () => {
    const visitor = app.visitor();
    const asked = await visitor.get('/team/ooo/needs');
    expect([asked.status, asked.location]).toEqual([303, '/team/sign-in?to=%2Fteam%2Fooo%2Fneeds']);
    const page = await signIn(visitor, { to: '/team/ooo/needs' });
    expect([page.status, page.location]).toEqual([303, '/team/ooo/needs']);
  });

  it('never goes on to another site', async () => {
    for (const to of ['https://kwaad.example', '//kwaad.example', '/team//kwaad.example', '/s/ooo']) {
      expect((await signIn(app.visitor(), { to })).location).toBe('/team');
    }
  });

  it('gives a new session, so that one planted before is worth nothing', async () => {
    const visitor = app.visitor();
    await signIn(visitor);
    const before = visitor.cookies.get('session');
    await signIn(visitor);
    expect(visitor.cookies.get('session')).not.toBe(before);
  });

  it('begins with a form that leaves nothing behind', async () => {
    const sessions = () => app.ctx.db.kysely.selectFrom('sessions').select('id_hash').execute();
    const before = await sessions();
    const visitor = app.visitor();
    await visitor.get('/team/sign-in');
    await signIn(visitor, { password: 'iets heel anders' });
    expect(visitor.cookies.size).toBe(0);
    expect(await sessions()).toEqual(before);
  });

  it('says the same for a wrong password and for an unknown address', async () => {
    for (const given of [{ password: 'iets heel anders' }, { email: 'niemand@bib.example' }]) {
      const page = await signIn(app.visitor(), given);
      expect(page.status).toBe(422);
      expect(page.text).toContain('Het e-mailadres of het wachtwoord klopt niet');
    }
  });

  it('takes the address in capitals and with spaces', async () => {
    expect((await signIn(app.visitor(), { email: ' Team@Bib.Example ' })).status).toBe(303);
  });

  it('is refused for a while after eight wrong passwords, also with the right one', async () => {
    const visitor = app.visitor();
    for (let attempt = 0; attempt < 8; attempt += 1) {
      expect((await signIn(visitor, { password: `poging nummer ${attempt}` })).status).toBe(422);
    }
    const page = await signIn(app.visitor());
    expect(page.status).toBe(429);
    expect(page.text).toMatch(/Wacht 1\d minuten/);
  });

  it.skipIf(process.platform !== 'linux')(
    'stays open to its owner elsewhere while another guesses',
    async () => {
      const stranger = app.visitor();
      for (let attempt = 0; attempt < 120; attempt += 1) {
        await stranger.post('/team/sign-in', { email, password: 'mis' });
      }
      expect((await signIn(app.visitor())).status).toBe(429);
      // Only on Linux has every machine more than one address of its own.
      expect(await signInFrom('127.0.0.2')).toBe(303);
    },
  );

  it('never counts the right password', async () => {
    for (let round = 0; round < 22; round += 1) {
      const signedIn = await Promise.all(Array.from({ length: 5 }, () => signIn(app.visitor())));
      expect(signedIn.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303]);
    }
  }, 60_000);

  it('starts counting anew after the right password', async () => {
    const visitor = app.visitor();
    for (let round = 0; round < 2; round += 1) {
      for (let attempt = 0; attempt < 5; attempt += 1) await signIn(visitor, { password: 'nog eens fout' });
      expect((await signIn(visitor)).status).toBe(303);
    }
  });

  it('ends with signing out, on the server too', async () => {
    const visitor = app.visitor();
    await signIn(visitor);
    const session = visitor.cookies.get('session') ?? '';
    const csrf = tokenOf(await visitor.get('/team'));
    expect((await visitor.post('/team/sign-out', { csrf })).location).toBe('/team/sign-in');
    const thief = app.visitor();
    thief.cookies.set('session', session);
    expect((await thief.get('/team')).location).toMatch(/^\/team\/sign-in/);
  });

  it('is not possible with the session id out of the database', async () => {
    await signIn(app.visitor());
    const rows = await app.ctx.db.kysely.selectFrom('sessions').select('id_hash').execute();
    const thief = app.visitor();
    for (const { id_hash } of rows) {
      thief.cookies.set('session', `s:${id_hash}`);
      expect((await thief.get('/team')).status).toBe(303);
    }
    expect(rows.length).toBeGreaterThan(0);
  });
});

describe('a form of the workspace', () => {
  it('changes nothing without the token of its session', async () => {
    const visitor = app.visitor();
    await visitor.get(setUp);
    for (const csrf of ['', 'verzonnen', tokenOf(await app.visitor().get(setUp))]) {
      const page = await visitor.post(setUp, { csrf, email, password });
      expect(page.status).toBe(403);
      expect(page.text).toContain('Dit formulier is verlopen');
    }
    expect((await makeAccount(visitor)).status).toBe(303);
  });

  it('carries a cookie that no script and no other site can use', async () => {
    const page = await app.visitor().get(setUp);
    const [cookie = ''] = page.headers.getSetCookie();
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect(cookie).toMatch(/Path=\/team/);
  });
});
