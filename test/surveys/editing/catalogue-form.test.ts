// The catalogue as forms: what is not touched comes back word for word, what is ticked becomes a selection, what is wrong
// stands at its field.
import { describe, expect, it } from 'vitest';
import { checkCatalogue } from '../../../surveys/editing/catalogue-check.ts';
import {
  freeCode,
  listed,
  withNeed,
  withNeedMoved,
  withoutNeed,
} from '../../../surveys/editing/catalogue-edits.ts';
import {
  type CatalogueChoices,
  changedFields,
  highlightFields,
  needFields,
  readHighlight,
  readIndicator,
  readNeed,
} from '../../../surveys/editing/catalogue-form.ts';
import { readSelections } from '../../../surveys/editing/share-form.ts';
import { scalesIn, selectionOf, tickedOf, variableSets } from '../../../surveys/editing/variable-sets.ts';
import { type NeedsCatalogue, needsCatalogueSchema } from '../../../surveys/needs-catalogue.ts';
import { type Questionnaire, questionnaireSchema } from '../../../surveys/questionnaire.ts';
import needsFile from '../../../surveys/templates/ooo/needs.json' with { type: 'json' };
import questionnaireFile from '../../../surveys/templates/ooo/questionnaire.json' with { type: 'json' };
import colleagueFile from '../../../surveys/templates/ooo/questionnaire-collega.json' with { type: 'json' };
import { questionnaire as numbers } from '../../analysis/number-survey.ts';

const ooo = questionnaireSchema.parse(questionnaireFile);
const colleagues = questionnaireSchema.parse(colleagueFile);
const catalogue = needsCatalogueSchema.parse(needsFile);

function choicesOf(of: NeedsCatalogue, surveys: readonly Questionnaire[]): CatalogueChoices {
  return {
    catalogue: of,
    languages: ['nl', 'en'],
    surveys: surveys.map((questionnaire) => {
      const sets = variableSets(questionnaire);
      return {
        code: questionnaire.code,
        sets,
        background: sets.filter((set) => set.background).map(({ name }) => name),
        scales: scalesIn(questionnaire),
      };
    }),
  };
}
const choices = choicesOf(catalogue, [ooo, colleagues]);
const first = catalogue.needs[0];
if (!first) throw new RangeError('the template has needs');

describe('a form nobody changed', () => {
  it('gives every need of the template back as it was', () => {
    for (const need of catalogue.needs) {
      const read = readNeed(needFields(need, choices), need, choices);
      expect([need.code, read.problems]).toEqual([need.code, null]);
      expect(read.value).toEqual(need);
    }
  });

  it('gives every highlight back as it was', () => {
    expect(catalogue.highlights.length).toBeGreaterThan(3);
    for (const highlight of catalogue.highlights)
      expect(readHighlight(highlightFields(highlight, choices), highlight, choices).value).toEqual(highlight);
  });
});

describe('what can be chosen', () => {
  const sets = variableSets(numbers);
  const set = (name: string) => {
    const found = sets.find((each) => each.name === name);
    if (!found) throw new RangeError(`no set ${name}`);
    return found;
  };

  it('is every question with figures, and nothing of words, dates and sections', () => {
    expect(sets.map(({ name }) => name)).toEqual([
      'role',
      'hours',
      'exact',
      'sure',
      'money',
      'fun',
      'best',
      'order',
      'tools',
    ]);
    expect(sets.filter(({ background }) => background).map(({ name }) => name)).toEqual(['role']);
    expect(variableSets(ooo).find(({ name }) => name === 'B2')?.items.length).toBeGreaterThan(10);
  });

  it('becomes variables and codes: all of them as a star, so that what is added later counts too', () => {
    const none = { atLeast: null, atMost: null };
    expect(
      selectionOf(set('order'), { set: 'order', items: ['two', 'one'], codes: ['1', '2'], ...none }),
    ).toEqual({
      variables: ['order.one', 'order.two'],
      except: [],
      codes: ['1', '2'],
    });
    const all = { set: 'order', items: ['one', 'two', 'three'], codes: ['1'], ...none };
    expect(selectionOf(set('order'), all).variables).toEqual(['order.*']);
    expect(
      selectionOf(set('hours'), { set: 'hours', items: [], codes: [], atLeast: 3, atMost: null }),
    ).toEqual({
      variables: ['hours'],
      except: [],
      codes: [],
      atLeast: 3,
    });
  });

  it('is read back from a stored selection, where one set can say it', () => {
    const stored = { variables: ['tools.*'], except: ['tools.till'], codes: ['1'] };
    expect(tickedOf(sets, stored)).toMatchObject({ set: 'tools', items: ['phone'], codes: ['1'] });
    expect(tickedOf(sets, { variables: ['role', 'fun'], except: [], codes: ['desk'] })).toBeNull();
    expect(tickedOf(sets, { variables: ['gone'], except: [], codes: ['1'] })).toBeNull();
    expect(tickedOf(sets, { variables: ['role'], except: [], codes: ['chief'] })).toBeNull();
  });
});

