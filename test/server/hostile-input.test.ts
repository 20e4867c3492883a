// Ten thousand submissions nobody meant, to a page of every kind of question. The server never fails, no draft loses
// an answer it had, nothing that was typed becomes part of a page, and what is valid among it is stored.
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Random, seededRandom } from '../../analysis/statistics/seeded-random.ts';
import type { Draft } from '../../server/db/drafts.ts';
import { countResponses, responseByReceipt } from '../../server/db/responses.ts';
import { textsOfResponse } from '../../server/db/texts.ts';
import { hashToken } from '../../server/identity/tokens.ts';
import { templatesFolder } from '../../server/paths.ts';
import type { Answers } from '../../surveys/answers.ts';
import { codebookOf, variableNamed } from '../../surveys/codebook.ts';
import { answersOfPage, isMissing, sameAnswers } from '../../surveys/kept-answers.ts';
import { placeOf } from '../../surveys/number-line.ts';
import { fieldNames, variableNames } from '../../surveys/question-types/index.ts';
import { cleanWords } from '../../surveys/question-types/other-text.ts';
import { type Page, questionnaireSchema } from '../../surveys/questionnaire.ts';
import { type Fields, fieldsOfPage, type PageReading, readPage } from '../../surveys/read-page.ts';
import { registerOf } from '../../surveys/register.ts';
import { unpackAnswers } from '../../surveys/response-document.ts';
import { isNumeric } from '../../surveys/variable.ts';
import type { App } from '../set-up/start-app.ts';
import { evil, type HostileForm, hostileForm, pickFrom } from './hostile-forms.ts';
import { draftUnder } from './respondent-steps.ts';
import { startWithSample } from './sample-survey.ts';

const gallery = questionnaireSchema.parse({
  ...JSON.parse(readFileSync(join(templatesFolder, 'gallery', 'questionnaire.json'), 'utf8')),
  code: 'proef',
});
const register = registerOf([
  { code: 'bib-1', province: 'Limburg', sizeClass: 'klein' },
  { code: 'bib-2', province: 'Antwerpen', sizeClass: 'groot' },
]);
const [firstPage] = gallery.pages;
const consentCode = firstPage?.questions[0]?.code ?? '';
/** The least that is needed to send the gallery. */
const enough: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  begin: { [consentCode]: 'yes', rol: 'anders', 'rol.anders.text': evil },
  keuzes: { 'leren.instead': 'weet-niet', tevreden: '1' },
  getallen: { collegas: '12' },
  schalen: { aanraden: '7' },
  tijd: { jaar: '1999' },
  verdelen: { 'punten.instead': 'weet-niet' },
  diensten: { 'vaak.catalogus': 'N', 'vaak.uitlenen': 'N' },
};
/** After so many, a respondent says that and sends. */
const patience = 120;
/**
 * A commit of PostgreSQL goes over a wire and to disk by itself: ten thousand passed there too, in more than three
 * minutes. The forms are the same.
 */
const onPostgres = process.env.TEST_ON === 'postgres';
const submissions = onPostgres ? 2_000 : 10_000;
const respondents = 8;

let app: App;
const agent = new Agent({ keepAlive: true });
beforeAll(async () => {
  app = await startWithSample(gallery);
});
afterAll(async () => {
  agent.destroy();
  await app?.stop();
});

interface Reply {
  readonly status: number;
  readonly location: string;
  readonly text: string;
  readonly receipt: string | null;
}

function send(path: string, cookie: string, body: { type: string; body: string } | null): Promise<Reply> {
  const { hostname, port, origin } = new URL(app.address);
  const headers: Record<string, string> = { cookie };
  if (body) Object.assign(headers, { 'content-type': body.type, origin });
  return new Promise((resolve, reject) => {
    const method = body ? 'POST' : 'GET';
    const sent = request({ hostname, port, path, method, headers, agent }, (reply) => {
      const chunks: Buffer[] = [];
      reply.on('data', (chunk: Buffer) => chunks.push(chunk));
      reply.on('error', reject);
      reply.on('end', () => {
        const line = reply.headers['set-cookie']?.find((one) => /^receipt_proef=[0-9A-Z]/.test(one));
        resolve({
          status: reply.statusCode ?? 0,
          location: reply.headers.location ?? '',
          text: Buffer.concat(chunks).toString(),
          receipt: line?.split(/[=;]/)[1] ?? null,
        });
      });
    });
    sent.on('error', reject);
    sent.end(body?.body);
  });
}

interface Tally {
  posts: number;
  reached: number;
  stored: number;
  sent: number;
  readonly wrong: string[];
}

