// A page arrives whole and compressed, whether it was compressed at once or by another thread.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sendHtml } from '../../server/http/send-html.ts';

const pages: Readonly<Record<string, string>> = {
  '/short': '<p>Kort.</p>',
  '/page': '<p>Een bladzijde.</p>'.repeat(200),
  '/long': '<p>Een lange bladzijde met ëën accent.</p>'.repeat(5000),
};

let server: ReturnType<ReturnType<typeof express>['listen']>;
beforeEach(async () => {
  const app = express();
  app.use((request, response) => sendHtml(response, pages[request.path] ?? ''));
  server = app.listen(0);
  await once(server, 'listening');
});
afterEach(() => server.close());

function ask(path: string, encoding: string): Promise<Response> {
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  return fetch(`http://localhost:${port}${path}`, { headers: { 'accept-encoding': encoding } });
}

describe('a page', () => {
  it.each(Object.entries(pages))('of %s is what was written', async (path, html) => {
    for (const encoding of ['gzip', 'identity']) {
      expect(await (await ask(path, encoding)).text()).toBe(html);
    }
  });

  it.each(['/page', '/long'])('of %s is compressed where the browser can', async (path) => {
    expect((await ask(path, 'gzip, br')).headers.get('content-encoding')).toBe('gzip');
    expect((await ask(path, 'identity')).headers.get('content-encoding')).toBe(null);
  });
});
