// A screen that follows a session, as light as one can be: it reads server-sent events and remembers the last.
import { type ClientRequest, request } from 'node:http';
import type { LiveNews } from '../../server/http/live/news.ts';

export interface Screen {
  readonly status: number;
  /** Everything heard, oldest first. */
  readonly heard: readonly LiveNews[];
  /** Resolves with the first news, heard already or still to come, that is as asked; rejects when the stream ends first. */
  until(asked: (news: LiveNews) => boolean): Promise<LiveNews>;
  /** Resolves when the server ended the stream, or the connection broke. */
  readonly ended: Promise<void>;
  /** Breaks the connection. */
  drop(): void;
}

/** Opens a stream. Rejects when there is no connection. */
export function openScreen(
  base: string | URL,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Screen> {
  return new Promise((resolve, reject) => {
    const sent: ClientRequest = request(new URL(path, base), { headers, agent: false }, (reply) => {
      const heard: LiveNews[] = [];
      const waiting = new Set<() => void>();
      let over = false;
      let rest = '';
      const wake = () => {
        for (const each of waiting) each();
      };
      const ended = new Promise<void>((done) => {
        reply.on('close', () => {
          over = true;
          done();
          wake();
        });
      });
      reply.on('error', () => undefined);
      reply.setEncoding('utf8');
      reply.on('data', (piece: string) => {
        const events = (rest + piece).split('\n\n');
        rest = events.pop() ?? '';
        for (const event of events) {
          const data = event.split('\n').find((line) => line.startsWith('data: '));
          // Only the server writes these, from this type.
          if (data) heard.push(JSON.parse(data.slice(6)) as LiveNews);
        }
        wake();
      });
      resolve({
        status: reply.statusCode ?? 0,
        heard,
        ended,
        drop: () => sent.destroy(),
        until: (asked) =>
          new Promise((found, failed) => {
            let seen = 0;
            const look = () => {
              const news = heard.slice(seen).find(asked);
              seen = heard.length;
              if (!news && !over) return;
              waiting.delete(look);
              if (news) found(news);
              else failed(new Error(`the stream ended; heard ${JSON.stringify(heard)}`));
            };
            waiting.add(look);
            look();
          }),
      });
    });
    sent.on('error', reject);
    sent.end();
  });
}
