// What the pages for editing needs work with: the project's catalogue, what can be chosen in its surveys, and a look at
// what a sign says now.
import type { Response } from 'express';
import type { Share } from '../../../analysis/figure.ts';
import { type CatalogueChoices, readIndicator } from '../../../surveys/editing/catalogue-form.ts';
import {
  type FormFields,
  type FormProblem,
  fieldsUnder,
  itemsIn,
} from '../../../surveys/editing/form-fields.ts';
import { ratingOf } from '../../../surveys/editing/rating-form.ts';
import type { SelectionList, SurveyChoices } from '../../../surveys/editing/share-form.ts';
import { scalesIn, variableSets } from '../../../surveys/editing/variable-sets.ts';
import type { Indicator } from '../../../surveys/needs-catalogue.ts';
import type { Context } from '../../context.ts';
import { recordsOf } from '../../db/records.ts';
import type { SignContext } from './needs-edit-signs.ts';
import { previewWords } from './needs-edit-words.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

/** What every page here works with. */
export interface Desk {
  readonly workspace: Workspace;
  readonly choices: CatalogueChoices;
  readonly categories: readonly string[];
}

export async function openDesk(ctx: Context, response: Response, project: string): Promise<Desk> {
  const workspace = await openWorkspace(ctx, response, project);
  const { catalogue } = workspace.project;
  const records = await recordsOf(ctx.db.kysely, project);
  const surveys = workspace.surveys.map(({ code, questionnaire }): SurveyChoices => {
    const sets = variableSets(questionnaire);
    const background = sets
      .filter((set) => set.background && catalogue.background.includes(set.name))
      .map(({ name }) => name);
    return { code, sets, background, scales: scalesIn(questionnaire) };
  });
  return {
    workspace,
    choices: { catalogue, surveys, languages: ctx.texts.workspaceLanguages },
    categories: [...new Set(records.desk_figure.map(({ category }) => category))],
  };
}

/** The stored need or highlight a form is about, as far as its signs go. */
export interface StoredSigns {
  readonly part: 'need' | 'highlight';
  readonly code: string;
  readonly indicators: readonly Indicator[];
}

/** What the signs of a form are drawn with. @param form null where a page has none. */
export async function signContext(
  ctx: Context,
  { workspace, choices, categories }: Desk,
  fields: FormFields,
  problems: readonly FormProblem[],
  form: StoredSigns | null,
): Promise<SignContext> {
  const storedSign = (place: string): Indicator | null => {
    const was = fields[`${place}.was`];
    return form?.indicators[was === undefined || was === '' ? Number.NaN : Number(was)] ?? null;
  };
  const places = itemsIn(fields, 'i').map((number) => `i.${number}`);
  const readable = places.flatMap((place) => {
    const { value } = readIndicator(fieldsUnder(fields, place), storedSign(place), choices);
    return value ? [{ place, sign: value }] : [];
  });
  const shares = await sharesOf(ctx, workspace.project.code, form?.code ?? '', readable);
  return {
    choices,
    categories,
    problems,
    words: workspace,
    titles: new Map(workspace.surveys.map(({ code, questionnaire }) => [code, questionnaire.title])),
    stored: (place: string, list: SelectionList, was: string) => {
      const sign = storedSign(place);
      if (!sign) return undefined;
      if ('share' in sign) return sign.share[list][Number(was)];
      return list === 'where' ? ratingOf(sign)?.where[Number(was)] : undefined;
    },
    preview: (place) => {
      const index = readable.findIndex((each) => each.place === place);
      return previewWords(readable[index]?.sign ?? null, shares[index] ?? null, workspace);
    },
    removable: form?.part === 'need',
  };
}

/** What each sign says now; nothing is asked where there is none. */
async function sharesOf(
  ctx: Context,
  project: string,
  need: string,
  readable: readonly { readonly sign: Indicator }[],
): Promise<readonly (Share | null)[]> {
  if (readable.length === 0) return [];
  return ctx.analysis.ask('measuredSigns', { project, need, signs: readable.map(({ sign }) => sign) });
}
