// The demonstration of OOO: it gives every marginal of the published fixture, each respondent passes the
// questionnaire page by page, and the generator makes the same bytes again.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { demonstrationSchema } from '../../../surveys/demonstration.ts';
import { needsCatalogueSchema } from '../../../surveys/needs-catalogue.ts';
import { questionnaireSchema } from '../../../surveys/questionnaire.ts';
import { readResponse } from '../../../surveys/read-page.ts';
import { registerOf } from '../../../surveys/register.ts';
import { demonstrationFile } from '../../fixtures/ooo-demonstration/generate.ts';
import published from '../../fixtures/ooo-published.json' with { type: 'json' };

const readText = (file: string) =>
  readFileSync(new URL(`../../../surveys/templates/ooo/${file}.json`, import.meta.url), 'utf8');
const read = (file: string) => JSON.parse(readText(file)) as unknown;
const demonstration = demonstrationSchema.parse(read('demonstration'));
const catalogue = needsCatalogueSchema.parse(read('needs'));
const { suggested_fixture: fixture } = published;
const survey = demonstration.surveys.ooo ?? { responses: [], remarks: [] };
const colleagues = demonstration.surveys['ooo-collega'] ?? { responses: [], remarks: [] };
const answers = survey.responses.map((response) => response.answers);

const count = (variable: string, ...codes: readonly string[]) =>
  answers.filter((given) => codes.includes(given[variable] ?? '')).length;
const base = (variable: string) => count(variable, '0', '1', '2', '3', '4', '5');
const percent = (part: number, whole: number) => Math.floor((100 * part) / whole + 0.5);

it('is made again by its generator, byte for byte', () => {
  expect(demonstrationFile()).toBe(readText('demonstration'));
});

describe('the register', () => {
  it('has 304 libraries with different names, 85 of which answered 108 times', () => {
    const { libraries } = demonstration.register;
    expect(libraries).toHaveLength(fixture.population_libraries);
    expect(new Set(libraries.map(({ name }) => name)).size).toBe(304);
    expect(survey.responses).toHaveLength(fixture.responses);
    const perLibrary = new Map<string, number>();
    for (const { library } of survey.responses) {
      perLibrary.set(library ?? '', (perLibrary.get(library ?? '') ?? 0) + 1);
    }
    expect(perLibrary.size).toBe(fixture.libraries_responding);
    for (const [answered, wanted] of Object.entries(fixture.responses_per_library)) {
      expect([...perLibrary.values()].filter((number) => number === Number(answered))).toHaveLength(wanted);
    }
  });

  it('counts by province as the fieldwork picture does', () => {
    const answering = new Set(survey.responses.map(({ library }) => library));
    const provinces = [
      'Antwerpen',
      'Vlaams-Brabant',
      'Oost-Vlaanderen',
      'West-Vlaanderen',
      'Limburg',
      'Brussel',
    ];
    const of = (province: string) =>
      demonstration.register.libraries.filter((one) => one.province === province);
    expect(provinces.map((province) => of(province).length)).toEqual([69, 60, 58, 55, 42, 20]);
    expect(
      provinces.map((province) => of(province).filter(({ code }) => answering.has(code)).length),
    ).toEqual([21, 12, 17, 17, 16, 2]);
  });
});

describe('the published marginals', () => {
  it('hold for tenure and contract', () => {
    for (const [code, wanted] of Object.entries(fixture.tenure)) expect(count('A3', code)).toBe(wanted);
    for (const [code, wanted] of Object.entries(fixture.contract)) expect(count('A4', code)).toBe(wanted);
  });

  it('hold for the two channels', () => {
    for (const [channel, counts] of Object.entries(fixture.channel_freq)) {
      Object.values(counts).forEach((wanted, step) => {
        expect(count(`C1.${channel}`, String(step))).toBe(wanted);
      });
    }
  });

  it.each(Object.entries(fixture.service_never_share_percent))(
    'hold for who never uses %s',
    (service, wanted) => {
      const variable = `B1.${service}`;
      expect(percent(count(variable, '0', '1'), base(variable))).toBe(wanted);
      expect(count(variable, 'N')).toBe(0);
    },
  );

  it.each(Object.entries(fixture.service_monthly_or_more_percent))(
    'hold for monthly use of %s',
    (service, wanted) => {
      expect(percent(count(`B1.${service}`, '3', '4', '5'), base(`B1.${service}`))).toBe(wanted);
    },
  );

  const { _order, ...mastery } = fixture.mastery_counts;
  it.each(Object.entries(mastery))('hold for how well people master %s', (service, wanted) => {
    expect(wanted.map((_, step) => count(`B2.${service}`, String(step)))).toEqual(wanted);
  });

  const remarksOf = (question: string) => survey.remarks.filter((remark) => remark.question === question);
  it('hold for what is strongest and what should change', () => {
    const { coded_answers: coded, ...strongest } = fixture.D1_strongest;
    const { coded_remarks: remarks, ...change } = fixture.D2_change;
    expect(answers.filter((given) => given.D1)).toHaveLength(coded);
    expect(remarksOf('D2')).toHaveLength(remarks);
    for (const [question, services] of Object.entries({ D1: strongest, D2: change })) {
      for (const [service, wanted] of Object.entries(services)) {
        expect(remarksOf(question).filter((remark) => remark.services.includes(service))).toHaveLength(
          wanted,
        );
      }
    }
  });
});