describe(`${submissions} submissions nobody meant${onPostgres ? ' (of the 10 000 on SQLite, for time)' : ''}`, () => {
  it('never make the server fail, lose an answer, or come back as part of a page', {
    timeout: 240_000,
  }, async () => {
    const tally: Tally = { posts: 0, reached: 0, stored: 0, sent: 0, wrong: [] };
    await Promise.all(
      Array.from({ length: respondents }, (_, seed) => respond(seededRandom(seed + 1), tally)),
    );
    expect(tally.wrong.slice(0, 5)).toEqual([]);
    expect(tally.posts).toBe(submissions);
    // Most came through to reading the page, and many of those said something that could be kept.
    expect(tally.reached).toBeGreaterThan(0.9 * submissions);
    expect(tally.stored).toBeGreaterThan(0.2 * submissions);
    expect(tally.sent).toBeGreaterThan(0);
    expect(await countResponses(app.ctx.db.kysely, 'proef')).toBe(tally.sent);
    console.log(
      `${tally.reached} of ${tally.posts} were read, ${tally.stored} changed a draft, ${tally.sent} were sent`,
    );
  });
});

async function respond(random: Random, tally: Tally): Promise<void> {
  let receipt = await begin();
  let before = await draftUnder(app, receipt);
  for (let turn = 0; turn < submissions / respondents; turn += 1) {
    if (!before) {
      receipt = await begin();
      before = await draftUnder(app, receipt);
    }
    if (!before || !firstPage) throw new Error('there is no draft');
    const page = pickFrom(random, [firstPage, ...gallery.pages]);
    const form = hostileForm(random, gallery, page, { receipt, revision: before.revision });
    const body = form.raw ?? {
      type: 'application/x-www-form-urlencoded',
      body: new URLSearchParams(form.pairs.map((pair): [string, string] => [...pair])).toString(),
    };
    const reply = await send(`/s/proef/page/${page.code}?${form.query}`, `receipt_proef=${receipt}`, body);
    const after = await draftUnder(app, receipt);
    tally.posts += 1;
    const reached = isRead(reply);
    if (reached) tally.reached += 1;
    if (after && after.revision > before.revision) tally.stored += 1;
    if (!after) tally.sent += 1;
    const wrong = faultsOf(reply, form, page, before, after, reached);
    for (const fault of wrong)
      tally.wrong.push(`${page.code}?${form.query} ${fault}: ${body.body.slice(0, 2000)}`);
    if (turn % 25 === 0) await look(receipt, page, tally);
    before = after;
    if (turn % patience === patience - 1) {
      tally.wrong.push(...(await finish(receipt)));
      tally.sent += 1;
      await look(receipt, page, tally);
      before = null;
    }
  }
}

/** A new draft, with the consent without which nothing is read further. */
async function begin(): Promise<string> {
  const form = { type: 'application/x-www-form-urlencoded', body: '' };
  const { receipt } = await send('/s/proef/start', '', form);
  const body = `${consentCode}=yes`;
  await send(`/s/proef/page/${firstPage?.code}`, `receipt_proef=${receipt}`, { ...form, body });
  return receipt ?? '';
}

/** Says what is needed on every page, whatever was said there before, and sends. Gives what was not stored of it. */
async function finish(receipt: string): Promise<readonly string[]> {
  let last = '';
  for (const page of gallery.pages) {
    const codes = page.questions.map(({ code }) => code);
    const asked = [...codes, ...fieldsOfPage(gallery, page)].join(' ');
    const fields = { ...enough[page.code], 'asked:once': asked };
    const body = { type: 'application/x-www-form-urlencoded', body: new URLSearchParams(fields).toString() };
    last = (await send(`/s/proef/page/${page.code}`, `receipt_proef=${receipt}`, body)).location;
  }
  if (!last.endsWith('/thanks')) return [`sending ended at ${last}`];
  const stored = await responseByReceipt(app.ctx.db.kysely, 'proef', hashToken('receipt', receipt));
  if (!stored) return ['what was sent is not there'];
  const codes = unpackAnswers(codebookOf(gallery), stored.document);
  const words = await textsOfResponse(app.ctx.db.kysely, 'proef', stored.id);
  const wrong = codes.rol !== 'anders' || codes.tevreden !== '1' || words['rol.anders.text'] !== evil;
  return wrong ? [`stored as ${JSON.stringify({ codes, words })}`] : [];
}

/** Pages that repeat what was stored. */
async function look(receipt: string, page: Page, tally: Tally): Promise<void> {
  for (const path of [`page/${page.code}`, 'answers', 'thanks']) {
    const shown = await send(`/s/proef/${path}`, `receipt_proef=${receipt}`, null);
    if (shown.status >= 500 || shown.text.includes('<x-evil'))
      tally.wrong.push(`GET ${path}: ${shown.status}`);
  }
}

