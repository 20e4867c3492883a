// The forms of the team around the sounding board: a mistake stands at its field, the summary leads there, and everything
// typed comes back.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRound, saveBallot } from '../../server/db/panels.ts';
import { type PanelServer, startPanelServer } from './panel-project.ts';
import { signedIn, type TeamMember } from './team-member.ts';

let server: PanelServer;
let team: TeamMember;
beforeAll(async () => {
  server = await startPanelServer(false);
  team = await signedIn(server);
});
afterAll(() => server?.close());

/** A form that is wrong: where it goes, what is typed, which fields are told, and what must come back. */
interface Wrong {
  readonly path: string;
  readonly typed: Readonly<Record<string, string>>;
  readonly told: readonly string[];
  readonly back: readonly string[];
}
const forms: readonly Wrong[] = [
  {
    path: 'call',
    typed: { words: '', effort: 'zes <uur>', closesOn: '2024-02-30', keepDays: 'lang' },
    told: ['words', 'closesOn', 'keepDays'],
    back: ['value="zes &lt;uur&gt;"', 'value="2024-02-30"', 'value="lang"'],
  },
  {
    path: 'meetings',
    typed: {
      title: '',
      day: 'morgen',
      about: 'begin maart',
      mode: '',
      where: 'zaal 2',
      agenda: 'Eerst\nDan',
    },
    told: ['title', 'day', 'mode-online'],
    back: ['value="morgen"', 'value="begin maart"', 'value="zaal 2"', '>Eerst\nDan</textarea>'],
  },
  {
    path: 'members',
    typed: { library: '', role: '', name: 'Proef', interest: 'x'.repeat(2000) },
    told: ['library', 'role', 'interest'],
    back: ['value="Proef"', 'x'.repeat(2000)],
  },
  {
    path: 'open',
    typed: { closesOn: 'straks', mode: '', way: 'loten', quorum: 'veel', 'need.N1': '1' },
    told: ['closesOn', 'mode-confidential', 'quorum', 'need-N1', 'way-order'],
    back: ['value="straks"', 'value="veel"'],
  },
];

/** The start tag of the element with this id. */
const tagOf = (html: string, id: string) =>
  [...html.matchAll(/<[a-z][^>]*>/g)].map(([tag]) => tag).find((tag) => tag.includes(` id="${id}"`)) ?? '';

async function expectToldAtFields({ path, typed, told, back }: Wrong): Promise<void> {
  const { status, text } = await team.post(`/team/klein/panel/${path}`, typed);
  expect(status).toBe(422);
  const summary = text.slice(
    text.indexOf('class="error-summary"'),
    text.indexOf('</ul>', text.indexOf('class="error-summary"')),
  );
  const linked = [...summary.matchAll(/href="#([^"]+)">([^<]+)</g)];
  expect(new Set(linked.map(([, field]) => field))).toEqual(new Set(told));
  for (const [, field = '', words = ''] of linked) {
    expect(tagOf(text, field), field).not.toBe('');
    expect(tagOf(text, `${field}-error`), field).toContain('class="error"');
    expect(text).toContain(`id="${field}-error">${words}`);
    // Of a group of choices the whole group is described, of any other field the field itself.
    const described = [
      ...text.matchAll(/<(fieldset|input|select|textarea)[^>]*aria-describedby="([^"]*)"[^>]*>/g),
    ];
    const by = described.filter(([, , ids = '']) => ids.split(' ').includes(`${field}-error`));
    expect(by, field).toHaveLength(1);
    const group = /^(mode|need|way)-/.test(field);
    expect(by[0]?.[0].includes('aria-invalid="true"'), field).toBe(!group);
  }
  for (const words of back) expect(text).toContain(words);
  expect(text.match(/aria-invalid="true"/g) ?? []).toHaveLength(
    told.filter((field) => !/^(mode|need|way)-/.test(field)).length,
  );
}

test.each(forms)('$path tells a mistake at its field and keeps what was typed', expectToldAtFields);

test('a ballot on paper does the same', async () => {
  const lists = { top: ['N1', 'N2'] };
  await createRound(server.ctx.db.kysely, 'klein', { round: 1, closesOn: '2024-03-14', lists });
  await expectToldAtFields({
    path: 'rounds/1/paper',
    typed: { 'place.N1': '9', 'place.N2': 'twee' },
    told: ['member', 'place.N1', 'place.N2'],
    back: ['value="9"', 'value="twee"'],
  });
});

test('a form without mistakes says nothing of any', async () => {
  for (const path of ['call', 'meetings', 'members', 'rounds/1/paper']) {
    const { text } = await team.get(`/team/klein/panel/${path}`);
    expect(text).not.toContain('aria-invalid');
    expect(text).not.toContain('-error"');
  }
});

test('moving a need of the final list and fixing it do the same', async () => {
  const ballot = { lists: { top: { tiers: [['N1'], ['N2']], noOpinion: [] } } };
  for (const member of ['m1', 'm2', 'm3']) {
    const key = { project: 'klein', round: 1, member };
    await saveBallot(server.ctx.db.kysely, { ...key, ballot, submitted: true, savedAt: '2024-03-02' });
  }
  await team.post('/team/klein/panel/rounds/1/close');
  const { text } = await team.get('/team/klein/panel/rounds/1/final');
  expect(text).not.toContain('aria-invalid');
  await expectToldAtFields({
    path: 'rounds/1/move',
    typed: { need: '', to: '1', reason: '' },
    told: ['need', 'reason'],
    back: ['value="1"'],
  });
  await expectToldAtFields({
    path: 'rounds/1/move',
    typed: { need: 'N2', to: 'eerst', reason: 'de wet <vraagt> het' },
    told: ['to'],
    back: ['<option value="N2" selected>', 'value="eerst"', '>de wet &lt;vraagt&gt; het</textarea>'],
  });
  await expectToldAtFields({
    path: 'rounds/1/freeze',
    typed: { rationale: 'x'.repeat(1001) },
    told: ['rationale'],
    back: ['x'.repeat(1001)],
  });
});
