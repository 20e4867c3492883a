// Frameworks in the workspace: read with what stands out in their sources, and descriptions of functions side by side.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { surveysOf } from '../../server/db/surveys.ts';
import { checkQuestionnaire, errorsAmong } from '../../surveys/check.ts';
import { rowsOf } from '../../surveys/questionnaire.ts';
import type { App, Visitor } from '../set-up/start-app.ts';
import { signInThroughSetUp, startDemonstration } from '../set-up/start-demonstration.ts';

let app: App;
let team: Visitor;
beforeAll(async () => {
  app = await startDemonstration();
  team = app.visitor();
  await signInThroughSetUp(team);
});
afterAll(() => app?.stop());

const all = '/team/ooo/frameworks';
const functions = `${all}/informatie-en-techniek`;
const compared = (query: string) => team.get(`${functions}/compare?${query}`);
/** The words of a page, without its marks. */
const wordsOf = (html: string) => html.replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, ' ');

describe('frameworks', () => {
  it('are for the team alone', async () => {
    for (const path of [all, functions, `${functions}/compare`]) {
      expect([path, (await app.visitor().get(path)).status]).toEqual([path, 303]);
    }
  });

  it('are listed with how much is in them, and the questionnaire leads there', async () => {
    expect((await team.get('/team/ooo/questionnaire')).text).toContain(`href="${all}"`);
    const page = await team.get(all);
    expect(page.status).toBe(200);
    expect(page.text).toContain('76 activiteiten');
    expect(page.text).toContain('7 dingen vallen op in de bron');
  });

  it('say what stands out in their source, and the difference between none, blank and to be filled in', async () => {
    const library = (await team.get(`${all}/bibliothecaris`)).text;
    expect(library).toContain('Tekst breekt af');
    expect(library).toContain('in de bron niet ingevuld');
    expect(library).toContain('Geen, zegt de bron uitdrukkelijk.');
    expect(library).toContain('<dfn>bibliometrie</dfn>');
    const page = (await team.get(functions)).text;
    expect(page).toContain('13 cijfers in plaats van 14');
    expect(page).toContain('De cijfers zijn samen 30, de bron zegt 32.');
    expect(page).toContain('Nog in te vullen door de eigen organisatie. Telt niet mee.');
  });

  it('FGR-03: hide from other roles what is for one role only', async () => {
    const result = 'documenten verwerkt volgens afspraak';
    expect((await team.get(functions)).text).toContain(result);
    expect((await team.get(`${functions}?role=documentmedewerker`)).text).toContain(result);
    expect((await team.get(`${functions}?role=-`)).text).not.toContain(result);
  });

  it('are unknown when there is no such code', async () => {
    expect((await team.get(`${all}/weg`)).status).toBe(404);
    expect((await team.get(`${all}/weg/compare`)).status).toBe(404);
  });

  it('are there in English', async () => {
    const page = await team.get(`${functions}?lang=en`);
    expect(page.text).toContain('13 digits instead of 14');
    await team.get(`${all}?lang=nl`);
  });
});

