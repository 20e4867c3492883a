// A kit for a day says which of its parts is missing, and is a product only when none is.
import { describe, expect, it } from 'vitest';
import { kitParts, partsOfKit } from '../../../analysis/materials/kit-parts.ts';
import { publicProducts, readyProducts } from '../../../analysis/materials/products.ts';
import { materials, recordsWith, wholeKit } from './products.ts';

function lacksOf(kit: object, made: readonly object[] = materials) {
  const records = recordsWith({ kit: [{ ...wholeKit, ...kit }], material: made as typeof materials });
  const [first] = records.kit;
  if (!first) throw new Error('there is a kit');
  return Object.fromEntries(partsOfKit(first, records).map(({ part, lacks }) => [part, lacks]));
}
const nothing = { agenda: null, slides: null, exercise: null, film: null };

describe('the parts of a kit', () => {
  it('NYR-03 are an agenda, slides, an exercise and the link to a film', () => {
    expect(kitParts).toEqual(['agenda', 'slides', 'exercise', 'film']);
    expect(lacksOf({})).toEqual(nothing);
  });

  it('NYR-03 are named one by one where they are missing', () => {
    expect(lacksOf({ agenda: undefined })).toEqual({ ...nothing, agenda: 'absent' });
    for (const part of ['slides', 'exercise', 'film'])
      expect(lacksOf({ [part]: [] })).toEqual({ ...nothing, [part]: 'absent' });
    expect(lacksOf({ film: ['gone'] })).toEqual({ ...nothing, film: 'absent' });
  });

  it('NYR-03 miss a film that has no link, but not slides that go round on paper', () => {
    const unlinked = materials.map((each) => ({ ...each, link: undefined }));
    expect(lacksOf({}, unlinked)).toEqual({ ...nothing, film: 'link' });
  });

  it('are not there while a material of them is still being made', () => {
    const making = materials.map((each) => (each.code === 'slides' ? { ...each, state: 'making' } : each));
    expect(lacksOf({}, making)).toEqual({ ...nothing, slides: 'notReady' });
  });
});

describe('the products of a project', () => {
  it('NYR-13 are counted when they are ready, a kit only when it is whole', () => {
    const idea = { code: 'idea', type: 'other', state: 'idea' };
    const records = recordsWith({
      material: [...materials, idea],
      kit: [wholeKit, { ...wholeKit, code: 'half', film: [] }],
      course: [{ code: 'course' }],
    });
    expect(readyProducts(records).map(({ code }) => code)).toEqual([
      'day',
      'film',
      'slides',
      'exercise',
      'course',
    ]);
    expect(readyProducts(recordsWith({ material: [idea] }))).toEqual([]);
  });

  it('are for everybody only where that is said, never a course for the owners’ own staff', () => {
    const course = { public: true, internal: true };
    const records = recordsWith({
      material: [{ ...materials[0], public: true }, ...materials.slice(1)],
      kit: [{ ...wholeKit, public: true, agenda: undefined }],
      course: [
        { code: 'own', ...course },
        { code: 'open', ...course, internal: false },
      ],
    });
    expect(publicProducts(records).map(({ code }) => code)).toEqual(['film', 'open']);
  });
});
