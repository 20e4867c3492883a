// The list of needs and highlights with its changes, and which questions results can be filtered by.
import type { Request, Response } from 'express';
import { checkCatalogue } from '../../../surveys/editing/catalogue-check.ts';
import {
  freeCode,
  type Highlight,
  keepsNeed,
  withHighlight,
  withNeed,
  withNeedMoved,
  withoutHighlight,
  withoutNeed,
} from '../../../surveys/editing/catalogue-edits.ts';
import { readText } from '../../../surveys/editing/catalogue-form.ts';
import type { FormFields, FormProblem } from '../../../surveys/editing/form-fields.ts';
import type { VariableSet } from '../../../surveys/editing/variable-sets.ts';
import type { Need, NeedsCatalogue } from '../../../surveys/needs-catalogue.ts';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import type { Context } from '../../context.ts';
import { roundsOf } from '../../db/panels.ts';
import { recordsOf } from '../../db/records.ts';
import { unknownNeed } from '../../errors.ts';
import { editCatalogue } from '../../operations/edit-catalogue.ts';
import { editionOf } from '../../operations/edition.ts';
import { fieldsOf } from '../forms.ts';
import { fieldOf } from './access.ts';
import { type Desk, signContext } from './needs-edit-desk.ts';
import { type NeedsEditPage, needsEditPage } from './needs-edit-view.ts';
import { showStation } from './workspace.ts';

/** What the edition of the list stands for: which needs and highlights there are, in which order. */
function orderOf({ needs, highlights }: NeedsCatalogue): unknown {
  return [needs.map(({ code, parent }) => [code, parent]), highlights.map(({ code }) => code)];
}

interface ListShown {
  readonly fields?: FormFields;
  readonly problems?: readonly FormProblem[];
  readonly status?: number;
  readonly message?: string;
  readonly confirm?: NeedsEditPage['confirm'];
}

export async function showList(
  ctx: Context,
  response: Response,
  desk: Desk,
  shown: ListShown,
): Promise<void> {
  const { workspace, choices } = desk;
  const { catalogue } = choices;
  const definitions = workspace.surveys.map(({ questionnaire }) => questionnaire);
  const fields = shown.fields ?? {};
  const page = needsEditPage(
    {
      project: workspace.project.code,
      catalogue,
      problems: checkCatalogue(catalogue, definitions),
      singles: choices.surveys[0]?.sets.filter(({ background }) => background) ?? [],
      csrf: response.locals.csrf ?? '',
      edition: editionOf(orderOf(catalogue)),
      filtersEdition: editionOf(catalogue.background),
      fields,
      context: await signContext(ctx, desk, fields, shown.problems ?? [], null),
      message: shown.message ?? '',
      confirm: shown.confirm ?? null,
    },
    workspace,
  );
  await showStation(ctx, response, workspace, 'team/needs-edit', page, {
    station: 'needs',
    title: page.finding,
    styles: ['needs-edit.css'],
    ...(shown.status === undefined ? {} : { status: shown.status }),
  });
}

