// The coding desk: open answers of a real project are listed, read masked, coded, and counted.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAnswer } from '../../server/db/coded-answers.ts';
import { remarksOf } from '../../server/db/remarks.ts';
import { textsOf } from '../../server/db/texts.ts';
import type { TeamRole } from '../../server/identity/roles.ts';
import { analyseProject } from '../../server/operations/analyse-project.ts';
import type { App, Page, Visitor } from '../set-up/start-app.ts';
import { addAnswers, hidden, somebody, startCodingProject } from './coding-project.ts';

const root = '/team/echt/coding';
const said = [
  'Het leerplatform is traag. Bel me op 0470 12 34 56 of mail an@bib.example, An uit Bibliotheek Zonnedorp.',
  'Meer opleiding <b>dichtbij</b>',
  'Wise hapert, maar de servicedesk is vriendelijk',
  'nee',
];
let app: App;
let team: Visitor;
beforeAll(async () => {
  ({ app, team } = await startCodingProject(said.map((D2) => ({ D2 }))));
});
afterAll(() => app?.stop());

const db = () => app.ctx.db.kysely;
const addressOf = async (words: string) => {
  const found = (await textsOf(db(), 'ooo', 'D2')).find((text) => text.words.startsWith(words));
  return `${root}/q/D2/${found?.response ?? ''}`;
};
async function send(by: Visitor, address: string, fields: Readonly<Record<string, string>>): Promise<Page> {
  const { text } = await by.get(address);
  const [csrf, revision] = [hidden(text, 'csrf'), hidden(text, 'revision')];
  return by.post(address, { csrf, revision, ...fields });
}
const codes = { 'services.leerplatform': '1', 'themes.actualiteit': '1', valence: 'criticism' };
const remarks = async () =>
  (await remarksOf(db(), 'ooo')).map(({ text, services, themes }) => [text, services, themes]);
const shares = async () => {
  const { surveys } = await analyseProject(app.ctx, 'echt', { reader: 'operator' });
  return surveys[0]?.remarks.find(({ question }) => question === 'D2');
};

