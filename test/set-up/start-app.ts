// The real application on a free port with an empty database of its own, and people who talk to it over HTTP.

import { readConfig } from '../../server/config.ts';
import type { Overrides } from '../../server/context.ts';
import { type RunningServer, startServer } from '../../server/start.ts';
import { newTestDatabase } from './test-database.ts';

export interface App extends Pick<RunningServer, 'ctx' | 'address'> {
  /** A visitor with cookies of their own. */
  visitor(): Visitor;
  stop(): Promise<void>;
}

/**
 * Starts the application; stop it after the test. Log lines go nowhere unless the test takes them.
 * @param settings of the environment, beside port and database
 */
export async function startApp(
  overrides: Overrides = {},
  settings: Readonly<Record<string, string>> = {},
): Promise<App> {
  const database = await newTestDatabase();
  const config = readConfig({ PORT: '0', ...database.environment, ...settings });
  const server = await startServer(config, overrides);
  return {
    ctx: server.ctx,
    address: server.address,
    visitor: () => new Visitor(server.address),
    stop: async () => {
      await server.stop();
      await database.drop();
    },
  };
}

export interface Page {
  readonly status: number;
  readonly location: string | null;
  readonly headers: Headers;
  readonly text: string;
}

/** Somebody with a browser that keeps cookies and follows no redirect by itself. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  readonly #address: string;

  constructor(address: string) {
    this.#address = address;
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Page> {
    return this.#request(path, { headers });
  }

  /** Posts a form from our own pages; other headers can make it come from elsewhere. */
  post(
    path: string,
    fields: Readonly<Record<string, string>> | URLSearchParams | FormData = {},
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Page> {
    return this.#request(path, {
      method: 'POST',
      body: fields instanceof FormData ? fields : new URLSearchParams(fields),
      headers: { origin: this.#address, 'sec-fetch-site': 'same-origin', ...headers },
    });
  }

  /** Gets the page and what it redirects to, at most five times. */
  async follow(page: Page): Promise<Page> {
    let here = page;
    for (let step = 0; here.location !== null && step < 5; step += 1) here = await this.get(here.location);
    return here;
  }

  async #request(path: string, init: RequestInit): Promise<Page> {
    const headers = new Headers(init.headers);
    if (this.cookies.size > 0) {
      headers.set('cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    }
    const reply = await fetch(new URL(path, this.#address), { ...init, headers, redirect: 'manual' });
    for (const line of reply.headers.getSetCookie()) this.#keep(line);
    return {
      status: reply.status,
      location: reply.headers.get('location'),
      headers: reply.headers,
      text: await reply.text(),
    };
  }

  #keep(line: string): void {
    const [pair = ''] = line.split(';');
    const at = pair.indexOf('=');
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
    if (value === '' || /max-age=0|expires=Thu, 01 Jan 1970/i.test(line)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}
