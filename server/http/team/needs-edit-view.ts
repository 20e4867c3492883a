// The pages where a team edits its needs: the list with highlights and filters, and the form of one need or highlight.

import type { CatalogueProblem } from '../../../surveys/editing/catalogue-check.ts';
import { listed } from '../../../surveys/editing/catalogue-edits.ts';
import { indicatorSources } from '../../../surveys/editing/catalogue-form.ts';
import type { FormFields, FormProblem } from '../../../surveys/editing/form-fields.ts';
import { wordingAuthor } from '../../../surveys/editing/need-wording.ts';
import type { VariableSet } from '../../../surveys/editing/variable-sets.ts';
import { type NeedsCatalogue, wordingAuthors } from '../../../surveys/needs-catalogue.ts';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import type { BoxView, OptionView, SignView, WordsField } from './needs-edit-blocks.ts';
import { type SignContext, signViews, wordsFields } from './needs-edit-signs.ts';
import type { Lead } from './page-parts.ts';
import type { Words } from './workspace.ts';

interface PartRow {
  readonly code: string;
  readonly label: string;
  readonly address: string;
  readonly child: boolean;
  /** "3 tekens". */
  readonly facts: string;
  /** What does not fit the questionnaires, in sentences. */
  readonly problems: readonly string[];
  readonly first: boolean;
  readonly last: boolean;
}
export interface NeedsEditPage extends Lead {
  readonly csrf: string;
  /** Of the order of needs and highlights, and of the filters. */
  readonly edition: string;
  readonly filtersEdition: string;
  readonly message: string;
  readonly needs: readonly PartRow[];
  readonly highlights: readonly PartRow[];
  readonly background: readonly BoxView[];
  /** Problems of parts that have no form here. */
  readonly others: readonly string[];
  readonly newLabel: readonly WordsField[];
  readonly newHighlight: readonly WordsField[];
  readonly parents: readonly OptionView[];
  /** Taking this away is asked first. */
  readonly confirm: { readonly title: string; readonly text: string; readonly action: string } | null;
  readonly back: string;
}

export interface ListInput {
  readonly project: string;
  readonly catalogue: NeedsCatalogue;
  readonly problems: readonly CatalogueProblem[];
  /** Single choices of the main survey: what it may be split by. */
  readonly singles: readonly VariableSet[];
  readonly csrf: string;
  readonly edition: string;
  readonly filtersEdition: string;
  /** What was typed for a new need or highlight, and what is wrong with it. */
  readonly fields: FormFields;
  readonly context: SignContext;
  readonly message: string;
  readonly confirm: NeedsEditPage['confirm'];
}

export function needsEditPage(input: ListInput, words: Words): NeedsEditPage {
  const { project, catalogue, fields, context } = input;
  const root = `/team/${project}/needs/edit`;
  const say = (key: string, values = {}) => words.say({ key: `catalogue.${key}`, values });
  const needs = listed(catalogue.needs);
  const row = (part: 'need' | 'highlight', code: string) => ({
    code,
    address: `${root}/${part}/${code}`,
    problems: input.problems
      .filter((problem) => problem.part === part && problem.code === code)
      .map((problem) => problemWords(problem, words)),
  });
  const chosenParent = fields.parent ?? '';
  return {
    finding: say('title'),
    lead: say(needs.length === 0 ? 'leadEmpty' : 'lead', { count: needs.length }),
    action: null,
    csrf: input.csrf,
    edition: input.edition,
    filtersEdition: input.filtersEdition,
    message: input.message,
    needs: needs.map((need) => {
      const siblings = catalogue.needs.filter(({ parent }) => parent === need.parent);
      return {
        ...row('need', need.code),
        label: inLanguage(need.label, words.language),
        child: need.parent !== null,
        facts: say('signs', { count: need.indicators.length }),
        first: siblings[0] === need,
        last: siblings.at(-1) === need,
      };
    }),
    highlights: catalogue.highlights.map(({ code, label }) => ({
      ...row('highlight', code),
      label: inLanguage(label, words.language),
      child: false,
      facts: '',
      first: true,
      last: true,
    })),
    background: input.singles.map(({ name, labels }) => ({
      name: `background.${name}`,
      label: labels.map((label) => inLanguage(label, words.language)).join(' · '),
      checked: catalogue.background.includes(name),
    })),
    others: input.problems
      .filter(({ part }) => part !== 'need' && part !== 'highlight')
      .map((problem) => problemWords(problem, words)),
    newLabel: wordsFields(fields, 'label', context),
    newHighlight: wordsFields(fields, 'highlight', context),
    parents: parentOptions(catalogue, '', chosenParent, words),
    confirm: input.confirm,
    back: `/team/${project}/needs`,
  };
}

