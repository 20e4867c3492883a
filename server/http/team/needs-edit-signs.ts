// The signs of a need as the blocks their form is drawn from: choices by the words of the questionnaires, what was typed
// or ticked, what is wrong, and what each sign says now.
import { type CatalogueChoices, remarkCodes } from '../../../surveys/editing/catalogue-form.ts';
import {
  type FormFields,
  type FormProblem,
  fieldsUnder,
  itemsIn,
  ticked,
} from '../../../surveys/editing/form-fields.ts';
import { measureIn, measures, ratingNames } from '../../../surveys/editing/rating-form.ts';
import {
  type SelectionGiven,
  type SelectionList,
  type SurveyChoices,
  selectionsGiven,
} from '../../../surveys/editing/share-form.ts';
import type { Named, VariableSet } from '../../../surveys/editing/variable-sets.ts';
import { mostConditions, type Selection } from '../../../surveys/needs-catalogue.ts';
import { inLanguage, type Text } from '../../../surveys/questionnaire.ts';
import type { BoxesView, SelectionsView, SelectionView, SignView, WordsField } from './needs-edit-blocks.ts';
import type { Words } from './workspace.ts';

/** What the blocks are made with. */
export interface SignContext {
  readonly choices: CatalogueChoices;
  readonly titles: ReadonlyMap<string, Text>;
  /** Codes of desk figures the project has. */
  readonly categories: readonly string[];
  readonly problems: readonly FormProblem[];
  readonly words: Words;
  /** The stored selections, to say those no form can. */
  readonly stored: (sign: string, list: SelectionList, was: string) => Selection | undefined;
  readonly preview: (sign: string) => string;
  readonly removable: boolean;
}

/** Words in each language of the form. */
export function wordsFields(fields: FormFields, name: string, context: SignContext): readonly WordsField[] {
  return context.choices.languages.map((language) => ({
    name: `${name}.${language}`,
    language,
    value: fields[`${name}.${language}`] ?? '',
    problem: problemOf(`${name}.${language}`, context),
  }));
}

/** What is wrong with a field, in words; '' when nothing is. */
export function problemOf(
  field: string,
  { problems, words }: Pick<SignContext, 'problems' | 'words'>,
): string {
  const found = problems.find((problem) => problem.field === field);
  return found ? words.say(found) : '';
}

export function signViews(fields: FormFields, context: SignContext): readonly SignView[] {
  return itemsIn(fields, 'i').map((number, index) => signView(fields, number, index, context));
}

function signView(fields: FormFields, number: number, index: number, context: SignContext): SignView {
  const place = `i.${number}`;
  const own = fieldsUnder(fields, place);
  const { choices, words } = context;
  const source = own.source ?? '';
  const shared = source === 'survey' || source === 'colleague_survey';
  const survey = choices.surveys.find(({ code }) => code === own.survey);
  const measure = measureIn(own);
  const selections = (list: SelectionList) =>
    shared && survey ? selectionsView(own, place, list, survey, context) : null;
  return {
    place,
    number: index + 1,
    was: own.was ?? '',
    source,
    sourceName: words.say({ key: `team.kind.${source}` }),
    label: wordsFields(fields, `${place}.label`, context),
    survey: shared
      ? {
          id: `${place}.survey`,
          problem: problemOf(`${place}.survey`, context),
          options: choices.surveys.map(({ code }) => ({
            value: code,
            label: inLanguage(context.titles.get(code) ?? {}, words.language),
            selected: code === own.survey,
          })),
        }
      : null,
    measure: shared && survey && context.removable ? measureView(own, place, words) : null,
    ratings: shared && survey ? ratingViews(own, place, survey, context) : [],
    lowIsNeed:
      shared && survey && measure === 'mean'
        ? {
            name: `${place}.lowIsNeed`,
            label: words.say({ key: 'catalogue.lowIsNeed' }),
            checked: own.lowIsNeed === ticked,
          }
        : null,
    any: measure === 'share' ? selections('any') : null,
    where: selections('where'),
    remarks: source === 'open_answers' ? remarkBoxes(own, place, context) : [],
    noCoding: source === 'open_answers' && choices.catalogue.coding === undefined,
    categories:
      source === 'desk_figures'
        ? {
            value: own.categories ?? '',
            problem: problemOf(`${place}.categories`, context),
            known: context.categories.join(', '),
          }
        : null,
    preview: context.preview(place),
    remove: context.removable ? `remove-indicator:${index}` : '',
  };
}

function measureView(own: FormFields, place: string, words: Words): SignView['measure'] {
  const chosen = measureIn(own);
  return {
    id: `${place}.measure`,
    options: measures.map((measure) => ({
      value: measure,
      label: words.say({ key: `catalogue.measure.${measure}` }),
      selected: measure === chosen,
    })),
  };
}