describe('the respondents', () => {
  const questionnaires = ['questionnaire', 'questionnaire-collega'].map((file) =>
    questionnaireSchema.parse(read(file)),
  );
  const libraries = registerOf(demonstration.register.libraries);

  it.each(questionnaires.map((questionnaire) => [questionnaire.code, questionnaire] as const))(
    'of %s pass page by page without a message, and nothing they gave is let go',
    (code, questionnaire) => {
      for (const response of demonstration.surveys[code]?.responses ?? []) {
        const reading = readResponse(questionnaire, response.answers, libraries);
        expect(reading.problems).toEqual([]);
        expect(reading.answers).toEqual(response.answers);
      }
    },
  );

  it('tell what they missed only when they started less than five years ago', () => {
    for (const given of answers) {
      expect('E5.niets' in given).toBe(given.A3 === 'lt1' || given.A3 === 'y1_4');
    }
  });

  it('answered between the invitation and the last day, with a bump after the reminder', () => {
    const days = survey.responses.map(({ date }) => date);
    expect(days).toEqual([...days].sort());
    expect([days[0], days.at(-1)]).toEqual(['2023-12-04', '2024-01-22']);
    const on = (day: string) => days.filter((date) => date === day).length;
    expect(on('2024-01-08')).toBeGreaterThan(5 * on('2024-01-05'));
  });
});

describe('the remarks', () => {
  it('are words of their respondent, with a service and a theme of the frame', () => {
    const services = catalogue.coding?.services.map(({ code }) => code);
    const themes = catalogue.coding?.themes.map(({ code }) => code);
    for (const remark of survey.remarks) {
      expect(answers[remark.response]?.[remark.question]).toContain(remark.text);
      expect(services).toEqual(expect.arrayContaining(remark.services));
      expect(themes).toEqual(expect.arrayContaining(remark.themes));
    }
  });

  it('are at least sixty different sentences', () => {
    expect(new Set(survey.remarks.map(({ text }) => text)).size).toBeGreaterThan(60);
  });
});

describe('the records', () => {
  const { records } = demonstration;

  it('quote only people who agreed, in words somebody wrote', () => {
    for (const { text } of records.quote) {
      const remark = survey.remarks.find((one) => one.text === text.nl);
      expect(remark, text.nl).toBeDefined();
      expect(answers[remark?.response ?? -1]?.D4).toBe('ja');
    }
  });

  it('say of the colleagues what the colleagues said', () => {
    const named = (theme: string) =>
      colleagues.responses.filter((response) => response.answers[`K3.${theme}`] === '1').length;
    const study = records.study.find(({ kind }) => kind === 'colleague_survey');
    expect(study?.metrics.map((metric) => metric.count)).toEqual(
      ['duidelijkheid', 'herhaling', 'vindbaarheid', 'telefoon', 'start'].map(named),
    );
    expect(study?.metrics.every((metric) => metric.base === colleagues.responses.length)).toBe(true);
  });

  it('count 1412 tickets, in categories the needs name', () => {
    expect(records.desk_figure.reduce((sum, { tickets }) => sum + tickets, 0)).toBe(1412);
    const categories = records.desk_figure.map(({ category }) => category);
    const named = catalogue.needs
      .flatMap(({ indicators }) => indicators)
      .flatMap((indicator) => (indicator.source === 'desk_figures' ? indicator.categories : []));
    expect(categories).toEqual(expect.arrayContaining(named));
  });

  it('point only at records and needs that exist', () => {
    const needs = catalogue.needs.map(({ code }) => code);
    const { evidence, finding, recommendation, action, interview, meeting, study } = records;
    const gathered = [...interview, ...meeting, ...study].map(({ code }) => code);
    expect(gathered).toEqual(expect.arrayContaining(evidence.flatMap(({ record }) => record ?? [])));
    expect(needs).toEqual(
      expect.arrayContaining([
        ...evidence.map(({ need }) => need),
        ...[...finding, ...recommendation, ...action].flatMap((record) => record.needs),
        ...interview.flatMap((record) => Object.keys(record.needs)),
      ]),
    );
    expect(finding.map(({ code }) => code)).toEqual(
      expect.arrayContaining(recommendation.flatMap(({ findings }) => findings)),
    );
    expect(recommendation.map(({ code }) => code)).toEqual(
      expect.arrayContaining(action.flatMap(({ recommendations }) => recommendations)),
    );
  });

  it('answer some needs with no public action and two in part', () => {
    const open = records.action.filter(({ kind }) => kind === 'public');
    expect(open).toHaveLength(5);
    const answered = (need: string) => open.filter((action) => action.needs.includes(need));
    const codes = catalogue.needs.map(({ code }) => code);
    expect(codes.filter((need) => answered(need).length === 0)).toEqual(['N3b', 'N5c', 'N5d']);
    expect(
      codes.filter(
        (need) => answered(need).length > 0 && answered(need).every(({ partly }) => partly.includes(need)),
      ),
    ).toEqual(['N2', 'N5b']);
  });
});

it('has five panel members from five libraries, each with all nine needs and the two under the third in order', () => {
  const { members } = demonstration.panel;
  expect(new Set(members.map(({ library }) => library)).size).toBe(5);
  for (const { ballot } of members) {
    expect(ballot.lists.top?.tiers.flat().sort()).toEqual([
      'N1',
      'N2',
      'N3',
      'N4',
      'N5',
      'N5a',
      'N5b',
      'N5c',
      'N5d',
    ]);
    expect(ballot.lists.N3?.tiers.flat().sort()).toEqual(['N3a', 'N3b']);
  }
});
