// Nothing acknowledged is lost: the real server is killed while people submit, and its system calls are watched.
// These tests start the server as its own process, on SQLite, as an installation has it.
import { readFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../server/db/open.ts';
import { responseByReceipt } from '../../server/db/responses.ts';
import { hashToken, normaliseReceipt } from '../../server/identity/tokens.ts';
import { type RealServer, startRealServer } from '../bench/real-server.ts';
import { completeQuestionnaire, demonstrationForms, type PageForm, send } from '../bench/respondent.ts';
import { findProgram } from '../set-up/find-program.ts';

const forms = demonstrationForms();
const formsOf = (index: number): readonly PageForm[] => forms[index % forms.length] ?? [];
const servers: RealServer[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) {
    await server.stop('SIGKILL');
    server.remove();
  }
});

describe('a server killed with SIGKILL while 20 respondents submit', () => {
  it('has every acknowledged response after a restart', { timeout: 120_000 }, async () => {
    const first = await startRealServer();
    servers.push(first);
    const acknowledged: string[] = [];
    const agent = new Agent({ keepAlive: true });
    const killed = new AbortController();
    const respondents = Array.from({ length: 20 }, async (_, respondent) => {
      for (let turn = respondent; !killed.signal.aborted; turn += 20) {
        await completeQuestionnaire(first.base, agent, 'ooo', formsOf(turn), (receipt) =>
          acknowledged.push(receipt),
        );
      }
    });
    while (acknowledged.length < 60) await new Promise((resolve) => setTimeout(resolve, 5));
    const dead = first.stop('SIGKILL');
    killed.abort();
    // Whoever was under way sees the connection break, and was told nothing.
    await Promise.allSettled(respondents);
    await dead;
    agent.destroy();

    const second = await startRealServer({ dataDir: first.dataDir });
    servers.push(second);
    const database = await openDatabase({ file: join(first.dataDir, 'nodenkaart.sqlite') });
    const stored = await Promise.all(
      acknowledged.map((receipt) =>
        responseByReceipt(database.kysely, 'ooo', hashToken('receipt', normaliseReceipt(receipt) ?? '')),
      ),
    );
    await database.close();
    expect(acknowledged.length).toBeGreaterThanOrEqual(60);
    expect(stored.filter((response) => response === null)).toEqual([]);
    // And the server itself knows them again.
    const again = await send(second.base, new Agent(), '/s/ooo/thanks', {
      cookie: `receipt_ooo=${acknowledged[0]}`,
    });
    expect(again.status).toBe(200);
  });
});

describe('an acknowledgement', () => {
  it('leaves only after a completed sync of what was written', { timeout: 120_000 }, async () => {
    const strace = findProgram(['/usr/bin/strace', '/usr/local/bin/strace'], 'strace');
    const server = await startRealServer();
    const trace = join(server.dataDir, 'trace.txt');
    await server.stop();
    const calls = 'trace=pwrite64,fsync,fdatasync,write,writev,sendto,sendmsg';
    const traced = await startRealServer({
      dataDir: server.dataDir,
      prefix: [strace, '-f', '-y', '-qq', '-s', '32', '-e', calls, '-o', trace],
    });
    servers.push(traced);
    const agent = new Agent({ keepAlive: true });
    await completeQuestionnaire(traced.base, agent, 'ooo', formsOf(0));
    agent.destroy();
    await traced.stop();
    const steps = acknowledgements(readFileSync(trace, 'utf8'));
    // The start and every page and the submission answer 303: each must follow a sync of its own write.
    expect(steps.length).toBeGreaterThanOrEqual(6);
    expect(steps.filter(({ written, synced }) => !written || !synced)).toEqual([]);
  });
});

/** For every 303 reply: whether the log was written since the last one, and synced to the end after that write. */
function acknowledgements(trace: string): readonly { written: boolean; synced: boolean }[] {
  const steps: { written: boolean; synced: boolean }[] = [];
  let written = false;
  let synced = false;
  let unfinished = false;
  for (const line of trace.split('\n')) {
    const walSync = /f(data)?sync\(.*-wal>/.test(line);
    if (/pwrite64\(.*-wal>/.test(line)) {
      written = true;
      synced = false;
    } else if (walSync && line.includes('unfinished')) unfinished = true;
    else if (walSync && line.endsWith('= 0')) synced = true;
    else if (unfinished && /f(data)?sync resumed>.*= 0$/.test(line)) {
      synced = true;
      unfinished = false;
    } else if (/"HTTP\/1\.1 303/.test(line)) {
      steps.push({ written, synced });
      written = false;
    }
  }
  return steps;
}
