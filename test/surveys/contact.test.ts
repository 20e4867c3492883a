// The form to be contacted as a value: what is read from it, what is wrong with it, and how it is shown again.
import { describe, expect, it } from 'vitest';
import { checkQuestionnaire } from '../../surveys/check.ts';
import { contactView, readContact } from '../../surveys/contact.ts';
import { questionnaireSchema } from '../../surveys/questionnaire.ts';
import { sampleDefinition } from './sample-questionnaire.ts';

const both = (nl: string, en = nl) => ({ nl, en });
const contact = {
  title: both('Meer doen?', 'Do more?'),
  intro: [both('Hoeft niet.', 'Not needed.')],
  interests: {
    label: both('Wat?', 'What?'),
    options: [
      { code: 'talk', label: both('Praten', 'Talk') },
      { code: 'join', label: both('Meedoen', 'Join') },
    ],
  },
  motives: {
    label: both('Waarom?', 'Why?'),
    help: both('Mag leeg.', 'May be empty.'),
    options: [
      { code: 'nose', label: both('Neus', 'Nose') },
      { code: 'better', label: both('Beter', 'Better') },
    ],
  },
};
const questionnaire = questionnaireSchema.parse({ ...sampleDefinition, contact });
const form = questionnaire.contact;
if (!form) throw new Error('the questionnaire has the form');
const read = (fields: Record<string, string | string[]>) => readContact(questionnaire, form, fields);
const wrong = (fields: Record<string, string>) =>
  read(fields).problems.map(({ key, target }) => [key, target]);

describe('reading the form', () => {
  it('gives what was ticked and the address, without the spaces around it', () => {
    const fields = { 'interests.join': '1', 'motives.better': '1', email: ' an@bib.example ' };
    expect(read(fields).offer).toEqual({
      interests: ['join'],
      motives: ['better'],
      email: 'an@bib.example',
      board: null,
    });
  });

  it('needs an interest and an address, and no motive', () => {
    expect(wrong({})).toEqual([
      ['required', 'interests.talk:1'],
      ['emailMissing', 'email'],
    ]);
    expect(wrong({ 'interests.talk': '1', email: 'an@bib' })).toEqual([['emailWrong', 'email']]);
    expect(wrong({ 'interests.talk': '1', email: 'an@bib.example' })).toEqual([]);
  });

  it('lets go of fields it does not have, and takes the first of one sent twice', () => {
    const { offer } = read({ 'interests.talk': '1', 'interests.boss': '1', email: ['an@bib.example', 'x'] });
    expect(offer).toEqual({ interests: ['talk'], motives: [], email: 'an@bib.example', board: null });
  });

  it('repeats no more of an endless address than a message can hold', () => {
    const [problem] = read({ 'interests.talk': '1', email: 'a'.repeat(5000) }).problems;
    expect(JSON.stringify(problem?.values.value).length).toBeLessThan(50);
  });
});

it('shows again what was typed, with the message at the field', () => {
  const reading = read({ 'motives.nose': '1', email: 'an' });
  const view = contactView(questionnaire, form, reading, 'en');
  expect(view.title).toBe('Do more?');
  expect(view.email).toEqual({
    value: 'an',
    message: { key: 'respond.problem.emailWrong.field', values: { value: 'an' } },
  });
  const [interests, motives] = view.questions;
  expect(interests?.message?.key).toBe('respond.problem.required.field');
  expect(motives?.describedBy).toBe('motives-help');
  const ticks = motives?.body.type === 'multiple' ? motives.body.options.map(({ checked }) => checked) : [];
  expect(ticks).toEqual([true, false]);
  expect(view.summary.map(({ target }) => target)).toEqual(['interests.talk:1', 'email']);
});

it('is checked like the rest of the questionnaire: a text without a language is told', () => {
  const half = { ...contact, title: { nl: 'Meer doen?' } };
  const problems = checkQuestionnaire(questionnaireSchema.parse({ ...sampleDefinition, contact: half }));
  expect(problems.map(({ path, key }) => [path, key])).toEqual([['contact.title', 'check.missingText']]);
});