/** The page was read: shown again with what is wrong, gone on from, or answered to a script. */
function isRead({ status, location }: Reply): boolean {
  if (status === 303) return location.includes('/page/') || location.endsWith('/thanks');
  return status === 422 || status === 200 || status === 409;
}

function faultsOf(
  reply: Reply,
  form: HostileForm,
  page: Page,
  before: Draft,
  after: Draft | null,
  reached: boolean,
): readonly string[] {
  const faults: string[] = [];
  if (reply.status >= 500) faults.push(`status ${reply.status}`);
  if (reply.text.includes('<x-evil')) faults.push('unescaped');
  if (!after) return faults;
  if (!reached || reply.status === 409) {
    if (!sameAnswers(before.answers, after.answers)) faults.push('changed by what was refused');
    return faults;
  }
  const fields = fieldsOf(form);
  const consent = page.questions.find(({ type }) => type === 'consent');
  if (consent && [fields[consent.code]].flat()[0] !== 'yes') {
    const takenBack = /^(?!.*go=(autosave|stay|previous))/.test(form.query) && sameAnswers(after.answers, {});
    if (!takenBack && !sameAnswers(before.answers, after.answers)) faults.push('changed without consent');
    return faults;
  }
  if (!consent && before.answers[consentCode] === undefined) {
    if (!sameAnswers(before.answers, after.answers)) faults.push('stored without consent');
    return faults;
  }
  const own = answersOfPage(gallery, page, before.answers);
  for (const [name, answer] of Object.entries(before.answers)) {
    if (own[name] === undefined && after.answers[name] !== answer)
      faults.push(`${name} of another page is lost`);
  }
  const others = Object.fromEntries(
    Object.entries(before.answers).filter(([name]) => own[name] === undefined),
  );
  const reading = readPage(gallery, page, fields, others, register);
  return [...faults, ...lostOf(page, fields, reading, own, after.answers)];
}

/** An answer of the page may only be gone when it was cleared, and only be another when that one is valid and was sent. */
function lostOf(
  page: Page,
  fields: Fields,
  reading: PageReading,
  before: Answers,
  after: Answers,
): readonly string[] {
  const faults: string[] = [];
  for (const question of page.questions) {
    const own = fieldNames(gallery, question);
    const wrong = [...reading.problems.values()].some(
      (problem) => !isMissing(problem) && (problem.field === question.code || own.includes(problem.field)),
    );
    for (const name of variableNames(gallery, question)) {
      const [then, now] = [before[name], after[name]];
      if (!wrong && now !== reading.answers[name])
        faults.push(`${name} should be ${reading.answers[name]}, is ${now}`);
      if (wrong && then !== undefined && now === undefined && given(fields[name]))
        faults.push(`${name} is lost`);
      if (now !== undefined && now !== then && !isValid(name, now)) faults.push(`${name} became ${now}`);
    }
    const names = variableNames(gallery, question);
    const nothing = names.every((name) => reading.answers[name] === undefined);
    if (wrong && nothing && names.some((name) => before[name] !== after[name]))
      faults.push(`${question.code} changed`);
  }
  return faults;
}

function given(value: Fields[string]): boolean {
  return (typeof value === 'string' ? value : (value?.[0] ?? '')) !== '';
}

function isValid(name: string, answer: string): boolean {
  const variable = variableNamed(codebookOf(gallery), name);
  if (variable.measure === 'register') return register.has(answer) || answer === 'decline';
  if (variable.measure === 'text') return answer !== '' && cleanWords(answer) === answer;
  if (variable.categories.some(({ code }) => code === answer)) return true;
  return isNumeric(variable) && placeOf(variable.measure, answer) !== null;
}

/** The fields as the server's form reader gives them. */
function fieldsOf({ pairs }: HostileForm): Fields {
  const fields: Record<string, string | string[]> = Object.create(null);
  for (const [name, value] of pairs) {
    if (/^(draft:code|draft:revision|asked:once)$/.test(name)) continue;
    // Half a character cannot be sent.
    const text = Buffer.from(value).toString();
    const earlier = fields[name];
    if (earlier === undefined) fields[name] = text;
    else fields[name] = [...(typeof earlier === 'string' ? [earlier] : earlier), text];
  }
  return fields;
}

describe('the marker that is looked for', () => {
  it('is shown as the words it is', async () => {
    const visitor = app.visitor();
    await visitor.post('/s/proef/start');
    const wrong = await visitor.post(`/s/proef/page/${firstPage?.code}`, { rol: evil });
    expect(wrong.text).toContain('&lt;x-evil');
  });
});