describe('descriptions side by side', () => {
  it('say that the first and the second profile do not differ', async () => {
    const page = await compared('with=profile-1&with=profile-2&purpose=development');
    expect(page.status).toBe(200);
    expect(wordsOf(page.text)).toContain('Kwaliteitenprofiel 1 en Kwaliteitenprofiel 2: geen verschil.');
    expect(page.text.match(/<ins>/g)).toHaveLength(1);
  });

  it('name a probable typing error and do not count it as a difference', async () => {
    const page = await compared('with=profile-3&with=profile-4&purpose=career');
    expect(wordsOf(page.text)).toContain(
      'Kwaliteitenprofiel 3 en Kwaliteitenprofiel 4: alleen een waarschijnlijke tikfout (“tepassen” – “toepassen”), geen verschil.',
    );
    expect(page.text).toContain('De letter die hier ontbreekt, ontbreekt ook in de bron.');
  });

  it('mark what is new, gone and changed in the whole text, with words beside it', async () => {
    const page = await compared('with=profile-2&with=profile-3&purpose=recruitment&area=informatiebeheer');
    expect(page.text).toMatch(/<del>werken met<\/del>/);
    expect(page.text).toMatch(/<ins><b class="verb">onderhouden<\/b><\/ins>/);
    expect(wordsOf(page.text)).toContain('Komt erbij: overdragen, beheren.');
    expect(page.text).not.toContain('functioneel beheer voeren');
    expect(page.text).toContain('Nog in te vullen door de eigen organisatie. Telt niet mee.');
  });

  it('show fourteen scores with their check, and no group where a digit is missing', async () => {
    const page = await compared('with=scale-5&with=scale-6&with=scale-7&with=scale-8&purpose=planning');
    expect(wordsOf(page.text)).toContain('13 van 14 cijfers; samen 30, de bron zegt 32');
    expect(page.text.match(/>klopt</g)).toHaveLength(3);
    expect(page.text.match(/class="score-sum"/g)).toHaveLength(12);
    expect(page.text).not.toContain('werkwoord dat telt');
  });

  it('FGR-26: print what the comparison is for, and never a pay scale of somebody', async () => {
    for (const [purpose, words] of Object.entries({
      development: 'Ontwikkelgesprek',
      career: 'Loopbaan',
      recruitment: 'Werving',
      planning: 'Teamplanning',
    })) {
      const page = await compared(`with=profile-1&with=profile-2&purpose=${purpose}`);
      expect(page.text).toContain(`<strong>${words}</strong>`);
      expect(page.text).toContain('Een loonschaal volgt er niet uit');
    }
  });

  it.each([
    ['fewer than two', 'with=profile-1&purpose=career', 'Kies er minstens twee.'],
    [
      'two kinds',
      'with=profile-1&with=scale-5&purpose=career',
      'Kies profielen of typeringen, niet allebei.',
    ],
    ['no purpose', 'with=profile-1&with=profile-2', 'Kies waarvoor je vergelijkt.'],
  ])('ask again where there are %s, with the choice kept', async (_, query, words) => {
    const page = await compared(query);
    expect(page.status).toBe(422);
    expect(page.text).toContain(words);
    expect(page.text).toMatch(/value="profile-1" checked/);
    expect(page.text).not.toContain('id="compared"');
  });
});

describe('a questionnaire drawn from a framework', () => {
  const draw = `${functions}/draw`;
  const send = async (fields: Readonly<Record<string, string>>) => {
    const csrf = /name="csrf" value="([^"]+)"/.exec((await team.get(draw)).text)?.[1] ?? '';
    return team.post(draw, { csrf, ...fields });
  };
  const drawn = async () =>
    (await surveysOf(app.ctx.db.kysely, 'ooo')).find(({ code }) => code.startsWith('informatie'))
      ?.questionnaire;

  it('asks again when nothing was picked or a line is too long, with what was typed kept', async () => {
    expect((await send({})).text).toContain('Kies minstens één onderdeel');
    const long = await send({ 'slot.own': 'x'.repeat(201) });
    expect(long.status).toBe(422);
    expect(long.text).toContain('x'.repeat(201));
    expect(await drawn()).toBeUndefined();
  });

  it('FGR-14: holds what was picked and what the organisation filled in, and no row for a place that stayed empty', async () => {
    const made = await send({
      'group.FGR-COMP': '1',
      'part.FGR-B21': '1',
      'slot.FGR-LOCAL-EDU': 'eigen basisopleiding\nEHBO',
    });
    expect(made.status).toBe(303);
    const questionnaire = await drawn();
    const [, ...pages] = questionnaire?.pages ?? [];
    const rows = pages.map(({ questions: [grid] }) =>
      questionnaire && grid?.type === 'grid'
        ? rowsOf(questionnaire, grid).options.map(({ label }) => label.nl)
        : [],
    );
    expect(rows.map(({ length }) => length)).toEqual([1, 7, 2]);
    expect(rows[2]).toEqual(['eigen basisopleiding', 'EHBO']);
    expect(pages[0]?.intro?.nl).toContain('versie 1');
    expect(questionnaire && errorsAmong(checkQuestionnaire(questionnaire))).toEqual([]);
  });

  it('is for the team alone', async () => {
    expect((await app.visitor().get(draw)).status).toBe(303);
    expect([303, 403]).toContain((await app.visitor().post(draw, { 'part.FGR-B21': '1' })).status);
  });
});