describe('a sign', () => {
  const own = choicesOf(needsCatalogueSchema.parse({ format: 'nodenkaart/needs/1', needs: [] }), [numbers]);
  const read = (fields: Record<string, string>) =>
    readIndicator({ source: 'survey', 'label.nl': 'zijn het', survey: 'numbers', ...fields }, null, own);
  const wrong = (fields: Record<string, string>) =>
    read(fields).problems?.map(({ field, key }) => [field, key]);

  it('is a share of the answers that are ticked', () => {
    const fields = { 'any.0.set': 'role', 'any.0.drawn': 'role', 'any.0.code.desk': 'on' };
    expect(read(fields).value).toEqual({
      source: 'survey',
      label: { nl: 'zijn het' },
      share: { any: [{ variables: ['role'], except: [], codes: ['desk'] }], where: [] },
    });
  });

  it('is limited by two declared backgrounds at most, each once, also where a form is sent that no page drew', () => {
    const [survey] = own.surveys;
    if (!survey) throw new Error('there is a survey');
    const condition = (place: number, set: string, code: string) => ({
      [`where.${place}.set`]: set,
      [`where.${place}.drawn`]: set,
      [`where.${place}.code.${code}`]: 'on',
    });
    const problems = (conditions: Record<string, string>, background: readonly string[]) =>
      readSelections({ ...conditions }, 'where', { ...survey, background }, []).problems.map(
        ({ field, key }) => [field, key],
      );
    const role = condition(0, 'role', 'desk');
    expect(problems(role, ['role'])).toEqual([]);
    expect(problems(role, [])).toEqual([['where.0.set', 'catalogue.problem.notBackground']]);
    expect(problems({ ...role, ...condition(1, 'role', 'desk') }, ['role'])).toEqual([
      ['where.1.set', 'catalogue.problem.conditionOnce'],
    ]);
    expect(
      problems({ ...role, ...condition(1, 'role', 'desk'), ...condition(2, 'role', 'desk') }, ['role']),
    ).toEqual([['where', 'catalogue.problem.mostConditions']]);
  });

  it('forgets answers to a question that was changed for another', () => {
    const fields = { 'any.0.set': 'fun', 'any.0.drawn': 'role', 'any.0.code.desk': 'on' };
    expect(wrong(fields)).toEqual([['any.0.code', 'catalogue.problem.noCode']]);
  });

  it('says at each field what is missing', () => {
    expect(wrong({})).toEqual([['any', 'catalogue.problem.noAnswer']]);
    expect(wrong({ survey: 'other' })).toEqual([['survey', 'catalogue.problem.noSurvey']]);
    expect(wrong({ 'any.0.set': '' })).toEqual([['any.0.set', 'catalogue.problem.noQuestion']]);
    expect(wrong({ 'any.0.set': 'tools', 'any.0.code.1': 'on' })).toEqual([
      ['any.0.item', 'catalogue.problem.noItem'],
    ]);
    expect(wrong({ 'any.0.set': 'hours' })).toEqual([['any.0.atLeast', 'catalogue.problem.noBound']]);
    const bounds = { 'any.0.set': 'hours', 'any.0.atLeast': '5', 'any.0.atMost': '2,5' };
    expect(wrong(bounds)).toEqual([['any.0.atMost', 'catalogue.problem.boundsReversed']]);
    expect(wrong({ source: 'desk_figures', categories: 'te laat' })?.[0]?.[0]).toBe('categories');
    expect(wrong({ source: 'panel' })).toEqual([['source', 'catalogue.problem.noSource']]);
  });

  it('is a gap between two scales that are alike, and nothing between others', () => {
    const gap = (importance: string, ability: string) =>
      readIndicator(
        {
          source: 'survey',
          measure: 'gap',
          'label.nl': 'schieten tekort',
          survey: 'ooo',
          importance,
          ability,
        },
        null,
        choices,
      );
    expect(gap('C2', 'C3').value).toEqual({
      source: 'survey',
      measure: 'gap',
      label: { nl: 'schieten tekort' },
      gap: { importance: 'C2', ability: 'C3', where: [] },
    });
    const problems = (one: ReturnType<typeof gap>) => one.problems?.map(({ field, key }) => [field, key]);
    expect(problems(gap('C2', 'B2.wise'))).toEqual([['ability', 'catalogue.problem.scalesDiffer']]);
    expect(problems(gap('C2', ''))).toEqual([['ability', 'catalogue.problem.noScale']]);
  });

  it('comes and goes by buttons, and what stands beside it keeps its place', () => {
    const before = {
      'i.0.source': 'interview',
      'i.1.source': 'survey',
      'i.1.any.0.set': 'role',
      newSource: 'interview',
    };
    expect(changedFields(before, 'add-indicator')).toMatchObject({ 'i.2.source': 'interview' });
    expect(changedFields(before, 'remove-indicator:0')).toMatchObject({
      'i.0.source': 'survey',
      'i.0.any.0.set': 'role',
    });
    expect(changedFields(before, 'add:i.1.any')).toMatchObject({ 'i.1.any.1.set': '' });
    expect(changedFields(before, 'remove:i.1.any:0')).not.toHaveProperty(['i.1.any.0.set']);
    expect(changedFields(before, 'whatever')).toBe(before);
  });
});

