import { describe, expect, it } from 'vitest';
import { guideSchema, minutesOf } from '../../../surveys/guides/guide.ts';

const block = (code: string, visit: number, telephone: number) => ({
  code,
  title: { nl: code },
  minutes: { visit, telephone },
  prompts: [{ nl: 'Wat viel weg?' }],
});
const guide = (blocks: readonly object[]) => ({
  format: 'nodenkaart/guide/1',
  title: { nl: 'Leidraad' },
  intro: { nl: 'Zo gaat het.' },
  people: { from: 6, to: 8 },
  talks: { from: 3, to: 4 },
  participants: [{ code: 'team', label: { nl: 'Team' } }],
  blocks,
});

describe('a guide', () => {
  it('lasts as long as its blocks together, on a visit and by telephone', () => {
    const read = guideSchema.parse(guide([block('a', 10, 3), block('b', 15, 5)]));
    expect([minutesOf(read, 'visit'), minutesOf(read, 'telephone')]).toEqual([25, 8]);
  });

  it('is refused with the place where a code is there twice, a block lasts nothing or asks nothing', () => {
    const wrong = guideSchema.safeParse(
      guide([block('a', 10, 3), block('b', 0, 3), { ...block('c', 1, 1), prompts: [] }]),
    );
    expect(wrong.error?.issues.map(({ path }) => path.join('.'))).toEqual([
      'blocks.1.minutes.visit',
      'blocks.2.prompts',
    ]);
    const twice = guideSchema.safeParse(guide([block('a', 10, 3), block('a', 10, 3)]));
    expect(twice.error?.issues.map(({ path }) => path.join('.'))).toEqual(['blocks.1.code']);
  });
});
