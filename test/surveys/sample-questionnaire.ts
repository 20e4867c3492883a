// A small questionnaire with every kind of question, a condition between pages and one inside a page.
import { type Page, questionnaireSchema } from '../../surveys/questionnaire.ts';
import { registerOf } from '../../surveys/register.ts';

const both = (nl: string, en = nl) => ({ nl, en });

/** What the schema takes: change a copy of it to make a questionnaire that is wrong somewhere. */
export const sampleDefinition = {
  format: 'nodenkaart/questionnaire/1',
  code: 'proef',
  languages: ['nl', 'en'],
  title: both('Proefvragen', 'Trial questions'),
  welcome: {
    title: both('Doe je mee?', 'Will you join?'),
    paragraphs: [both('Het duurt even.', 'A moment.')],
  },
  notice: [{ title: both('Wie ziet wat?', 'Who sees what?'), text: both('Niemand apart.', 'Nobody apart.') }],
  thanks: { title: both('Dank je', 'Thank you'), paragraphs: [both('Tot later.', 'See you.')] },
  scales: {
    OFTEN: {
      look: 'frequency',
      options: [
        { code: '0', label: both('Ken ik niet', 'Not known'), value: 0 },
        { code: '1', label: both('Soms', 'Sometimes'), value: 1 },
        { code: '2', label: both('Vaak', 'Often'), value: 2 },
        { code: 'N', label: both('Niet in onze bib', 'Not in our library'), missing: 'notApplicable' },
      ],
    },
    WELL: {
      look: 'mastery',
      options: [
        { code: '0', label: both('Niet', 'Not'), value: 0 },
        { code: '1', label: both('Vlot', 'Well'), value: 1 },
        { code: 'N', label: both('Nooit geprobeerd', 'Never tried'), missing: 'notApplicable' },
      ],
    },
  },
  lists: {
    tools: {
      groups: [
        { code: 'desk', label: both('Balie', 'Desk') },
        { code: 'web', label: both('Web') },
      ],
      options: [
        { code: 'till', label: both('Kassa', 'Till'), group: 'desk' },
        {
          code: 'catalogue',
          label: both('Catalogus', 'Catalogue'),
          note: both('zoeken', 'search'),
          group: 'desk',
        },
        { code: 'site', label: both('Website'), group: 'web' },
      ],
    },
  },
  pages: [
    {
      code: 'you',
      title: both('Over jou: wie ben je?', 'You: who are you?'),
      questions: [
        {
          type: 'consent',
          code: 'consent',
          label: both('Doe je mee?', 'Taking part'),
          statement: both('Ik doe mee', 'I take part'),
        },
        {
          type: 'register',
          code: 'library',
          label: both('Welke bib?', 'Which library?'),
          decline: both('Zeg ik liever niet', 'Rather not say'),
        },
        {
          type: 'single',
          code: 'role',
          label: both('Wat doe je?', 'What do you do?'),
          required: true,
          options: [
            { code: 'desk', label: both('Balie', 'Desk') },
            { code: 'lead', label: both('Leiding', 'Lead') },
            { code: 'other', label: both('Iets anders', 'Other'), text: true },
          ],
        },
      ],
    },
    {
      code: 'tools',
      title: both('Toestellen: hoe vaak?', 'Tools: how often?'),
      questions: [
        {
          type: 'grid',
          code: 'use',
          label: both('Wat gebruik je?', 'What do you use?'),
          rows: { list: 'tools' },
          scales: [
            { variable: 'use', label: both('Hoe vaak?', 'How often?'), scale: 'OFTEN' },
            {
              variable: 'well',
              label: both('Hoe vlot?', 'How well?'),
              scale: 'WELL',
              unless: { variable: 'use', is: ['0', 'N'] },
            },
          ],
          requiredRows: ['till'],
          wholeGroup: { code: 'N', label: both('Hele groep niet', 'Whole group not') },
        },
        {
          type: 'multiple',
          code: 'learn',
          label: both('Wat wil je leren?', 'What to learn?'),
          max: 2,
          options: [
            { code: 'a', label: both('Zoeken', 'Search') },
            { code: 'b', label: both('Balie', 'Desk') },
            { code: 'c', label: both('Iets anders', 'Other'), text: true },
            { code: 'none', label: both('Niets', 'Nothing'), exclusive: true },
          ],
        },
        {
          type: 'single',
          code: 'why',
          label: both('Waarom niets?', 'Why nothing?'),
          showIf: { variable: 'learn.none', is: ['1'] },
          required: true,
          options: [
            { code: 'time', label: both('Tijd', 'Time') },
            { code: 'enough', label: both('Ik kan genoeg', 'I know enough') },
          ],
        },
      ],
    },
    {
      code: 'lead',
      title: both('Leiding', 'Leading'),
      showIf: { variable: 'role', is: ['lead'] },
      questions: [
        {
          type: 'text',
          code: 'team',
          label: both('Hoe leert je ploeg?', 'How does your team learn?'),
          maxLength: 20,
          required: true,
        },
      ],
    },
    {
      code: 'ways',
      title: both('Hoe leer je?', 'How do you learn?'),
      questions: [
        {
          type: 'rank',
          code: 'ways',
          label: both('Zet op volgorde', 'Put in order'),
          top: 2,
          options: [
            { code: 'film', label: both('Filmpje', 'Film') },
            { code: 'paper', label: both('Papier', 'Paper') },
            { code: 'person', label: both('Collega', 'Colleague') },
          ],
        },
        {
          type: 'single',
          code: 'pace',
          label: both('Vlot genoeg?', 'Fast enough?'),
          options: { scale: 'WELL' },
        },
        { type: 'text', code: 'words', label: both('Nog iets?', 'Anything else?'), maxLength: 10 },
      ],
    },
  ],
};

export const sample = questionnaireSchema.parse(sampleDefinition);

/** A page of a questionnaire by its code. */
export function pageOf(code: string, questionnaire = sample): Page {
  const page = questionnaire.pages.find((candidate) => candidate.code === code);
  if (!page) throw new RangeError(`no page ${code}`);
  return page;
}

/** Two libraries to choose from. */
export const sampleRegister = registerOf([
  { code: 'bib-1', province: 'Limburg', sizeClass: 'small' },
  { code: 'bib-2', province: 'Antwerpen', sizeClass: 'large' },
]);
