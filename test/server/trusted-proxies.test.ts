// Where a visitor comes from: what a browser says of it counts for nothing, what a trusted proxy says counts.
import { afterEach, describe, expect, it } from 'vitest';
import { newReceipt } from '../../server/identity/tokens.ts';
import { createLog } from '../../server/log.ts';
import { type App, startApp } from '../set-up/start-app.ts';

let app: App;
let lines: string[] = [];
afterEach(async () => {
  await app.stop();
  lines = [];
});

const start = (settings: Readonly<Record<string, string>>) =>
  startApp(
    {
      log: createLog(
        (line) => lines.push(line),
        () => new Date(0),
      ),
    },
    settings,
  );

/** The answer to a wrong code of a session, typed by somebody the header names. */
const wrongCode = async (from: string) =>
  (await app.visitor().post('/live', { code: newReceipt() }, { 'x-forwarded-for': from })).status;

/** As many wrong codes as one network address may type within a quarter of an hour. */
async function allWrongCodes(from: (index: number) => string): Promise<ReadonlySet<number>> {
  const statuses = new Set<number>();
  for (let index = 0; index < 100; index += 1) statuses.add(await wrongCode(from(index)));
  return statuses;
}

describe('without a trusted proxy', () => {
  it('a forged header gives nobody a new limit', async () => {
    app = await start({});
    expect(await allWrongCodes((index) => `203.0.113.${index}`)).toEqual(new Set([422]));
    expect(await wrongCode('203.0.113.200')).toBe(429);
    expect(lines.join('')).not.toContain('203.0.113.');
  });
});

describe.each(['1', '127.0.0.1, ::1'])('behind a trusted proxy (%s)', (setting) => {
  it('two visitors have limits of their own, and neither address is logged', async () => {
    app = await start({ TRUSTED_PROXIES: setting });
    expect(await allWrongCodes(() => '203.0.113.7')).toEqual(new Set([422]));
    expect(await wrongCode('203.0.113.7')).toBe(429);
    expect(await wrongCode('203.0.113.8')).toBe(422);
    // What the visitor wrote stands before what the proxy adds, and is believed by nobody.
    expect(await wrongCode('198.51.100.1, 203.0.113.7')).toBe(429);
    expect(lines.join('')).not.toMatch(/203\.0\.113|198\.51\.100/);
  });
});