function ratingViews(
  own: FormFields,
  place: string,
  { scales }: SurveyChoices,
  context: SignContext,
): SignView['ratings'] {
  const { words } = context;
  return ratingNames[measureIn(own)].map((name) => ({
    id: `${place}.${name}`,
    label: words.say({ key: `catalogue.rating.${name}` }),
    problem: problemOf(`${place}.${name}`, context),
    options: scales.map(({ code, labels }) => ({
      value: code,
      label: `${code} · ${labels.map((label) => inLanguage(label, words.language)).join(' · ')}`,
      selected: code === own[name],
    })),
  }));
}

function selectionsView(
  own: FormFields,
  sign: string,
  list: SelectionList,
  survey: SurveyChoices,
  context: SignContext,
): SelectionsView {
  const numbers = itemsIn(own, list);
  const selections = selectionsGiven(own, list).map((given, index) => {
    const place = `${sign}.${list}.${numbers[index] ?? index}`;
    return selectionView(given, { place, index, list, sign, survey }, context);
  });
  const full = list === 'where' && selections.length >= mostConditions;
  const none = list === 'where' && survey.background.length === 0;
  return {
    list,
    id: `${sign}.${list}`,
    selections,
    problem: problemOf(`${sign}.${list}`, context),
    add: full || none ? '' : `add:${sign}.${list}`,
  };
}

interface SelectionPlace {
  readonly place: string;
  readonly index: number;
  readonly list: SelectionList;
  readonly sign: string;
  readonly survey: SurveyChoices;
}

function selectionView(
  { was, ticks, atLeast, atMost }: SelectionGiven,
  { place, index, list, sign, survey }: SelectionPlace,
  context: SignContext,
): SelectionView {
  const stored = was === '' ? undefined : context.stored(sign, list, was);
  const set = survey.sets.find(({ name }) => name === ticks.set);
  // Who is counted at all may hang on declared background questions only (docs/rules.md, Subtraction); what is there already stays.
  const offered =
    list === 'any'
      ? survey.sets
      : survey.sets.filter(({ name }) => survey.background.includes(name) || name === ticks.set);
  return {
    place,
    number: index + 1,
    was,
    kept: stored && ticks.set === '' ? keptWords(stored) : null,
    set: ticks.set,
    sets: offered.map((each) => ({
      value: each.name,
      label: setLabel(each, context.words),
      selected: each.name === ticks.set,
    })),
    setProblem: problemOf(`${place}.set`, context),
    items:
      set && set.items.length > 0
        ? boxes(set.items, `${place}.item`, 'items', new Set(ticks.items), context)
        : null,
    codes:
      set && set.codes.length > 0
        ? boxes(set.codes, `${place}.code`, set.numeric ? 'reasons' : 'codes', new Set(ticks.codes), context)
        : null,
    bounds: set?.numeric
      ? {
          atLeast,
          atMost,
          lowProblem: problemOf(`${place}.atLeast`, context),
          highProblem: problemOf(`${place}.atMost`, context),
        }
      : null,
    remove: `remove:${sign}.${list}:${index}`,
  };
}

/** A stored selection in its own terms: names and codes. */
function keptWords({ variables, except, codes }: Selection): string {
  const without = except.length > 0 ? ` − ${except.join(', ')}` : '';
  return `${variables.join(', ')}${without} = ${codes.join(', ')}`;
}

function setLabel({ name, labels }: VariableSet, words: Words): string {
  return `${name} · ${labels.map((label) => inLanguage(label, words.language)).join(' · ')}`;
}

function boxes(
  named: readonly Named[],
  id: string,
  legend: string,
  chosen: ReadonlySet<string>,
  context: SignContext,
): BoxesView {
  return {
    id,
    legend: context.words.say({ key: `catalogue.boxes.${legend}` }),
    problem: problemOf(id, context),
    folded: false,
    boxes: named.map(({ code, label }) => ({
      name: `${id}.${code}`,
      label: inLanguage(label, context.words.language),
      checked: chosen.has(code),
    })),
  };
}

function remarkBoxes(own: FormFields, place: string, context: SignContext): readonly BoxesView[] {
  const { coding } = context.choices.catalogue;
  if (!coding) return [];
  const named = {
    questions: coding.questions.map(asIs),
    services: coding.services,
    themes: coding.themes,
    alsoThemes: coding.themes,
  };
  const codes = remarkCodes(context.choices.catalogue);
  return (['questions', 'services', 'themes', 'alsoThemes'] as const).map((part) => {
    const chosen = new Set(codes[part].filter((code) => own[`${part}.${code}`] === ticked));
    const view = boxes(named[part], `${place}.${part}`, part, chosen, context);
    return { ...view, folded: part !== 'questions' && chosen.size === 0 && view.problem === '' };
  });
}

/** A question of open answers by its code: the label may be long, and the code is what people say. */
function asIs(code: string): Named {
  return { code, label: { nl: code, en: code } };
}
