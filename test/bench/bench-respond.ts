// Completed questionnaires per second at 1, 8 and 32 respondents at once, each walking every page of the
// demonstration survey without pause. The driver runs beside the server on the same machine.
import { Agent } from 'node:http';
import { startRealServer } from './real-server.ts';
import { type Completed, completeQuestionnaire, demonstrationForms } from './respondent.ts';

const seconds = 8;

export async function benchRespond(): Promise<void> {
  const forms = demonstrationForms();
  const server = await startRealServer();
  try {
    const agent = new Agent({ keepAlive: true });
    for (let turn = 0; turn < 20; turn += 1) {
      await completeQuestionnaire(server.base, agent, 'ooo', forms[turn % forms.length] ?? []);
    }
    console.log(
      'respondents  completed/s  requests/s  request p50 ms  p99 ms  questionnaire p50 ms  p99 ms  requests each  kB each',
    );
    for (const respondents of [1, 8, 32]) {
      const completed = await respondFor(server.base, agent, respondents, forms);
      console.log(row(respondents, completed));
    }
    agent.destroy();
  } finally {
    await server.stop();
    server.remove();
  }
}

async function respondFor(
  base: URL,
  agent: Agent,
  respondents: number,
  forms: ReturnType<typeof demonstrationForms>,
): Promise<readonly Completed[]> {
  const until = performance.now() + seconds * 1000;
  const completed: Completed[] = [];
  await Promise.all(
    Array.from({ length: respondents }, async (_, respondent) => {
      for (let turn = respondent; performance.now() < until; turn += respondents) {
        completed.push(await completeQuestionnaire(base, agent, 'ooo', forms[turn % forms.length] ?? []));
      }
    }),
  );
  return completed;
}

function row(respondents: number, completed: readonly Completed[]): string {
  const latencies = completed.flatMap((one) => one.latencies);
  const whole = completed.map((one) => one.latencies.reduce((sum, latency) => sum + latency, 0));
  const [first] = completed;
  const cells = [
    respondents,
    (completed.length / seconds).toFixed(1),
    (latencies.length / seconds).toFixed(0),
    percentile(latencies, 50).toFixed(2),
    percentile(latencies, 99).toFixed(2),
    percentile(whole, 50).toFixed(1),
    percentile(whole, 99).toFixed(1),
    first?.requests ?? 0,
    ((first?.bytes ?? 0) / 1024).toFixed(0),
  ];
  return cells.map((cell) => String(cell).padStart(11)).join(' ');
}

function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor((percent / 100) * sorted.length))] ?? 0;
}
