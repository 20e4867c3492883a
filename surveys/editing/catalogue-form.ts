// A need with its signs, and a highlight, as fields of a form and back. What is wrong stands at its field; what no form
// can say (published place, two ratings side by side) is kept as it was.
import {
  type EvidenceKind,
  type Indicator,
  type Need,
  type NeedsCatalogue,
  needsCatalogueSchema,
} from '../needs-catalogue.ts';
import type { Text } from '../questionnaire.ts';
import type { Highlight } from './catalogue-edits.ts';
import { facetFields, readFacets } from './facets-form.ts';
import {
  type FormFields,
  type FormProblem,
  fieldsUnder,
  itemsIn,
  removeItem,
  textFields,
  ticked,
  withPrefix,
} from './form-fields.ts';
import { measureIn, ratingFields, ratingOf, readRating } from './rating-form.ts';
import { readShare, type SurveyChoices, shareFields } from './share-form.ts';

/** The kinds of sign a form can make, in the order they are offered. */
export const indicatorSources = [
  'survey',
  'open_answers',
  'interview',
  'desk_figures',
  'colleague_survey',
] as const;
export type IndicatorSource = (typeof indicatorSources)[number] & EvidenceKind;

/** What the form is about. */
export interface CatalogueChoices {
  readonly catalogue: NeedsCatalogue;
  readonly surveys: readonly SurveyChoices[];
  /** Languages a label can be written in; the first is asked for. */
  readonly languages: readonly string[];
}
export type ReadPart<T> =
  | { readonly value: T; readonly problems: null }
  | { readonly value: null; readonly problems: readonly FormProblem[] };

/** A need as the fields of its form. */
export function needFields(need: Need, choices: CatalogueChoices): FormFields {
  const indicators = need.indicators.map((indicator, index) =>
    withPrefix(`i.${index}`, { was: String(index), ...indicatorFields(indicator, choices) }),
  );
  return Object.assign(
    { parent: need.parent ?? '' },
    textFields('label', need.label),
    textFields('explanation', need.explanation),
    facetFields(need.facets ?? []),
    ...indicators,
  );
}

/** A highlight as fields: one sign, the first, from a survey. */
export function highlightFields(highlight: Highlight, choices: CatalogueChoices): FormFields {
  const sign: Indicator = { source: 'survey', label: highlight.label, share: highlight.share };
  return withPrefix('i.0', { was: '0', ...indicatorFields(sign, choices) });
}

function indicatorFields(indicator: Indicator, { surveys }: CatalogueChoices): FormFields {
  const head = { source: indicator.source, ...textFields('label', indicator.label) };
  if ('share' in indicator) return { ...head, ...shareFields(indicator.share, surveys) };
  const rating = ratingOf(indicator);
  if (rating) return { ...head, ...ratingFields(rating, surveys) };
  if (indicator.source === 'desk_figures') return { ...head, categories: indicator.categories.join('\n') };
  if (indicator.source !== 'open_answers') return head;
  return Object.assign(
    head,
    ...remarkParts.flatMap((part) =>
      indicator.remarks[part].map((code) => ({ [`${part}.${code}`]: ticked })),
    ),
  );
}

const remarkParts = ['questions', 'services', 'themes', 'alsoThemes'] as const;

/** Buttons that change the form without keeping anything: one more sign or answer, or one less. */
export function changedFields(fields: FormFields, action: string): FormFields {
  const [verb = '', place = '', at = ''] = action.split(':');
  switch (verb) {
    case 'add-indicator':
      return isSource(fields.newSource ?? '')
        ? { ...fields, [`i.${nextIn(fields, 'i')}.source`]: fields.newSource ?? '' }
        : fields;
    case 'remove-indicator':
      return removeItem(fields, 'i', Number(place));
    case 'add':
      return { ...fields, [`${place}.${nextIn(fields, place)}.set`]: '' };
    case 'remove':
      return removeItem(fields, place, Number(at));
    default:
      return fields;
  }
}

function nextIn(fields: FormFields, list: string): number {
  return (itemsIn(fields, list).at(-1) ?? -1) + 1;
}

function isSource(source: string): source is IndicatorSource {
  return indicatorSources.some((each) => each === source);
}

/** The need a form says, in the place of `before`. */
export function readNeed(fields: FormFields, before: Need, choices: CatalogueChoices): ReadPart<Need> {
  const problems: FormProblem[] = [];
  const label = readText(fields, 'label', choices, before.label);
  if (!label) problems.push(wrong(`label.${choices.languages[0] ?? ''}`, 'noLabel'));
  const parent = fields.parent === undefined || fields.parent === '' ? null : fields.parent;
  const parentProblem = problemOfParent(parent, before, choices.catalogue);
  if (parentProblem) problems.push(wrong('parent', parentProblem));
  const indicators = itemsIn(fields, 'i').flatMap((number) => {
    const own = fieldsUnder(fields, `i.${number}`);
    const stored = before.indicators[Number(own.was === undefined || own.was === '' ? Number.NaN : own.was)];
    const read = readIndicator(own, stored ?? null, choices);
    problems.push(...(read.problems ?? []).map((one) => ({ ...one, field: `i.${number}.${one.field}` })));
    return read.value ? [read.value] : [];
  });
  const facets = readFacets(fields, before.facets ?? [], choices);
  problems.push(...(facets.problems ?? []));
  if (problems.length > 0 || !label || !facets.value) return { value: null, problems };
  const explanation = readText(fields, 'explanation', choices, before.explanation ?? {});
  const { explanation: _was, facets: _were, ...rest } = before;
  const need = {
    ...rest,
    label,
    parent,
    ...(explanation ? { explanation } : {}),
    ...(facets.value.length > 0 ? { facets: facets.value } : {}),
    indicators,
  };
  return { value: need, problems: null };
}

