// The one way a page leaves: compressed where the browser can, at once and without a stream of its own.
// A stream per reply costs several times what writing the page does; so does handing a small page to another thread.
import { gzip, gzipSync } from 'node:zlib';
import type { Response } from 'express';
import type { KeptFile } from './kept-files.ts';

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
  if (html.length < worthwhile || !takesGzip(response)) {
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

function takesGzip({ req }: Response): boolean {
  return /\bgzip\b/.test(req.headers['accept-encoding'] ?? '');
}

/** Sends a page that was drawn before, or that the browser has it already. */
export function sendKeptHtml(response: Response, { bytes, digest }: KeptFile, language: string): void {
  // Compressed it is another stretch of bytes, and a strong tag is of the bytes.
  response.setHeader('ETag', `"${digest}${takesGzip(response) ? '-gzip' : ''}"`);
  response.setHeader('Content-Language', language);
  // The same address has a page per language, and its newest version moves: a browser asks whether it still has it.
  response.setHeader('Cache-Control', 'private, no-cache');
  if (response.req.fresh) response.status(304).end();
  else sendHtml(response, new TextDecoder().decode(bytes));
}
