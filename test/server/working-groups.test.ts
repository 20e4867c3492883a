// The register of working groups: empty and told as missing while a source only announces it, written or pasted by the team,
// asked about in the questionnaire, with a rate per group as far as it may be told.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../../analysis/statistics/seeded-random.ts';
import { recordsOf } from '../../server/db/records.ts';
import { insertResponses } from '../../server/db/responses.ts';
import {
  editDefinition,
  openDefinition,
  publishDefinition,
} from '../../server/operations/definition-editing.ts';
import { responseOf } from '../../server/operations/submit-response.ts';
import { generatedAnswersSchema, generatedResponses } from '../../surveys/generated-answers.ts';
import { participationQuestion } from '../../surveys/participation.ts';
import { questionsOf } from '../../surveys/questionnaire.ts';
import { readResponse } from '../../surveys/read-page.ts';
import { noRegister } from '../../surveys/register.ts';
import { blanksFilled } from '../set-up/instruments.ts';
import type { App, Visitor } from '../set-up/start-app.ts';
import { carriedBy } from './carried.ts';
import { wordsOf } from './figures-told.ts';
import { sharing as name, startSharingProject } from './shared-project.ts';

let app: App;
let team: Visitor;
beforeAll(async () => {
  ({ app, team } = await startSharingProject());
}, 120_000);
afterAll(() => app?.stop());

const root = () => `/team/${name}/working-groups`;
const stored = async () => recordsOf(app.ctx.db.kysely, name);
const page = async () => wordsOf(await team.get(root()));
async function paste(list: string) {
  const { csrf } = await carriedBy(team, root());
  return team.post(`${root()}/import`, { csrf, list });
}

