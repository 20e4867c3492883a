// The one way a page leaves: compressed where the browser can, at once and without a stream of its own.
// A stream per reply costs several times what writing the page does; so does handing a small page to another thread.
import { gzip, gzipSync } from 'node:zlib';
import type { Response } from 'express';

/** Below this many characters a page fits in the first packets anyway. */
const worthwhile = 1000;
/** From so many characters on, compressing would hold up who sends answers. */
const long = 50_000;
/** Higher levels take twice the time for a tenth less. */
const level = 3;

/** Sends a whole page; status and other headers are set before. */
export function sendHtml(response: Response, html: string): void {
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.setHeader('Vary', 'Accept-Encoding');
  const accepted = response.req.headers['accept-encoding'] ?? '';
  if (html.length < worthwhile || !/\bgzip\b/.test(accepted)) {
    response.end(html);
    return;
  }
  response.setHeader('Content-Encoding', 'gzip');
  if (html.length < long) {
    response.end(gzipSync(html, { level }));
    return;
  }
  gzip(html, { level }, (error, compressed) => {
    if (error) response.destroy(error);
    else response.end(compressed);
  });
}
