// Nothing about one survey lives in code: no source outside the templates says the name of an instrument, or of a
// question, row, option, scale or need of one.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { frameworkSchema } from '../surveys/frameworks/framework.ts';
import { placedParts } from '../surveys/frameworks/parts.ts';
import { needsCatalogueSchema } from '../surveys/needs-catalogue.ts';
import {
  optionsOf,
  type Questionnaire,
  questionnaireSchema,
  questionsOf,
  rowsOf,
} from '../surveys/questionnaire.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const templates = `${root}surveys/templates`;

const under = (folder: string, name: RegExp): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => name.test(path))
    .map((path) => `${folder}/${path}`);
const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** Every name a questionnaire gives to something. */
function namesIn(questionnaire: Questionnaire): readonly string[] {
  const options = questionsOf(questionnaire).flatMap((question) => {
    if (question.type === 'grid') return rowsOf(questionnaire, question).options;
    return 'options' in question ? optionsOf(questionnaire, question) : [];
  });
  return [
    questionnaire.code,
    ...Object.keys(questionnaire.scales),
    ...Object.keys(questionnaire.lists),
    ...questionnaire.pages.map(({ code }) => code),
    ...questionsOf(questionnaire).map(({ code }) => code),
    ...options.map(({ code }) => code),
  ];
}

/**
 * Names that mean nothing but the instrument: with a digit beside a letter, with an underscore, or in capitals, as no
 * word of our own is written; and the instruments' own names.
 */
function telling(name: string): boolean {
  return /[a-z]_[a-z]|[A-Za-z]\d/i.test(name) || /^[A-Z]{3,}$/.test(name);
}

const questionnaires = under(templates, /questionnaire[^/]*\.json$/).map((path) =>
  questionnaireSchema.parse(json(path)),
);
const needs = under(templates, /needs\.json$/)
  .flatMap((path) => needsCatalogueSchema.parse(json(path)).needs)
  .map(({ code }) => code);
const frameworks = under(`${templates}/frameworks`, /\.json$/).map((path) =>
  frameworkSchema.parse(json(path)),
);
/** Parts, fields and descriptions of frameworks are items too. */
const framed = frameworks.flatMap((framework) => [
  ...placedParts(framework).map(({ part }) => part.code),
  ...framework.fields.map(({ code }) => code),
  ...framework.descriptions.map(({ code }) => code),
]);
const instruments = [
  ...questionnaires.map(({ code }) => code),
  ...frameworks.map(({ code }) => code),
  ...readdirSync(templates, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() && entry.name !== 'frameworks' ? [entry.name] : [],
  ),
];
const items = new Set([...questionnaires.flatMap(namesIn), ...needs, ...framed].filter(telling));

const sources = [
  ...['surveys', 'analysis', 'server'].flatMap((room) => under(`${root}${room}`, /\.ts$/)),
  ...under(`${root}views`, /\.(js|hbs|css)$/),
];

/** Words that are not meant as the name of anything in a template. */
const excused = [
  // Two rows down the first column of a spreadsheet, and the place in the workspace where templates are chosen.
  'surveys/formats/data-files/workbook.ts: A2',
  'views/partials/editor/gallery.hbs: gallery',
];

/** What a source writes between quotes, as a whole or up to its first dot, without its comments. */
function quotedIn(source: string): readonly string[] {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');
  return [...code.matchAll(/(['"`])([\w.-]{2,60})\1/g)].flatMap(([, , words = '']) => [
    words,
    words.split('.')[0] ?? '',
  ]);
}

describe('the code', () => {
  it('is read, and so are the names of every template', () => {
    expect(sources.length).toBeGreaterThan(500);
    expect(instruments.length).toBeGreaterThanOrEqual(4);
    expect(items.size).toBeGreaterThan(80);
  });

  it.each([
    ['instrument', new Set(instruments)],
    ['item of one', items],
  ])('names no %s', (_, names) => {
    const named = sources.flatMap((path) =>
      quotedIn(readFileSync(path, 'utf8'))
        .filter((words) => names.has(words))
        .map((words) => `${path.slice(root.length)}: ${words}`),
    );
    expect([...new Set(named)].filter((each) => !excused.includes(each))).toEqual([]);
  });
});