/** One change of the list, by the button that was pressed. */
export async function changeList(
  ctx: Context,
  request: Request,
  response: Response,
  desk: Desk,
): Promise<void> {
  const { workspace, choices } = desk;
  const { code: project } = workspace.project;
  const fields = fieldsOf(request);
  const [verb = '', code = ''] = fieldOf(request, 'action').split(':');
  const say = (key: string, values = {}) => workspace.say({ key: `catalogue.${key}`, values });
  const root = `/team/${project}/needs/edit`;
  const refuse = (shown: ListShown) => showList(ctx, response, desk, { status: 422, fields, ...shown });
  /** Changes the catalogue when the list is still as it was shown. */
  const keep = async (change: (catalogue: NeedsCatalogue) => NeedsCatalogue, address = root) => {
    const kept = await editCatalogue(ctx, project, (catalogue) =>
      editionOf(orderOf(catalogue)) === fieldOf(request, 'edition') ? change(catalogue) : null,
    );
    if (kept) response.redirect(303, address);
    else await refuse({ status: 409, message: say('staleList') });
  };
  switch (verb) {
    case 'add-need': {
      const label = readText(fields, 'label', choices, {});
      const first = choices.languages[0] ?? '';
      if (!label)
        return refuse({
          problems: [{ field: `label.${first}`, key: 'catalogue.problem.noLabel', values: {} }],
        });
      const free = freeCode(choices.catalogue.needs, 'N');
      const parent = choices.catalogue.needs.some(
        (need) => need.code === fields.parent && need.parent === null,
      )
        ? (fields.parent ?? null)
        : null;
      const need: Need = { code: free, parent, label, indicators: [] };
      return keep((catalogue) => withNeed(catalogue, need), `${root}/need/${free}`);
    }
    case 'add-highlight': {
      const label = readText(fields, 'highlight', choices, {});
      const field = `highlight.${choices.languages[0] ?? ''}`;
      if (!label) return refuse({ problems: [{ field, key: 'catalogue.problem.noLabel', values: {} }] });
      const [set] = choices.surveys[0]?.sets ?? [];
      if (!set) return refuse({ problems: [{ field, key: 'catalogue.problem.noSurvey', values: {} }] });
      const free = freeCode(choices.catalogue.highlights, 'H');
      const share = { any: [anyOf(set)], where: [] };
      return keep(
        (catalogue) => withHighlight(catalogue, { code: free, label, share }),
        `${root}/highlight/${free}`,
      );
    }
    case 'up':
    case 'down':
      return keep(
        (catalogue) => withNeedMoved(catalogue, code, verb === 'up' ? -1 : 1),
        `${root}#need-${code}`,
      );
    case 'remove':
    case 'remove-sure': {
      const why = await whyStays(ctx, desk, code);
      if (why) return refuse({ message: say(`stays.${why}`, { code }) });
      if (verb === 'remove-sure') return keep((catalogue) => withoutNeed(catalogue, code));
      const need = choices.catalogue.needs.find((each) => each.code === code);
      if (!need) throw unknownNeed(code);
      const label = inLanguage(need.label, workspace.language);
      return refuse({
        confirm: {
          title: say('confirm.title', { label }),
          text: say('confirm.text', { count: need.indicators.length }),
          action: `remove-sure:${code}`,
        },
      });
    }
    case 'remove-highlight':
      return keep((catalogue) => withoutHighlight(catalogue, code));
    case 'background': {
      const chosen = (choices.surveys[0]?.sets ?? [])
        .filter((set) => set.background && fields[`background.${set.name}`] !== undefined)
        .map(({ name }) => name);
      const kept = await editCatalogue(ctx, project, (catalogue) =>
        editionOf(catalogue.background) === fieldOf(request, 'edition')
          ? { ...catalogue, background: chosen }
          : null,
      );
      if (kept) response.redirect(303, `${root}#filters`);
      else await refuse({ status: 409, message: say('staleList') });
      return;
    }
    default:
      return refuse({ message: '' });
  }
}

/** Why a need may not go: needs under it, a panel that ordered it, or records that are about it. */
async function whyStays(
  ctx: Context,
  { workspace, choices }: Desk,
  code: string,
): Promise<'children' | 'panel' | 'records' | null> {
  const children = keepsNeed(choices.catalogue, code);
  if (children) return children;
  const project = workspace.project.code;
  const [rounds, records] = await Promise.all([
    roundsOf(ctx.db.kysely, project),
    recordsOf(ctx.db.kysely, project),
  ]);
  if (rounds.some(({ lists }) => Object.values(lists).some((list) => list.includes(code)))) return 'panel';
  const inRecords =
    records.interview.some(({ needs }) => Object.hasOwn(needs, code)) ||
    records.evidence.some(({ need }) => need === code) ||
    records.finding.some(({ needs }) => needs.includes(code)) ||
    records.action.some(({ needs }) => needs.includes(code));
  return inRecords ? 'records' : null;
}

/** A share must be of something: the first answer to the first question, until another is chosen. */
function anyOf({ name, items, codes, numeric }: VariableSet): Highlight['share']['any'][number] {
  const variables = [items.length > 0 ? `${name}.*` : name];
  return numeric
    ? { variables, except: [], codes: [], atLeast: 0 }
    : { variables, except: [], codes: codes.slice(0, 1).map(({ code }) => code) };
}
