// What every answer tells the browser to refuse: other hosts, inline scripts and styles, framing, sniffing.
import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** HSTS is only promised where the outside address is https. */
export function securityHeaders(baseUrl: string | null): RequestHandler {
  const https = baseUrl?.startsWith('https://') ?? false;
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // The same as frame-ancestors, for browsers that do not know that.
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: https ? { maxAge: 31_536_000 } : false,
    // The address of a page can hold an invitation; `no-referrer` would also hide the origin from our own check.
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  });
}