describe('OOO-71: the coding desk of a project somebody made', () => {
  it('says per question how many answers there are to code, and lists them', async () => {
    const { text } = await team.get(root);
    expect(text).toContain('Nog 4 van de 4 open antwoorden te coderen');
    const list = await team.get(`${root}/q/D2`);
    expect(list.text).toContain('Te doen (4)');
    expect(list.text).toContain('Meer opleiding &lt;b&gt;dichtbij&lt;/b&gt;');
    expect((await team.get(`${root}/q/D1?state=todo`)).text).toContain('Hier is geen antwoord.');
    expect((await team.get(`${root}/q/A2`)).status).toBe(404);
  });

  it('PRV-11: shows an answer without address, number and library, in the language it was asked in', async () => {
    const pages = [await team.get(`${root}/q/D2`), await team.get(await addressOf(said[0] ?? ''))];
    for (const { text } of pages) {
      expect(text).toContain('Het leerplatform is traag. Bel me op […] of mail […], An uit […].');
      for (const word of ['0470', 'an@bib', 'Zonnedorp']) expect(text).not.toContain(word);
      expect(text).toMatch(/lang="nl"/);
    }
  });

  it('asks for a service, a theme and a direction, and keeps what was ticked', async () => {
    const address = await addressOf('Meer');
    const answer = await send(team, address, { do: 'next', 'services.opleiding': '1', part: 'iets anders' });
    expect(answer.status).toBe(422);
    for (const words of [
      'Kies minstens één thema.',
      'of de opmerking positief is',
      'staan zo niet in het antwoord',
    ])
      expect(answer.text).toContain(words);
    expect(answer.text).toMatch(/name="services.opleiding" value="1" checked/);
    expect(answer.text).toContain('iets anders</textarea>');
    expect(await remarks()).toEqual([]);
  });

  it('keeps a whole answer as a remark and goes on to the next', async () => {
    const address = await addressOf('Meer');
    const kept = await send(team, address, {
      do: 'next',
      'services.opleiding': '1',
      'themes.verplaatsing': '1',
      valence: 'criticism',
    });
    expect(kept.location).toMatch(/^\/team\/echt\/coding\/q\/D2\/.+\?valence=criticism$/);
    expect(await remarks()).toEqual([[said[1], ['opleiding'], ['verplaatsing']]]);
    expect((await team.get(root)).text).toContain('Nog 3 van de 4 open antwoorden te coderen');
  });

  it('makes two remarks of one answer, proposes the rest of it, and codes their words point to', async () => {
    const address = await addressOf('Wise');
    const { text } = await team.get(address);
    const suggested = [...text.matchAll(/<li class="suggested">.*?name="([\w.]+)"/g)].map(([, name]) => name);
    expect(suggested.slice(0, 2)).toEqual(['services.wise', 'services.servicedesk']);
    expect(suggested).toContain('themes.vriendelijkheid_contact');
    expect(text).not.toContain('checked');
    const first = { 'services.wise': '1', 'themes.technische_fout': '1', valence: 'criticism' };
    const more = await send(team, address, { do: 'more', part: 'Wise  hapert', ...first });
    expect(more.location).toBe(`${address}?more&valence=criticism#remark`);
    expect((await team.get(`${address}?more`)).text).toContain(
      'maar de servicedesk is vriendelijk</textarea>',
    );
    await send(team, address, {
      do: 'next',
      part: 'de servicedesk is vriendelijk',
      'services.servicedesk': '1',
      'themes.vriendelijkheid_contact': '1',
      valence: 'praise',
    });
    expect((await remarks()).length).toBe(3);
    expect((await team.get(address)).text).toContain('Servicedesk · Vriendelijkheid en contact · Positief');
  });

  it('refuses what was made on an older state, with both', async () => {
    const address = await addressOf(said[0] ?? '');
    const { text } = await team.get(address);
    const [csrf, revision] = [hidden(text, 'csrf'), hidden(text, 'revision')];
    const colleague = await somebody(app, 'mia', ['analyst']);
    await send(colleague, address, { do: 'next', ...codes });
    const late = {
      csrf,
      revision,
      do: 'next',
      'services.wise': '1',
      'themes.tijd': '1',
      valence: 'question',
    };
    const answer = await team.post(address, late);
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('Iemand anders bewaarde intussen iets');
    expect(answer.text).toContain('Leerplatform · Actueel · Kritiek'.replace('Actueel', 'Actualiteit'));
    expect(answer.text).toMatch(/name="services.wise" value="1" checked/);
    expect((await remarks()).length).toBe(4);
  });

  it('hides words from the answer and from what was coded of it; only the data officer gives them back', async () => {
    const address = await addressOf(said[0] ?? '');
    const masked = await send(team, address, { do: 'mask', words: 'An uit' });
    expect(masked.location).toBe(address);
    expect((await team.get(address)).text).not.toContain('An uit');
    expect((await remarksOf(db(), 'ooo')).every(({ text }) => !text.includes('An uit'))).toBe(true);
    expect((await send(team, address, { do: 'mask', words: 'staat er niet' })).status).toBe(422);
    const analyst = await somebody(app, 'jo', ['analyst']);
    expect((await analyst.get(address)).text).not.toContain('value="unmask"');
    expect((await send(analyst, address, { do: 'unmask' })).status).toBe(403);
    await send(team, address, { do: 'unmask' });
    expect((await team.get(address)).text).toContain('An uit');
    expect((await textsOf(db(), 'ooo', 'D2')).some(({ words }) => words === said[0])).toBe(true);
  });

  it('knows an answer with nothing in it to code', async () => {
    const address = await addressOf('nee');
    expect((await send(team, address, { do: 'nothing' })).location).toBe(`${root}/q/D2?done`);
    expect((await team.get(`${root}/q/D2?done`)).text).toContain(
      'Klaar: er is geen antwoord meer te coderen.',
    );
    expect((await team.get(`${root}/q/D2?state=nothing`)).text).toContain('nee');
    expect((await remarks()).length).toBe(4);
  });

  it('OOO-69: counts remarks in the figures as soon as they are coded', async () => {
    const before = await shares();
    const of = (name: string, from = before) => from?.services.find(({ code }) => code === name)?.ofRemarks;
    expect([before?.remarks, before?.respondents]).toEqual([4, 3]);
    expect(of('leerplatform')).toMatchObject({ count: 1, base: 4 });
    const address = await addressOf('Meer');
    const id = /href="[^"]*remark&#x3D;([^"#]+)#remark"|remark=([^"#]+)#remark/.exec(
      (await team.get(address)).text,
    );
    await send(team, address, {
      do: 'next',
      remark: id?.[1] ?? id?.[2] ?? '',
      'services.leerplatform': '1',
      'themes.verplaatsing': '1',
      valence: 'criticism',
    });
    expect(of('leerplatform', await shares())).toMatchObject({ count: 2, base: 4 });
    const { needs } = await analyseProject(app.ctx, 'echt', { reader: 'operator' });
    const open = needs.flatMap(({ sources }) => sources).filter(({ kind }) => kind === 'open_answers');
    expect(open.some(({ indicators }) => indicators.some(({ share }) => (share.base ?? 0) > 0))).toBe(true);
    expect((await team.get('/team/echt/results/remarks')).text).toContain('Leerplatform');
  });

  it('takes a remark away again; an answer without any is to do again', async () => {
    const address = await addressOf('Meer');
    const { text } = await team.get(address);
    const id = /value="remove:([^"]+)"/.exec(text)?.[1] ?? '';
    await send(team, address, { do: `remove:${id}` });
    expect((await shares())?.remarks).toBe(3);
    const answer = await openAnswer(db(), {
      survey: 'ooo',
      question: 'D2',
      response: address.split('/').at(-1) ?? '',
    });
    expect(answer?.state).toBe('todo');
  });

  it('loses everything of a response that is withdrawn', async () => {
    await addAnswers(app, [{ D2: 'Ik trek dit terug' }], '7KQ42MHR');
    const address = await addressOf('Ik trek');
    await send(team, address, { do: 'next', ...codes });
    expect((await shares())?.remarks).toBe(4);
    const respondent = app.visitor();
    respondent.cookies.set('receipt_ooo', '7KQ42MHR');
    expect((await respondent.post('/s/ooo/withdraw')).status).toBe(303);
    expect((await shares())?.remarks).toBe(3);
    const rows = db().selectFrom('coded_answers').select('response');
    expect((await rows.where('response', '=', address.split('/').at(-1) ?? '').execute()).length).toBe(0);
    expect((await team.get(address)).status).toBe(404);
  });

  it('PRV-18: is closed to who does not code', async () => {
    const address = await addressOf('Meer');
    const others: readonly (readonly TeamRole[])[] = [['editor'], ['publisher'], ['dataOfficer'], []];
    for (const roles of others) {
      const one = await somebody(app, `met-${roles.join('')}`, roles);
      for (const path of [root, `${root}/q/D2`, address]) {
        const page = await one.get(path);
        expect([path, roles, page.status]).toEqual([path, roles, 403]);
        expect(page.text).not.toContain('Meer opleiding');
      }
    }
  });
});

describe('many answers', () => {
  it('stand on pages of fifty', async () => {
    await addAnswers(
      app,
      Array.from({ length: 120 }, (_, number) => ({ D3: `Antwoord nummer ${number}.` })),
    );
    const { text } = await team.get(`${root}/q/D3?page=3`);
    expect(text).toContain('Pagina 3 van 3');
    expect(text.split('Antwoord nummer').length - 1).toBe(20);
  });
});
