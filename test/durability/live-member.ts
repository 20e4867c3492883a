// A member in the room as a tablet is one: orders, saves after every move, hands in, follows the session, and tries again
// whenever the connection or the server is gone. It remembers what it was told is saved, for the test to hold against.
import { request } from 'node:http';
import type { LiveNews } from '../../server/http/live/news.ts';
import { openScreen, type Screen } from '../server/live-stream.ts';

/** How a connection breaks: before all was sent, or after the server answered and before that arrived. */
export type Break = 'question' | 'answer' | null;

/** Sends a form and gives the status; rejects when the connection breaks, also when that is asked for. */
export function sendForm(
  base: URL,
  method: 'PUT' | 'POST',
  path: string,
  fields: Readonly<Record<string, string>>,
  breaking: Break = null,
): Promise<number> {
  const body = new URLSearchParams(fields).toString();
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': String(Buffer.byteLength(body)),
    origin: base.origin,
  };
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, base), { method, headers, agent: false }, (reply) => {
      if (breaking === 'answer') {
        sent.destroy(new Error('the answer was lost'));
        return;
      }
      reply.resume();
      reply.on('error', reject);
      reply.on('end', () => resolve(reply.statusCode ?? 0));
    });
    sent.on('error', reject);
    if (breaking === 'question') {
      sent.write(body.slice(0, 5), () => sent.destroy(new Error('the question was lost')));
    } else sent.end(body);
  });
}

/** Does a thing until it works: the connection or the server may be gone for a while. */
export async function again<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      // A server that is there and refuses is a failure of the test, not of the connection.
      if (error instanceof RefusedError) throw error;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
}

export class RefusedError extends Error {}

/** A screen that comes back by itself. */
export interface Follower {
  /** What it heard last; null before the first. */
  latest(): LiveNews | null;
  /** How often it had to come back. */
  readonly returns: () => number;
  /** Resolves when what was heard last is as asked. */
  until(asked: (news: LiveNews) => boolean): Promise<LiveNews>;
  /** Breaks the connection as a tunnel would. */
  drop(): void;
  stop(): Promise<void>;
}

/** Follows a session until stopped. */
export function follow(base: URL, path: string, headers: Readonly<Record<string, string>> = {}): Follower {
  let screen: Screen | null = null;
  let last: LiveNews | null = null;
  let opened = 0;
  let stopped = false;
  const connect = async () => {
    const next = await openScreen(base, path, headers);
    if (next.status !== 200) throw new RefusedError(`a screen was refused with ${next.status}`);
    return next;
  };
  const following = (async () => {
    for (;;) {
      screen = await again(async () => (stopped ? null : connect()));
      if (!screen) return;
      // What it heard before is no news any more.
      last = null;
      opened += 1;
      const here = screen;
      await here
        .until((news) => {
          last = news;
          return stopped;
        })
        .catch(() => undefined);
      here.drop();
    }
  })();
  return {
    latest: () => last,
    returns: () => opened - 1,
    until: async (asked) => {
      for (;;) {
        if (last && asked(last)) return last;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
    drop: () => screen?.drop(),
    stop: async () => {
      stopped = true;
      screen?.drop();
      await following;
    },
  };
}
