// The published JSON Schema says the same as the schema that reads: our questionnaires fit it, what is refused does
// not, and it knows every field of every question type.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { questionnaireJsonSchema } from '../../../surveys/editing/json-schema.ts';
import { questionnaireSchema, questionSchema } from '../../../surveys/questionnaire.ts';
import { sampleDefinition } from '../sample-questionnaire.ts';

type Schema = Readonly<Record<string, unknown>>;
const schema = questionnaireJsonSchema('https://bib.example');
const definitions = schema.$defs as Readonly<Record<string, Schema>>;
const template = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../surveys/templates/${path}`, import.meta.url), 'utf8'));

/** Keywords that say nothing about whether a value fits. */
const silent = ['$schema', '$id', '$defs', 'id', 'title', 'description', 'default'];
const rules: Readonly<Record<string, (limit: never, value: unknown, whole: Schema) => boolean>> = {
  type: (type: string, value) => typeOf(value) === type || (type === 'number' && typeOf(value) === 'integer'),
  const: (only: unknown, value) => value === only,
  enum: (some: readonly unknown[], value) => some.includes(value),
  pattern: (pattern: string, value) => typeof value !== 'string' || new RegExp(pattern).test(value),
  minLength: (least: number, value) => typeof value !== 'string' || value.length >= least,
  maxLength: (most: number, value) => typeof value !== 'string' || value.length <= most,
  minimum: (least: number, value) => typeof value !== 'number' || value >= least,
  maximum: (most: number, value) => typeof value !== 'number' || value <= most,
  exclusiveMaximum: (below: number, value) => typeof value !== 'number' || value < below,
  exclusiveMinimum: (above: number, value) => typeof value !== 'number' || value > above,
  minItems: (least: number, value) => !Array.isArray(value) || value.length >= least,
  maxItems: (most: number, value) => !Array.isArray(value) || value.length <= most,
  items: (each: Schema, value) => !Array.isArray(value) || value.every((item) => fits(each, item)),
  required: (names: readonly string[], value) => names.every((name) => Object.hasOwn(value as object, name)),
  properties: (known: Readonly<Record<string, Schema>>, value) =>
    Object.entries(value as object).every(([name, part]) => !known[name] || fits(known[name], part)),
  propertyNames: (name: Schema, value) => Object.keys(value as object).every((each) => fits(name, each)),
  additionalProperties: (rest: Schema | false, value, { properties = {} }) =>
    Object.entries(value as object).every(
      ([name, part]) => Object.hasOwn(properties as object, name) || (rest !== false && fits(rest, part)),
    ),
  anyOf: (shapes: readonly Schema[], value) => shapes.some((shape) => fits(shape, value)),
  oneOf: (shapes: readonly Schema[], value) => shapes.filter((shape) => fits(shape, value)).length === 1,
  allOf: (shapes: readonly Schema[], value) => shapes.every((shape) => fits(shape, value)),
  $ref: (to: string, value) => fits(definitions[to.replace('#/$defs/', '')] ?? {}, value),
};

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  if (value === null) return 'null';
  return typeof value === 'number' && Number.isInteger(value) ? 'integer' : typeof value;
}

/** Whether a value fits a schema, for the keywords ours uses. @throws RangeError for any other. */
function fits(shape: Schema, value: unknown): boolean {
  if (shape.type !== undefined && !rules.type?.(shape.type as never, value, shape)) return false;
  return Object.entries(shape).every(([keyword, limit]) => {
    if (silent.includes(keyword)) return true;
    const rule = rules[keyword];
    if (!rule) throw new RangeError(`the test does not know "${keyword}"`);
    return rule(limit as never, value, shape);
  });
}

describe('the published schema', () => {
  it('says where it is and what it describes', () => {
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'https://bib.example/schema/questionnaire-1.json',
      title: 'nodenkaart/questionnaire/1',
    });
  });

  it.each([
    ['the sample', sampleDefinition],
    ['OOO', template('ooo/questionnaire.json')],
    ['the colleagues', template('ooo/questionnaire-collega.json')],
    ['the gallery', template('gallery/questionnaire.json')],
  ])('fits %s, also once every default is filled in', (_, definition) => {
    expect(fits(schema, definition)).toBe(true);
    expect(fits(schema, JSON.parse(JSON.stringify(questionnaireSchema.parse(definition))))).toBe(true);
  });

  it.each([
    ['a field nobody knows', { extra: 1 }],
    ['no pages', { pages: [] }],
    ['a language that is none', { languages: ['Nederlands'] }],
    ['a title that is no text', { title: 'Titel' }],
    ['another format', { format: 'nodenkaart/questionnaire/2' }],
    ['a list without options', { lists: { leeg: { options: [] } } }],
    [
      'a condition of no shape',
      { pages: [{ ...sampleDefinition.pages[0], showIf: { all: [{ wie: 'x' }] } }] },
    ],
  ])('does not fit %s, and neither does the schema that reads', (_, wrong) => {
    const definition = { ...sampleDefinition, ...wrong };
    expect(fits(schema, definition)).toBe(false);
    expect(questionnaireSchema.safeParse(definition).success).toBe(false);
  });

  it.each(questionSchema.options.map((option) => [option.shape.type.value, option] as const))(
    'knows every field of a %s question',
    (type, option) => {
      const { properties, required, additionalProperties } = definitions[`question-${type}`] as {
        properties: object;
        required: readonly string[];
        additionalProperties: boolean;
      };
      expect(Object.keys(properties)).toEqual(Object.keys(option.shape));
      expect(required).toEqual(expect.arrayContaining(['type', 'code', 'label']));
      expect(additionalProperties).toBe(false);
    },
  );
});