describe('the register of working groups', () => {
  it('UKB-15 is empty and told as missing where the source announces a list and has none', async () => {
    expect((await stored()).working_group).toEqual([]);
    expect(await page()).toContain('De lijst van werkgroepen ontbreekt');
    expect(await page()).toContain('“Kennis delen gebeurt in de volgende werkgroepen:”');
    expect(wordsOf(await team.get(`/team/${name}/records`))).toContain('Werkgroepen');
  });

  it('UKB-15 stays empty and missing when a text is pasted that only announces it', async () => {
    const sent = await paste('Zo delen we kennis.\n\nHet gebeurt in deze werkgroepen:\n');
    expect(sent.status).toBe(303);
    expect(wordsOf(await team.get(sent.location ?? ''))).toContain(
      'In de tekst staat geen lijst: er is niets toegevoegd.',
    );
    const { working_group: groups, announced_list: lists } = await stored();
    expect(groups).toEqual([]);
    expect(lists.at(-1)?.lead).toEqual({ nl: 'Het gebeurt in deze werkgroepen:' });
    expect(await page()).toContain('De lijst van werkgroepen ontbreekt');
  });

  it('says at the field what is wrong with what was pasted, and gives it back', async () => {
    expect((await paste('  ')).text).toContain('Plak eerst een tekst.');
    const long = await paste(`Goed\n${'x'.repeat(121)}`);
    expect(long.status).toBe(422);
    expect(long.text).toContain('href="#list"');
    expect(long.text).toContain('x'.repeat(121));
    expect((await stored()).working_group).toEqual([]);
  });

  it('NYR-36 and UKB-08 takes a pasted list over up to its end, each group once, and tells what it let be', async () => {
    const text = 'Onze werkgroepen:\n• Open science\n• Data\n\nEen ander document\nNog een ander document';
    const told = wordsOf(await team.get((await paste(text)).location ?? ''));
    expect(told).toContain('2 groepen toegevoegd. 2 regels na het einde van de lijst zijn niet overgenomen.');
    await paste('Data\nLeren');
    expect((await stored()).working_group.map(({ name: called }) => called.nl)).toEqual([
      'Open science',
      'Data',
      'Leren',
    ]);
    expect(await page()).toContain('3 werkgroepen');
    expect(await page()).not.toContain('ontbreekt');
  });

  it('UKB-08 is edited by the team; who saves second gets both texts and overwrites nothing', async () => {
    const path = `${root()}/data`;
    const [mine, theirs] = [await carriedBy(team, path), await carriedBy(team, path)];
    const fields = { 'name.nl': 'Data', 'meets.nl': 'elke maand, online' };
    expect((await team.post(path, { ...theirs, ...fields })).status).toBe(303);
    const second = await team.post(path, { ...mine, 'name.nl': 'Onderzoeksdata' });
    expect(second.status).toBe(409);
    expect(second.text).toContain('Onderzoeksdata');
    expect(second.text).toContain('elke maand, online');
    expect((await stored()).working_group[1]).toMatchObject({ meets: { nl: 'elke maand, online' } });
    expect(await page()).toContain('elke maand, online');
  });

  it('UKB-08 is what the questionnaire asks about, again after it changed, with words the team gave kept', async () => {
    const { csrf } = await carriedBy(team, root());
    const ask = () => team.post(`${root()}/ask`, { csrf });
    expect((await ask()).location).toBe(`/team/${name}/edit?survey=${name}`);
    const asked = async () =>
      questionsOf((await openDefinition(app.ctx, name)).questionnaire).find(
        ({ code }) => code === participationQuestion,
      );
    const codes = async () => {
      const question = await asked();
      return question?.type === 'multiple' && Array.isArray(question.options)
        ? question.options.map(({ code }) => code)
        : [];
    };
    expect(await codes()).toEqual(['open_science', 'data', 'leren', 'none']);
    await paste('Licenties');
    await ask();
    expect(await codes()).toEqual(['open_science', 'data', 'leren', 'licenties', 'none']);
  });

  it('UKB-08 shows the rate per group, and nothing of few answers', async () => {
    const { questionnaire, revision } = await openDefinition(app.ctx, name);
    const filled = blanksFilled(questionnaire);
    await editDefinition(app.ctx, name, revision, { kind: 'replaceAll', questionnaire: filled });
    expect(await publishDefinition(app.ctx, name)).toEqual({ version: 2 });
    await answered(5, { '1': 1, '0': 0 });
    // Of five there is no more than nothing: a distribution begins at eight.
    expect(await page()).not.toMatch(/\d+% doet mee/);
    await answered(40, { '1': 3, '0': 1 });
    expect(await page()).toMatch(/Data elke maand, online · \d+% doet mee \(\d+ van de 4\d\)/);
  });

  it('is not there for who is not signed in, and is changed by no form without its token', async () => {
    expect((await app.visitor().get(root())).location).toContain('/team/sign-in');
    expect((await team.post(`${root()}/import`, { csrf: 'verzonnen', list: 'x' })).status).toBe(403);
    expect((await team.post(`${root()}/ask`, { csrf: 'verzonnen' })).status).toBe(403);
  });
});

/** So many people answer the newest version, with these weights on every group. */
async function answered(count: number, weights: Readonly<Record<string, number>>): Promise<void> {
  const { questionnaire } = await openDefinition(app.ctx, name);
  const declared = generatedAnswersSchema.parse({
    seed: count,
    count,
    from: '2024-05-06',
    to: '2024-05-10',
    weights: {
      [`${participationQuestion}.*`]: weights,
      [`${participationQuestion}.none`]: { '0': 1 },
    },
  });
  const people = generatedResponses(questionnaire, declared, noRegister, seededRandom(count));
  const responses = people.map(({ answers, date }) => {
    const reading = readResponse(questionnaire, answers, noRegister);
    expect(reading.problems).toEqual([]);
    const draft = { answers: reading.answers, version: 2, receiptHash: '', seed: null };
    return { ...responseOf(draft, questionnaire, noRegister, app.ctx.newId(), date), receiptHash: null };
  });
  await app.ctx.writes.run((queries) => insertResponses(queries, questionnaire.code, responses));
}
