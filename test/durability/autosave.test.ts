// What a script was told is saved is there after the server was killed in the middle of saving more.
import { Agent } from 'node:http';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { draftByReceipt } from '../../server/db/drafts.ts';
import { openDatabase } from '../../server/db/open.ts';
import { hashToken } from '../../server/identity/tokens.ts';
import { type RealServer, startRealServer } from '../bench/real-server.ts';
import { send } from '../bench/respondent.ts';

const servers: RealServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    await server.stop('SIGKILL');
    server.remove();
  }
});

it('loses no change of 20 respondents that was called saved', { timeout: 120_000 }, async () => {
  const server = await startRealServer();
  servers.push(server);
  const agent = new Agent({ keepAlive: true });
  /** Receipt → the last text that was called saved. */
  const told = new Map<string, number>();
  const killed = new AbortController();
  const respondents = Array.from({ length: 20 }, async () => {
    const cookie = (await send(server.base, agent, '/s/ooo/start', { body: '' })).cookie ?? '';
    await send(server.base, agent, '/s/ooo/page/over_jou', { cookie, body: 'consent=yes&A3=lt1' });
    for (let turn = 1; !killed.signal.aborted; turn += 1) {
      const saved = await send(server.base, agent, '/s/ooo/page/woorden?go=autosave', {
        cookie,
        body: `D1=${turn}`,
        read: true,
      });
      expect(saved.status).toBe(200);
      expect(saved.text).toContain('savedAt');
      told.set(cookie.split('=')[1] ?? '', turn);
    }
  });
  while (told.size < 20 || [...told.values()].reduce((sum, turn) => sum + turn, 0) < 200) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const dead = server.stop('SIGKILL');
  killed.abort();
  await Promise.allSettled(respondents);
  await dead;
  agent.destroy();

  const database = await openDatabase({ file: join(server.dataDir, 'nodenkaart.sqlite') });
  const lost = await Promise.all(
    [...told].map(async ([receipt, turn]) => {
      const draft = await draftByReceipt(database.kysely, 'ooo', hashToken('receipt', receipt));
      return Number(draft?.answers.D1 ?? 0) < turn ? [receipt] : [];
    }),
  );
  await database.close();
  expect(told.size).toBe(20);
  expect(lost.flat()).toEqual([]);
});