/** "De vragenlijst heeft geen “A9”." */
export function problemWords({ key, values, part, indicator }: CatalogueProblem, words: Words): string {
  const said = words.say({ key: `catalogue.check.${key}`, values });
  if (indicator !== null)
    return words.say({ key: 'catalogue.check.inSign', values: { number: indicator + 1, said } });
  return part === 'need' || part === 'highlight'
    ? said
    : words.say({
        key: 'catalogue.check.inPart',
        values: { part: words.say({ key: `catalogue.part.${part}` }), said },
      });
}

function parentOptions(
  { needs }: NeedsCatalogue,
  own: string,
  chosen: string,
  words: Words,
): readonly OptionView[] {
  const top = needs.filter(({ code, parent }) => parent === null && code !== own);
  return [
    { value: '', label: words.say({ key: 'catalogue.noParent' }), selected: chosen === '' },
    ...top.map(({ code, label }) => ({
      value: code,
      label: `${code} · ${inLanguage(label, words.language)}`,
      selected: code === chosen,
    })),
  ];
}

export interface NeedEditPage extends Lead {
  readonly csrf: string;
  readonly edition: string;
  readonly need: boolean;
  readonly mistakes: readonly { readonly id: string; readonly said: string }[];
  /** Why nothing was kept, when somebody else was first. */
  readonly stale: { readonly text: string; readonly stored: string; readonly address: string } | null;
  /** The form was changed and is not kept yet. */
  readonly unsaved: boolean;
  readonly saved: boolean;
  readonly label: readonly WordsField[];
  readonly explanation: readonly WordsField[];
  readonly facets: readonly WordsField[];
  /** Whose words they are. */
  readonly authors: readonly OptionView[];
  readonly parents: readonly OptionView[];
  readonly parentProblem: string;
  readonly signs: readonly SignView[];
  readonly sources: readonly OptionView[];
  readonly back: string;
}

export interface FormInput {
  readonly project: string;
  readonly need: boolean;
  readonly code: string;
  readonly fields: FormFields;
  readonly context: SignContext;
  readonly csrf: string;
  readonly edition: string;
  readonly stale: NeedEditPage['stale'];
  readonly unsaved: boolean;
  readonly saved: boolean;
}

export function needEditPage(input: FormInput, words: Words): NeedEditPage {
  const { fields, context, need, code } = input;
  const { catalogue } = context.choices;
  const found = need
    ? catalogue.needs.find((each) => each.code === code)?.label
    : catalogue.highlights.find((each) => each.code === code)?.label;
  const name = inLanguage(found ?? {}, words.language);
  return {
    finding: `${need ? `${code} · ` : ''}${name}`,
    lead: words.say({ key: need ? 'catalogue.needLead' : 'catalogue.highlightLead' }),
    action: null,
    csrf: input.csrf,
    edition: input.edition,
    need,
    mistakes: context.problems.map((problem) => mistakeOf(problem, words)),
    stale: input.stale,
    unsaved: input.unsaved,
    saved: input.saved,
    label: need ? wordsFields(fields, 'label', context) : [],
    explanation: need ? wordsFields(fields, 'explanation', context) : [],
    facets: need ? wordsFields(fields, 'facets', context) : [],
    authors: wordingAuthors.map((value) => ({
      value,
      label: words.say({ key: `wording.author.${value}` }),
      selected: value === wordingAuthor(fields.wordedBy),
    })),
    parents: parentOptions(catalogue, code, fields.parent ?? '', words),
    parentProblem: context.problems
      .filter(({ field }) => field === 'parent')
      .map((problem) => words.say(problem))
      .join(' '),
    signs: signViews(fields, context),
    sources: indicatorSources.map((source) => ({
      value: source,
      label: words.say({ key: `team.kind.${source}` }),
      selected: source === (fields.newSource ?? 'survey'),
    })),
    back: `/team/${input.project}/needs/edit`,
  };
}

/** A line of the summary above the form: in which sign, and what. */
function mistakeOf(problem: FormProblem, words: Words) {
  const said = words.say(problem);
  const sign = /^i\.(\d+)\./.exec(problem.field)?.[1];
  const number = Number(sign ?? 0) + 1;
  return {
    id: problem.field,
    said: sign === undefined ? said : words.say({ key: 'catalogue.check.inSign', values: { number, said } }),
  };
}
