// Group beside group on the page of figures side by side: staff about themselves, heads about their team, and the derived skills.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Share } from '../../analysis/figure.ts';
import type { GapScores, SideBySideResultOf } from '../../analysis/side-by-side/results.ts';
import { addDemonstration } from '../../server/first-start.ts';
import { gapScoresView } from '../../server/http/team/gap-scores-view.ts';
import { wordsOf } from '../set-up/own-results.ts';
import type { App, Visitor } from '../set-up/start-app.ts';
import { signInThroughSetUp, startDemonstration } from '../set-up/start-demonstration.ts';

let app: App;
let team: Visitor;
beforeAll(async () => {
  app = await startDemonstration();
  await addDemonstration(app.ctx, 'competentie');
  team = app.visitor();
  await signInThroughSetUp(team);
}, 60_000);
afterAll(() => app?.stop());

describe('figures of what was rated twice', () => {
  it('CMP-0 stand with staff beside heads and their difference, in both languages', async () => {
    const said = wordsOf((await team.get('/team/competentie/side-by-side')).text);
    expect(said).toContain('Belangrijk, maar nog niet vlot: groep naast groep');
    expect(said).toMatch(
      /Personeelsbeleid voeren Mijn eigen werk 65 van 113 58% Personeelsbeleid voeren Het werk van mijn team 27 van 34 79% verschil \+21 punten/,
    );
    const english = wordsOf((await team.get('/team/competentie/side-by-side?lang=en')).text);
    expect(english).toMatch(/27 of 34 79% difference \+21 points/);
    await team.get('/team/competentie/side-by-side?lang=nl');
  });

  it('CMP-9 LIB-12 LIB-14 hold the ten derived skills for the group, from how many, and say that motor skills are none', async () => {
    const said = wordsOf((await team.get('/team/competentie/side-by-side')).text);
    expect(said).toContain('Vaardigheden, afgeleid uit de activiteiten');
    expect(said).toContain('51 van de 58 (88%)');
    expect(said).toContain('Motorische vaardigheden noemt het beroepsprofiel uitdrukkelijk niet.');
  });
});

describe('the view of groups', () => {
  const label = (nl: string) => ({ nl });
  const share = (count: number | null, base: number | null): Share => ({
    count,
    base,
    estimate: count === null || base === null ? null : count / base,
    interval: null,
    missing: null,
    unit: 'respondents',
    method: 'wilson',
    openness: count === null ? 'withheld' : 'full',
  });
  const scores = (importance: number, ability: number): GapScores => ({
    n: 40,
    importance,
    ability,
    weighted: importance * (importance - ability),
    ranked: -50,
  });
  const resultOf = (
    groupScores: readonly (GapScores | null)[],
    second: Share,
  ): SideBySideResultOf<'gap'> => ({
    kind: 'gap',
    code: 'gap',
    label: label('Kloof'),
    how: null,
    ends: {
      importance: { from: 1, to: 5, low: label('weinig'), high: label('veel') },
      ability: { from: 1, to: 5, low: label('niet'), high: label('goed') },
    },
    rows: ['een', 'twee'].map((code) => ({
      code,
      label: label(code),
      everybody: share(40, 80),
      groups: [
        { code: 's', label: label('Zelf'), share: share(20, 40) },
        { code: 'h', label: label('Hoofd'), share: second },
      ],
      scores: scores(4, 3),
      groupScores,
    })),
  });
  const viewOf = (result: SideBySideResultOf<'gap'>) =>
    gapScoresView(result, {
      language: 'nl',
      say: ({ key, values }) => app.ctx.texts.say('nl', key, values),
      fill: () => '',
    })?.groups;

  it('has means and a field for each group where they may be told', () => {
    const view = viewOf(resultOf([scores(4, 3), scores(4, 2)], share(30, 40)));
    expect(view?.means).toBe(true);
    expect(view?.quadrants.map(({ chart }) => chart.title)).toEqual(['Kloof: Zelf', 'Kloof: Hoofd']);
    expect(view?.rows[0]?.lines.map(({ importance, ability }) => [importance, ability])).toEqual([
      ['4,0', '3,0'],
      ['4,0', '2,0'],
    ]);
    expect(view?.rows[0]?.difference).toBe('verschil +25 punten');
  });

  it('has shares without means where only those may be told, and no difference from a group that may not', () => {
    const shares = viewOf(resultOf([null, null], share(30, 40)));
    expect([shares?.means, shares?.quadrants, shares?.rows[0]?.lines[0]?.importance]).toEqual([
      false,
      [],
      '',
    ]);
    const one = viewOf(resultOf([null, null], share(null, null)));
    expect(one?.rows[0]?.lines.map(({ name }) => name)).toEqual(['Zelf']);
    expect(one?.rows[0]?.difference).toBe('');
  });
});
