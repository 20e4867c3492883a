// The rows of the source document on sharing knowledge that the template's data serve: counts, tags and scales.
import { describe, expect, it } from 'vitest';
import { estimateOf } from '../../surveys/check.ts';
import { readQuestion } from '../../surveys/question-types/index.ts';
import { noRegister } from '../../surveys/register.ts';
import { templateOf } from './template-of.ts';

describe('sharing knowledge', () => {
  const pulse = templateOf('kennisdeling');

  it('UKB-01 asks how strongly three changes in research, teaching and services are felt, from 0 to 4', () => {
    expect(pulse.rows('KDP10')).toEqual(['onderzoek', 'open', 'diensten']);
    expect(pulse.values('FELT')).toEqual([0, 1, 2, 3, 4]);
  });

  it('UKB-02 asks about employability and belonging, and takes three minutes or a little more', () => {
    expect(pulse.rows('KDP9')).toEqual(['inzetbaar', 'netwerk']);
    expect(estimateOf(pulse.questionnaire).minutesOfEverybody).toBeLessThanOrEqual(4);
  });

  it('UKB-03 has the priority of the year on the timeline, and the waves of 2023 and 2024', () => {
    const priority = pulse.records.milestone.find(({ title }) =>
      title.en?.startsWith('Priority of the year'),
    );
    expect(priority?.date.sort.slice(0, 4)).toBe('2024');
    const earlier = Object.values(pulse.surveys).find(({ earlierWaveOf }) => earlierWaveOf);
    expect(earlier?.earlierWaveOf?.title.nl).toContain('2023');
  });

  it('UKB-04 asks online, mixed or in person per activity, and why', () => {
    expect(pulse.values('MODE')).toHaveLength(3);
    expect(pulse.rows('KDP4')).toHaveLength(3);
    for (const activity of pulse.rows('KDP4')) {
      const reasons = pulse.asked(`KDP4_${activity}`);
      expect(pulse.options(`KDP4_${activity}`)).toEqual(['inhoud', 'netwerk', 'reistijd', 'oefenen']);
      // Who has no preference has no reason for it either.
      expect(reasons.showIf).toEqual({ variable: `KDP4.${activity}`, is: ['online', 'samen', 'gemengd'] });
    }
    expect(pulse.sideBySide('mode')).toMatchObject({ kind: 'balance' });
  });

  it('UKB-06 lets nobody go on without an answer on digital skills, and asks no other answer of the block', () => {
    const question = pulse.asked('KDP6');
    const read = (fields: Readonly<Record<string, string>>) =>
      readQuestion(pulse.questionnaire, question, fields, { libraries: noRegister }).problems;
    expect(read({})).toMatchObject([{ field: 'KDP6.digitaal' }]);
    expect(read({ 'KDP6.disciplines': '4', 'KDP6.kortcyclisch': '4' })).toHaveLength(1);
    expect(read({ 'KDP6.digitaal': '0' })).toEqual([]);
  });

  it('UKB-05 and UKB-06 ask three skills, digital among them', () => {
    expect(pulse.rows('KDP6')).toEqual(['digitaal', 'disciplines', 'kortcyclisch']);
    expect(pulse.values('SKILL')).toEqual([0, 1, 2, 3, 4]);
  });

  it('UKB-07 counts asked and offered visits on a board, only of who agreed', () => {
    expect(pulse.options('KDP5v')).toContain('bezoek');
    expect(pulse.options('KDP5b')).toEqual(pulse.options('KDP5v'));
    for (const code of ['KDP5v', 'KDP5b'])
      expect(pulse.asked(code)).toMatchObject({ showIf: { variable: 'KDP5a', is: ['ja'] } });
    expect(pulse.sideBySide('board')).toMatchObject({ kind: 'balance' });
  });

  it('UKB-08, UKB-09, UKB-10 and UKB-14 step from unknown to given over working groups, three kinds of meeting, the network day and training', () => {
    expect(pulse.rows('KDP1')).toHaveLength(9);
    expect(pulse.rows('KDP1')).toEqual(
      expect.arrayContaining([
        'werkgroep',
        'workshop',
        'themabijeenkomst',
        'webinar',
        'netwerkdag',
        'training',
      ]),
    );
    expect(pulse.values('STEP')).toEqual([0, 1, 2, 3]);
    expect(pulse.sideBySide('ladder')).toMatchObject({ kind: 'steps' });
  });

  it('UKB-11 asks three topics of publications', () => {
    expect(pulse.options('KDP1p')).toEqual(['open_science', 'fair_data', 'impact', 'andere']);
  });

  it('UKB-13 asks who began without library education, and only of them about the basic course and shadowing', () => {
    expect(pulse.asked('KDP7b')).toMatchObject({ showIf: { variable: 'KDP7', is: ['nee', 'bezig'] } });
    expect(pulse.options('KDP7b')).toEqual(expect.arrayContaining(['wil', 'meelopen']));
  });
});
