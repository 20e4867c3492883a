// One screen that follows a session over server-sent events. Each event is the whole present, so that a screen that comes
// back needs nothing of what it missed; between events a sign of life keeps proxies from hanging up.
import type { Request, Response } from 'express';
import type { Context } from '../../context.ts';
import type { LiveState } from '../../db/live-sessions.ts';
import type { LiveNews } from './news.ts';

/** Milliseconds between signs of life. */
const pulse = 15_000;
/** Milliseconds after which a screen has to come in again, and is asked again who it is. */
const longest = 10 * 60_000;
/** Bytes that may wait for a screen that does not read. */
const mostWaiting = 64 * 1024;

export interface Reader {
  readonly project: string;
  /** Who it is, for the limit on windows. */
  readonly reader: string;
  /** What this reader is told. */
  news(state: LiveState | null): LiveNews;
}

/** Answers with the stream of this reader; 429 when they have too many windows, which then ask now and then. */
export function streamNews(ctx: Context, request: Request, response: Response, reader: Reader): void {
  const { tab } = request.query;
  const end = () => response.end();
  const stop = ctx.live.follow(reader.project, {
    reader: reader.reader,
    tab: typeof tab === 'string' && /^[\w-]{1,40}$/.test(tab) ? tab : '',
    tell: (state) => {
      if (response.writableLength > mostWaiting) response.destroy();
      else response.write(eventOf(state?.key ?? 'none', reader.news(state)));
    },
    end,
  });
  if (!stop) {
    response.status(429).setHeader('Cache-Control', 'no-store').end();
    return;
  }
  response.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
    // A proxy in front must not keep events until there are enough of them.
    'X-Accel-Buffering': 'no',
  });
  response.write('retry: 1000\n\n');
  const beat = setInterval(() => response.write(':\n\n'), pulse);
  const limit = setTimeout(end, longest);
  response.on('close', () => {
    clearInterval(beat);
    clearTimeout(limit);
    stop();
  });
}

function eventOf(id: string, news: LiveNews): string {
  return `id: ${id}\ndata: ${JSON.stringify(news)}\n\n`;
}
