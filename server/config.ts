// Every setting, read from the environment and checked once. Nothing else in the program reads the environment.
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import { StartFailure } from './errors.ts';

export interface Config {
  /** 0 lets the system choose a free port. */
  readonly port: number;
  readonly host: string;
  /** Folder of the SQLite file and everything else that is kept, as a full path. */
  readonly dataDir: string;
  /** A postgres:// address, or null for SQLite in the data folder. */
  readonly databaseUrl: string | null;
  /** How the outside world reaches this server, without a slash at the end; null follows host and port. */
  readonly baseUrl: string | null;
  /** Whose word on where a visitor comes from is taken: so many proxies before this server, or these addresses; 0 is nobody's. */
  readonly trustedProxies: number | readonly string[];
}

const schemas = {
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port <= 65_535),
  HOST: z.string().regex(/^[A-Za-z0-9.:_-]+$/),
  DATA_DIR: z.string().min(1),
  DATABASE_URL: z.string().refine((url) => /^postgres(ql)?:\/\//.test(url) && URL.canParse(url)),
  BASE_URL: z
    .string()
    .refine(isOrigin)
    .transform((url) => new URL(url).origin),
  TRUSTED_PROXIES: z.union([
    z.string().regex(/^\d$/).transform(Number),
    z
      .string()
      .transform((list) => list.split(',').map((each) => each.trim()))
      .refine((list) => list.every(isProxy)),
  ]),
} as const;

/** An address, a range of them (`10.0.0.0/8`), or one of the names Express has for the ranges of this machine and network. */
function isProxy(proxy: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(proxy)) return true;
  const [address = '', bits, ...more] = proxy.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

/** A web address of nothing but scheme, host and port: every page stands at the top. */
function isOrigin(url: string): boolean {
  if (!/^https?:\/\/[^/?#@\s]+\/?$/.test(url) || !URL.canParse(url)) return false;
  const { pathname, search, hash } = new URL(url);
  return pathname === '/' && search === '' && hash === '';
}

type Name = keyof typeof schemas;

/**
 * The settings in this environment; a setting that is absent or empty has its safe default.
 * @throws StartFailure naming the setting, what it was and which values are allowed.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  function read<N extends Name>(name: N): z.output<(typeof schemas)[N]> | null {
    const given = environment[name];
    if (given === undefined || given === '') return null;
    const result = schemas[name].safeParse(given);
    if (!result.success) throw new StartFailure(`setting.${name}`, { value: safeToShow(name, given) });
    // safeParse of the schema under this name gives its output; the lookup hides that from TypeScript.
    return result.data as z.output<(typeof schemas)[N]>;
  }
  return {
    port: read('PORT') ?? 3000,
    host: read('HOST') ?? '127.0.0.1',
    dataDir: resolve(read('DATA_DIR') ?? 'data'),
    databaseUrl: read('DATABASE_URL'),
    baseUrl: read('BASE_URL'),
    trustedProxies: read('TRUSTED_PROXIES') ?? 0,
  };
}

/** A database address may hold a password, so a wrong one is never repeated; nor is a name and password elsewhere. */
function safeToShow(name: Name, given: string): string {
  return name === 'DATABASE_URL' ? '…' : given.replace(/\/\/[^/]*@/, '//…@');
}
