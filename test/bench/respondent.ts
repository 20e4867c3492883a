// A respondent over HTTP, as light as a driver can be: the same requests a browser without JavaScript makes,
// with answers from the demonstration. Used by the benchmark and by the test that kills the server.
import { type Agent, request } from 'node:http';
import { demonstrationSchema } from '../../surveys/demonstration.ts';
import { type Questionnaire, questionnaireSchema } from '../../surveys/questionnaire.ts';
import demonstrationFile from '../../surveys/templates/ooo/demonstration.json' with { type: 'json' };
import questionnaireFile from '../../surveys/templates/ooo/questionnaire.json' with { type: 'json' };

/** One page's form as it is posted. */
export interface PageForm {
  readonly page: string;
  readonly body: string;
}

/** The forms of every respondent of the demonstration, page by page. */
export function demonstrationForms(): readonly (readonly PageForm[])[] {
  const questionnaire = questionnaireSchema.parse(questionnaireFile);
  const { surveys } = demonstrationSchema.parse(demonstrationFile);
  const responses = surveys[questionnaire.code]?.responses ?? [];
  return responses.map(({ answers, library }) =>
    questionnaire.pages.map((page) => ({
      page: page.code,
      body: formBody(page, { ...answers, ...(library ? { [registerCode(questionnaire)]: library } : {}) }),
    })),
  );
}

function registerCode(questionnaire: Questionnaire): string {
  return (
    questionnaire.pages.flatMap(({ questions }) => questions).find(({ type }) => type === 'register')?.code ??
    ''
  );
}

/** What was not ticked or not ranked is not sent by a form. */
const unsent = new Set(['0', 'unranked']);

function formBody(page: Questionnaire['pages'][number], answers: Readonly<Record<string, string>>): string {
  const body = new URLSearchParams();
  for (const question of page.questions) {
    const starts =
      question.type === 'grid' ? question.scales.map(({ variable }) => variable) : [question.code];
    const own = Object.entries(answers).filter(([name]) =>
      starts.some((start) => name === start || name.startsWith(`${start}.`)),
    );
    const sparse = question.type === 'multiple' || question.type === 'rank';
    for (const [name, value] of own) if (!sparse || !unsent.has(value)) body.append(name, value);
  }
  return body.toString();
}

export interface Reply {
  readonly status: number;
  readonly location: string | null;
  readonly cookie: string | null;
  readonly bytes: number;
  readonly text: string;
}

/** One request; rejects when the connection breaks. */
export function send(
  base: URL,
  agent: Agent,
  path: string,
  options: { readonly body?: string; readonly cookie?: string; readonly read?: boolean } = {},
): Promise<Reply> {
  const { body, cookie, read = false } = options;
  const headers: Record<string, string> = { accept: 'text/html', 'accept-encoding': 'gzip' };
  if (cookie) headers.cookie = cookie;
  if (body !== undefined) {
    headers['content-type'] = 'application/x-www-form-urlencoded';
    headers['content-length'] = String(Buffer.byteLength(body));
    headers.origin = base.origin;
  }
  if (read) delete headers['accept-encoding'];
  return new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST';
    const sent = request({ host: base.hostname, port: base.port, path, method, headers, agent }, (reply) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      reply.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (read) chunks.push(chunk);
      });
      reply.on('error', reject);
      reply.on('end', () =>
        resolve({
          status: reply.statusCode ?? 0,
          location: reply.headers.location ?? null,
          cookie:
            reply.headers['set-cookie']?.find((line) => line.startsWith('receipt_'))?.split(';')[0] ?? null,
          bytes,
          text: Buffer.concat(chunks).toString(),
        }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

export interface Completed {
  readonly receipt: string;
  readonly requests: number;
  readonly bytes: number;
  /** Milliseconds per request, in order. */
  readonly latencies: readonly number[];
}

/**
 * Walks the whole questionnaire: welcome, every page, submit, thanks.
 * @param onSubmit called when the server has acknowledged the submission, before the thank-you page is asked for.
 * @throws Error when a page is refused or the connection breaks.
 */
export async function completeQuestionnaire(
  base: URL,
  agent: Agent,
  survey: string,
  forms: readonly PageForm[],
  onSubmit: (receipt: string) => void = () => {},
): Promise<Completed> {
  const latencies: number[] = [];
  let bytes = 0;
  const timed = async (path: string, options: { body?: string; cookie?: string } = {}) => {
    const start = performance.now();
    const reply = await send(base, agent, path, options);
    latencies.push(performance.now() - start);
    bytes += reply.bytes;
    return reply;
  };
  expectStatus(await timed(`/s/${survey}`), 200);
  const started = expectStatus(await timed(`/s/${survey}/start`, { body: '' }), 303);
  const cookie = started.cookie;
  if (!cookie) throw new Error('no receipt was given');
  let path = started.location ?? '';
  while (path.includes('/page/')) {
    expectStatus(await timed(path, { cookie }), 200);
    const code = path.split('/page/')[1]?.split(/[?#]/)[0];
    const form = forms.find(({ page }) => page === code);
    if (!form) throw new Error(`no form for ${path}`);
    const posted = expectStatus(await timed(path, { cookie, body: form.body }), 303);
    path = posted.location ?? '';
  }
  const receipt = cookie.split('=')[1] ?? '';
  onSubmit(receipt);
  expectStatus(await timed(path, { cookie }), 200);
  return { receipt, requests: latencies.length, bytes, latencies };
}

function expectStatus(reply: Reply, status: number): Reply {
  if (reply.status !== status)
    throw new Error(`expected ${status}, got ${reply.status} (${reply.location ?? ''})`);
  return reply;
}
