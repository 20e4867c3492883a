// The form of one need or highlight: read, kept in one write, or shown again with what is wrong.
import type { Request, Response } from 'express';
import { dayOf } from '../../../surveys/day.ts';
import { type Highlight, withHighlight, withNeed } from '../../../surveys/editing/catalogue-edits.ts';
import {
  changedFields,
  highlightFields,
  needFields,
  readHighlight,
  readNeed,
} from '../../../surveys/editing/catalogue-form.ts';
import type { FormFields, FormProblem } from '../../../surveys/editing/form-fields.ts';
import { withWording, wordingAuthor } from '../../../surveys/editing/need-wording.ts';
import type { Indicator, Need, NeedsCatalogue } from '../../../surveys/needs-catalogue.ts';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import type { Context } from '../../context.ts';
import { unknownNeed, unknownPage } from '../../errors.ts';
import { editCatalogue } from '../../operations/edit-catalogue.ts';
import { editionOf } from '../../operations/edition.ts';
import { fieldsOf } from '../forms.ts';
import { fieldOf } from './access.ts';
import { type Desk, type StoredSigns, signContext } from './needs-edit-desk.ts';
import { type NeedEditPage, needEditPage } from './needs-edit-view.ts';
import { showStation } from './workspace.ts';

export interface Form extends StoredSigns {
  readonly stored: Need | Highlight;
  readonly fields: FormFields;
}

/** The form of a need or highlight as it is stored. @throws ExpectedFailure when there is none. */
export function formOf({ choices }: Desk, part: Form['part'], code: string): Form {
  if (part === 'need') {
    const need = choices.catalogue.needs.find((each) => each.code === code);
    if (!need) throw unknownNeed(code);
    return { part, code, stored: need, indicators: need.indicators, fields: needFields(need, choices) };
  }
  const highlight = choices.catalogue.highlights.find((each) => each.code === code);
  if (!highlight) throw unknownPage();
  const sign: Indicator = { source: 'survey', label: highlight.label, share: highlight.share };
  return { part, code, stored: highlight, indicators: [sign], fields: highlightFields(highlight, choices) };
}

/** Keeps what the form says; or shows it again with what is wrong, or because somebody else was first. */
export async function changePart(
  ctx: Context,
  request: Request,
  response: Response,
  desk: Desk,
  form: Form,
): Promise<void> {
  const { workspace, choices } = desk;
  const fields = fieldsOf(request);
  const action = fieldOf(request, 'action');
  if (action !== 'save') {
    await showForm(ctx, response, desk, form, {
      fields: changedFields(fields, action),
      status: 422,
      unsaved: true,
    });
    return;
  }
  const read =
    form.part === 'need'
      ? readNeed(fields, form.stored as Need, choices)
      : readHighlight(fields, form.stored as Highlight, choices);
  if (read.value === null) {
    await showForm(ctx, response, desk, form, {
      fields,
      problems: read.problems,
      status: 422,
      unsaved: true,
    });
    return;
  }
  const { value } = read;
  const edition = fieldOf(request, 'edition');
  const kept = await editCatalogue(ctx, workspace.project.code, (catalogue) => {
    if (editionOf(partOf(catalogue, form)) !== edition) return null;
    const by = wordingAuthor(fields.wordedBy);
    const on = dayOf(ctx.now());
    return form.part === 'need'
      ? withNeed(catalogue, withWording(form.stored as Need, value as Need, on, by))
      : withHighlight(catalogue, value as Highlight);
  });
  const address = `/team/${workspace.project.code}/needs/edit/${form.part}/${form.code}`;
  if (kept) {
    response.redirect(303, `${address}?saved`);
    return;
  }
  // The form now carries the edition of what somebody else kept: pressing once more is choosing this one.
  const stale = {
    text: workspace.say({ key: 'catalogue.stale' }),
    stored: inLanguage(form.stored.label, workspace.language),
    address,
  };
  await showForm(ctx, response, desk, form, { fields, status: 409, unsaved: true, stale });
}

function partOf(catalogue: NeedsCatalogue, { part, code }: Pick<Form, 'part' | 'code'>): unknown {
  const parts: readonly { readonly code: string }[] =
    part === 'need' ? catalogue.needs : catalogue.highlights;
  return parts.find((each) => each.code === code);
}

interface Shown {
  readonly fields: FormFields;
  readonly problems?: readonly FormProblem[];
  readonly status?: number;
  readonly unsaved?: boolean;
  readonly saved?: boolean;
  readonly stale?: NeedEditPage['stale'];
}

export async function showForm(
  ctx: Context,
  response: Response,
  desk: Desk,
  form: Form,
  shown: Shown,
): Promise<void> {
  const { workspace } = desk;
  const page = needEditPage(
    {
      project: workspace.project.code,
      need: form.part === 'need',
      code: form.code,
      fields: shown.fields,
      context: await signContext(ctx, desk, shown.fields, shown.problems ?? [], form),
      csrf: response.locals.csrf ?? '',
      edition: editionOf(form.stored),
      stale: shown.stale ?? null,
      unsaved: shown.unsaved ?? false,
      saved: shown.saved ?? false,
    },
    workspace,
  );
  await showStation(ctx, response, workspace, 'team/need-edit', page, {
    station: 'needs',
    title: page.finding,
    styles: ['needs-edit.css'],
    scripts: ['needs-edit.js'],
    ...(shown.status === undefined ? {} : { status: shown.status }),
  });
}
