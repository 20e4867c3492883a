// Previews beside a form: pages that our own pages may show in a frame.
import type { Response } from 'express';

/** Lets our own pages frame this answer; everywhere else framing is refused (security-headers.ts). */
export function letUsFrame(response: Response): void {
  const policy = String(response.getHeader('Content-Security-Policy') ?? '');
  response.setHeader(
    'Content-Security-Policy',
    policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'"),
  );
  response.setHeader('X-Frame-Options', 'SAMEORIGIN');
}