describe('the list of needs', () => {
  const codes = (of: NeedsCatalogue) => of.needs.map(({ code }) => code);

  it('moves a need among those with the same parent', () => {
    const moved = withNeedMoved(catalogue, 'N3a', 1);
    expect(codes(moved).filter((code) => code.startsWith('N3'))).toEqual(['N3', 'N3b', 'N3a']);
    expect(withNeedMoved(catalogue, 'N1', -1)).toBe(catalogue);
  });

  it('stands with children behind their parent, whatever their order', () => {
    const late = withNeed(catalogue, { ...first, code: 'N9', parent: 'N1' });
    expect(
      listed(late.needs)
        .map(({ code }) => code)
        .slice(0, 2),
    ).toEqual(['N1', 'N9']);
    expect(codes(withoutNeed(late, 'N9'))).toEqual(codes(catalogue));
  });

  it('gives a new need a code nobody has', () => {
    expect(freeCode([{ code: 'N1' }, { code: 'N3' }], 'N')).toBe('N4');
    expect(freeCode([], 'H')).toBe('H1');
  });
});

describe('the check against the questionnaires', () => {
  it('finds nothing in the template', () => {
    expect(checkCatalogue(catalogue, [ooo, colleagues])).toEqual([]);
  });

  it('names what is not there: surveys, questions and answers', () => {
    const found = (surveys: readonly Questionnaire[], change: object = {}) =>
      checkCatalogue({ ...catalogue, ...change }, surveys).map(({ key }) => key);
    expect(new Set(found([ooo]))).toEqual(new Set(['unknownSurvey']));
    expect(found([ooo, colleagues], { background: ['A3', 'Z9'] })).toEqual(['unknownVariable']);
    const share = { any: [{ variables: ['A3', 'Z.*'], except: [], codes: ['lt1', 'nooit'] }], where: [] };
    const highlights = [{ code: 'h', label: { nl: 'h' }, share }];
    expect(checkCatalogue({ ...catalogue, highlights }, [ooo, colleagues])).toEqual([
      {
        part: 'highlight',
        code: 'h',
        indicator: null,
        key: 'unknownCode',
        values: { name: 'A3', code: 'nooit' },
      },
      { part: 'highlight', code: 'h', indicator: null, key: 'unknownVariable', values: { name: 'Z.*' } },
      { part: 'highlight', code: 'h', indicator: null, key: 'backgroundMixed', values: { name: 'A3' } },
    ]);
    expect(checkCatalogue(catalogue, []).length).toBeGreaterThan(20);
  });

  it('names signs no reader would see: other conditions than declared backgrounds, and a background among other answers', () => {
    const selection = (name: string, code: string) => ({ variables: [name], except: [], codes: [code] });
    const keysOf = (any: readonly object[], where: readonly object[]) => {
      const highlights = [{ code: 'h', label: { nl: 'h' }, share: { any, where } }];
      const changed = needsCatalogueSchema.parse({ ...catalogue, highlights });
      return checkCatalogue(changed, [ooo, colleagues]).map(({ key }) => key);
    };
    const starts = selection('A3', 'lt1');
    const pack = selection('E5.startpakket', '1');
    expect(keysOf([pack], [starts])).toEqual([]);
    expect(keysOf([starts], [pack])).toEqual(['conditionNotBackground']);
    expect(keysOf([pack], [starts, starts])).toEqual(['conditionTwice']);
    expect(keysOf([pack, starts], [])).toEqual(['backgroundMixed']);
  });
});
