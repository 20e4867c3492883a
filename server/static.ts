// Styles, browser modules, fonts and the two vendored libraries, served from memory under /assets.
// A hashed address (?v=) may be kept for ever; each file is compressed once, when first asked for.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { RequestHandler, Response } from 'express';

export interface Assets {
  /** The address of an asset with its hash. @throws RangeError when there is no such asset. */
  address(name: string): string;
  readonly serve: RequestHandler;
}

interface Asset {
  readonly type: string;
  readonly hash: string;
  readonly body: Buffer;
  brotli?: Promise<Buffer>;
  gzip?: Promise<Buffer>;
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** Reads the assets of the program; names are paths under /assets, such as `site.css` and `vendor/chart.js`. */
export function loadAssets(clientFolder: string, packagesFolder: string): Assets {
  const assets = new Map<string, Asset>();
  for (const path of filesUnder(clientFolder)) {
    const name = relative(clientFolder, path).split(sep).join('/');
    if (types[extname(name)] && name !== 'tsconfig.json') assets.set(name, readAsset(path));
  }
  const fonts = join(packagesFolder, '@fontsource-variable', 'atkinson-hyperlegible-next', 'files');
  for (const path of filesUnder(fonts)) assets.set(`fonts/${relative(fonts, path)}`, readAsset(path));
  assets.set('vendor/chart.js', readAsset(join(packagesFolder, 'chart.js', 'dist', 'chart.umd.min.js')));
  assets.set('vendor/sortable.js', readAsset(join(packagesFolder, 'sortablejs', 'Sortable.min.js')));

  return {
    address: (name) => {
      const asset = assets.get(name);
      if (!asset) throw new RangeError(`there is no asset "${name}"`);
      return `/assets/${name}?v=${asset.hash}`;
    },
    serve: async (request, response, next) => {
      const asset = assets.get(request.path.slice(1));
      if (!asset || (request.method !== 'GET' && request.method !== 'HEAD')) return next();
      await send(asset, request.headers, request.url.endsWith(`?v=${asset.hash}`), response);
    },
  };
}

function filesUnder(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function readAsset(path: string): Asset {
  const body = readFileSync(path);
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 12);
  return { type: types[extname(path)] ?? 'application/octet-stream', hash, body };
}

async function send(
  asset: Asset,
  headers: Readonly<Record<string, string | string[] | undefined>>,
  hashed: boolean,
  response: Response,
): Promise<void> {
  const tag = `"${asset.hash}"`;
  response.setHeader('Content-Type', asset.type);
  response.setHeader('ETag', tag);
  response.setHeader('Vary', 'Accept-Encoding');
  // Modules and fonts that name each other without a hash are asked again, and answered with 304.
  response.setHeader('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (headers['if-none-match'] === tag) {
    response.status(304).end();
    return;
  }
  const accepted = String(headers['accept-encoding'] ?? '');
  const compressible = !asset.type.startsWith('font/') && !asset.type.startsWith('image/png');
  if (compressible && /\bbr\b/.test(accepted)) {
    asset.brotli ??= toBrotli(asset.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
    response.setHeader('Content-Encoding', 'br');
    response.end(await asset.brotli);
  } else if (compressible && /\bgzip\b/.test(accepted)) {
    asset.gzip ??= toGzip(asset.body, { level: 9 });
    response.setHeader('Content-Encoding', 'gzip');
    response.end(await asset.gzip);
  } else {
    response.end(asset.body);
  }
}
