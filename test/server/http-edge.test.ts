// What holds for every request: headers, refusals in plain words, static files.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { createContext } from '../../server/context.ts';
import { createLog } from '../../server/log.ts';
import { type App, startApp } from '../set-up/start-app.ts';
import { newTestDatabase } from '../set-up/test-database.ts';

let app: App;
let lines: string[];
beforeEach(async () => {
  lines = [];
  app = await startApp({
    log: createLog(
      (line) => lines.push(line),
      () => new Date(0),
    ),
  });
});
afterEach(() => app.stop());

describe('every answer', () => {
  it('lets the browser use nothing but our own files', async () => {
    const { headers } = await app.visitor().get('/');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe-inline');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  it('is compressed where the browser can take it', async () => {
    for (const [accepted, encoding] of [
      ['gzip, br', 'gzip'],
      ['identity', null],
    ] as const) {
      const page = await app.visitor().get('/privacy', { 'accept-encoding': accepted });
      expect(page.headers.get('content-encoding')).toBe(encoding);
      expect(page.headers.get('vary')).toBe('Accept-Encoding');
      expect(page.text).toContain('</html>');
    }
  });

  it('speaks the language asked for, and remembers it', async () => {
    const visitor = app.visitor();
    expect((await visitor.get('/nergens')).text).toContain('<html lang="nl">');
    expect((await visitor.get('/nergens?lang=en')).text).toContain('This page does not exist');
    expect((await visitor.get('/nergens')).text).toContain('<html lang="en">');
    expect((await visitor.get('/nergens?lang=xx')).text).toContain('<html lang="en">');
  });
});

describe('behind https', () => {
  it('every cookie stays on encrypted connections', async () => {
    const database = await newTestDatabase();
    const config = readConfig({ ...database.environment, BASE_URL: 'https://bib.example' });
    const ctx = await createContext(config);
    const server = createServer(createApp(ctx)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const reply = await fetch(`http://127.0.0.1:${port}/?lang=en`);
    expect(reply.headers.getSetCookie()[0]).toMatch(/^language=en;.*Secure/);
    expect(reply.headers.get('strict-transport-security')).not.toBeNull();
    server.closeAllConnections();
    server.close();
    await ctx.close();
    await database.drop();
  });
});

describe('a request that cannot be answered', () => {
  it('gets a page that says there is no such page', async () => {
    const page = await app.visitor().get('/nergens');
    expect(page.status).toBe(404);
    expect(page.text).toContain('Deze pagina is er niet');
  });

  it('gets 404 for a survey, report, panel or project that is not there', async () => {
    for (const path of ['/s/nergens', '/r/nergens', '/p/nergens']) {
      const page = await app.visitor().get(path);
      expect([path, page.status]).toEqual([path, 404]);
    }
  });

  it.each([
    ['from another site', { 'sec-fetch-site': 'cross-site', origin: 'https://kwaad.example' }],
    ['from a neighbouring site', { 'sec-fetch-site': 'same-site', origin: 'https://kwaad.example' }],
  ])('is refused when it is a form %s', async (_, headers) => {
    const page = await app.visitor().post('/team/sign-in', { email: 'a' }, headers);
    expect(page.status).toBe(403);
    expect(page.text).toContain('kwam van een andere website');
  });

  it('is refused by its origin where the browser says no more', async () => {
    const post = (origin: string) =>
      fetch(`${app.address}/s/nergens/start`, { method: 'POST', headers: { origin } });
    expect((await post('https://kwaad.example')).status).toBe(403);
    expect((await post('null')).status).toBe(403);
    expect((await post(app.address)).status).toBe(404);
  });

  it('gets 413 with a clear page when its form is too large', async () => {
    const page = await app.visitor().post('/s/nergens/start', { text: 'x'.repeat(300_000) });
    expect(page.status).toBe(413);
    expect(page.text).toContain('Dit formulier is te groot');
  });

  it('gets 413 when its form has thousands of fields', async () => {
    const fields = Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`f${index}`, '1']));
    expect((await app.visitor().post('/s/nergens/start', fields)).status).toBe(413);
  });

  it('gets a 4xx for a broken address, a broken cookie and an unknown encoding', async () => {
    const post = (headers: Record<string, string>) =>
      fetch(`${app.address}/s/nergens/start`, {
        method: 'POST',
        body: 'a=1',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      });
    expect((await app.visitor().get('/s/%E0%A4%A')).status).toBe(400);
    expect((await app.visitor().get('/', { cookie: 'language=%E0%A4%A; =; ;;' })).status).toBe(200);
    expect((await post({ 'content-encoding': 'zip' })).status).toBe(415);
    expect(
      (await post({ 'content-type': 'application/x-www-form-urlencoded; charset=klingon' })).status,
    ).toBe(415);
  });

  it('gets a page without a stack trace when something unexpected happens, and the log tells it', async () => {
    await app.ctx.db.kysely.schema.dropTable('reports').execute();
    const page = await app.visitor().get('/r/ooo?naam=geheim');
    expect(page.status).toBe(500);
    expect(page.text).toContain('Er ging iets mis bij ons');
    expect(page.text).not.toMatch(/at .*\.ts|node_modules|from "reports"/);
    expect(lines.join('')).toContain('reports');
    expect(lines.join('')).not.toContain('geheim');
  });
});

describe('the static files', () => {
  it('are kept for ever under an address with their hash, and asked again without', async () => {
    const visitor = app.visitor();
    const [address = ''] = /\/assets\/site\.css\?v&#x3D;[\w-]+/.exec((await visitor.get('/')).text) ?? [];
    const hashed = await visitor.get(address.replace('&#x3D;', '='));
    expect(hashed.headers.get('cache-control')).toContain('immutable');
    expect(hashed.headers.get('content-type')).toBe('text/css; charset=utf-8');
    const plain = await visitor.get('/assets/site.css');
    expect(plain.headers.get('cache-control')).toBe('no-cache');
    const etag = plain.headers.get('etag') ?? '';
    expect((await visitor.get('/assets/site.css', { 'if-none-match': etag })).status).toBe(304);
  });

  it('have an icon, also for a browser that asks for it by itself', async () => {
    const visitor = app.visitor();
    const page = await visitor.get('/privacy');
    expect(page.text).toMatch(/<link rel="icon" href="\/assets\/icon\.svg/);
    const icon = await visitor.get('/favicon.ico');
    expect([icon.status, icon.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
    expect(icon.text).toMatch(/^<svg/);
  });

  it('are compressed the way the browser knows', async () => {
    for (const encoding of ['br', 'gzip']) {
      const reply = await app.visitor().get('/assets/vendor/chart.js', { 'accept-encoding': encoding });
      expect(reply.headers.get('content-encoding')).toBe(encoding);
      expect(reply.text.length).toBeGreaterThan(100_000);
    }
  });

  it('are only those of the program', async () => {
    for (const path of ['/assets/../package.json', '/assets/..%2fpackage.json', '/assets/tsconfig.json']) {
      expect((await app.visitor().get(path)).status).toBe(404);
    }
  });
});