/** The highlight a form says. */
export function readHighlight(
  fields: FormFields,
  before: Highlight,
  choices: CatalogueChoices,
): ReadPart<Highlight> {
  const stored: Indicator = { source: 'survey', label: before.label, share: before.share };
  const read = readIndicator({ ...fieldsUnder(fields, 'i.0'), source: 'survey' }, stored, choices);
  if (!read.value || !('share' in read.value)) {
    const problems = (read.problems ?? []).map((one) => ({ ...one, field: `i.0.${one.field}` }));
    return { value: null, problems };
  }
  return { value: { code: before.code, label: read.value.label, share: read.value.share }, problems: null };
}

/** One sign from its own fields. @param before the stored sign it began as; null for a new one. */
export function readIndicator(
  fields: FormFields,
  before: Indicator | null,
  choices: CatalogueChoices,
): ReadPart<Indicator> {
  const problems: FormProblem[] = [];
  const source = fields.source ?? '';
  if (!isSource(source)) return { value: null, problems: [wrong('source', 'noSource')] };
  const stored = before?.source === source ? before : null;
  const label = readText(fields, 'label', choices, stored?.label ?? {});
  if (!label) problems.push(wrong(`label.${choices.languages[0] ?? ''}`, 'noLabel'));
  const body = bodyOf(fields, source, stored, choices);
  problems.push(...body.problems);
  if (problems.length > 0 || !label) return { value: null, problems };
  // The body has what its source asks for; the parts were read one by one, which the schema of the union proves once more.
  const whole = { ...body.value, source, label };
  const [need] = needsCatalogueSchema.shape.needs.parse([{ code: 'x', label, indicators: [whole] }]);
  const [indicator] = need?.indicators ?? [];
  return indicator
    ? { value: indicator, problems: null }
    : { value: null, problems: [wrong('source', 'noSource')] };
}

function bodyOf(
  fields: FormFields,
  source: IndicatorSource,
  stored: Indicator | null,
  { surveys, catalogue }: CatalogueChoices,
): { readonly value: object; readonly problems: readonly FormProblem[] } {
  switch (source) {
    case 'interview':
      return { value: {}, problems: [] };
    case 'desk_figures': {
      const categories = (fields.categories ?? '')
        .split(/[\n,;]+/)
        .map((line) => line.trim())
        .filter(Boolean);
      const wrongCode = categories.find((code) => !/^[A-Za-z0-9_-]{1,40}$/.test(code));
      if (categories.length === 0) return { value: {}, problems: [wrong('categories', 'noCategory')] };
      return wrongCode === undefined
        ? { value: { categories }, problems: [] }
        : { value: {}, problems: [wrong('categories', 'categoryCode', { code: wrongCode.slice(0, 40) })] };
    }
    case 'open_answers': {
      const offered = remarkCodes(catalogue);
      const before = stored?.source === 'open_answers' ? stored.remarks : null;
      const remarks = Object.fromEntries(
        remarkParts.map((part) => [
          part,
          [
            ...offered[part].filter((code) => fields[`${part}.${code}`] === ticked),
            // Codes the coding frame no longer has are no boxes; they are kept.
            ...(before?.[part] ?? []).filter((code) => !offered[part].includes(code)),
          ],
        ]),
      );
      const none = remarks.questions?.length === 0;
      return { value: { remarks }, problems: none ? [wrong('questions', 'noRemarkQuestion')] : [] };
    }
    case 'survey':
    case 'colleague_survey': {
      const measure = measureIn(fields);
      if (measure !== 'share') return readRating(fields, measure, surveys, stored && ratingOf(stored));
      const { share, problems } = readShare(
        fields,
        surveys,
        stored && 'share' in stored ? stored.share : null,
      );
      return { value: share ? { share } : {}, problems };
    }
  }
}

/** The codes remarks can be chosen by. */
export function remarkCodes({
  coding,
}: NeedsCatalogue): Readonly<Record<(typeof remarkParts)[number], readonly string[]>> {
  const themes = coding?.themes.map(({ code }) => code) ?? [];
  return {
    questions: coding?.questions ?? [],
    services: coding?.services.map(({ code }) => code) ?? [],
    themes,
    alsoThemes: themes,
  };
}

/** The words in every language that has some; null without any. Languages the form does not show stay as they were. */
export function readText(
  fields: FormFields,
  name: string,
  { languages }: Pick<CatalogueChoices, 'languages'>,
  before: Text,
): Text | null {
  const kept = Object.entries(before).filter(([language]) => !languages.includes(language));
  const typed = languages.flatMap((language): [string, string][] => {
    const words = (fields[`${name}.${language}`] ?? '').replace(/\s+/g, ' ').trim();
    return words === '' ? [] : [[language, words]];
  });
  return typed.length === 0 ? null : Object.fromEntries([...typed, ...kept]);
}

/** A need stands at the top or under one that does; a need with children stays at the top. */
function problemOfParent(parent: string | null, { code }: Need, { needs }: NeedsCatalogue): string | null {
  if (parent === null) return null;
  const above = needs.find((need) => need.code === parent);
  if (!above || parent === code) return 'unknownParent';
  if (above.parent !== null) return 'parentIsChild';
  return needs.some((need) => need.parent === code) ? 'hasChildren' : null;
}

function wrong(field: string, key: string, values: FormProblem['values'] = {}): FormProblem {
  return { field, key: `catalogue.problem.${key}`, values };
}
