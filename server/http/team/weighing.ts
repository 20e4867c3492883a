// Weighing needs or actions by criteria of the team's own: weights and marks on a form, and a table in which every part of
// a score is shown. It decides nothing.
import type { Request, Response, Router } from 'express';
import { type WeighedLine, weighed } from '../../../analysis/weighing.ts';
import { placedParts } from '../../../surveys/frameworks/parts.ts';
import type { ProjectRecord } from '../../../surveys/project-records.ts';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import { criterionForm, mostMark } from '../../../surveys/records/weighing.ts';
import type { Context } from '../../context.ts';
import { addRecords, putRecord, recordsOf } from '../../db/records.ts';
import { unknownPage } from '../../errors.ts';
import { formatFixed } from '../../format-values.ts';
import type { Frameworks } from '../../frameworks.ts';
import { editionOf } from '../../operations/edition.ts';
import { fieldsOf } from '../forms.ts';
import { fieldOf } from './access.ts';
import type { Tab } from './page-parts.ts';
import { recordRoutes } from './record-routes.ts';
import { openWorkspace, showStation, type Workspace } from './workspace.ts';

type Marks = ProjectRecord<'weighing_marks'>;
type Subject = Marks['of'];

export interface WeighingPage {
  readonly csrf: string;
  readonly title: string;
  readonly tabs: readonly Tab[];
  readonly address: string;
  readonly new: string;
  /** Sets of criteria a framework holds, to begin with; none once there are criteria. */
  readonly sets: readonly { readonly value: string; readonly label: string }[];
  readonly start: string;
  readonly criteria: readonly {
    readonly label: string;
    readonly weight: number;
    readonly edit: string;
  }[];
  readonly edition: string;
  readonly of: Subject;
  readonly lines: readonly {
    readonly label: string;
    readonly cells: readonly {
      readonly name: string;
      readonly criterion: string;
      readonly options: readonly { readonly value: string; readonly chosen: boolean }[];
      /** "4 × 20 = 80"; empty without a mark. */
      readonly part: string;
    }[];
    readonly score: string;
    /** How the score is made: "260 : 70". */
    readonly how: string;
    readonly missing: string;
    readonly place: string;
  }[];
  /** Cells a colleague marked otherwise meanwhile. */
  readonly stale: readonly string[];
}

export function weighingRoutes(ctx: Context, router: Router, frameworks: Frameworks): void {
  recordRoutes(ctx, router, {
    form: criterionForm,
    path: 'weighing/criteria',
    home: 'weighing',
    station: 'needs',
  });

  router.get('/:project/weighing', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    await show(ctx, response, workspace, frameworks, subjectOf(request.query.of), null);
  });

  router.post('/:project/weighing/start', async (request, response) => {
    const { project } = await openWorkspace(ctx, response, request.params.project);
    const facets = (await criteriaSets(frameworks)).find(({ value }) => value === fieldOf(request, 'set'));
    if (!facets) throw unknownPage();
    await ctx.writes.run(async (db) => {
      const { weighing_criterion: before } = await recordsOf(db, project.code);
      if (before.length > 0) return;
      const made = facets.labels.map((label, place) => ({ code: `c${place + 1}`, label, weight: 10 }));
      await addRecords(db, project.code, 'weighing_criterion', made);
    });
    response.redirect(303, `/team/${project.code}/weighing`);
  });

  router.post('/:project/weighing', async (request: Request<{ project: string }>, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const { code } = workspace.project;
    const of = subjectOf(fieldOf(request, 'of'));
    const typed = fieldsOf(request);
    const kept = await ctx.writes.run(async (db) => {
      const records = await recordsOf(db, code);
      if (editionOf(marksOf(records.weighing_marks, of)) !== fieldOf(request, 'edition')) return false;
      const known = records.weighing_criterion.map((criterion) => criterion.code);
      for (const { about } of subjects(workspace, records.action, of)) {
        const marks = Object.fromEntries(
          known.flatMap((criterion) => {
            const mark = Number(typed[markName(about, criterion)] || Number.NaN);
            return Number.isInteger(mark) && mark >= 1 && mark <= mostMark ? [[criterion, mark]] : [];
          }),
        );
        await putRecord(db, code, 'weighing_marks', {
          code: `${of}-${about}`.slice(0, 40),
          of,
          about,
          marks,
        });
      }
      return true;
    });
    if (!kept) return show(ctx, response, workspace, frameworks, of, typed);
    response.redirect(303, `/team/${code}/weighing?of=${of}`);
  });
}

function subjectOf(asked: unknown): Subject {
  return asked === 'action' ? 'action' : 'need';
}

function markName(about: string, criterion: string): string {
  return `mark.${about}.${criterion}`;
}

function marksOf(all: readonly Marks[], of: Subject): readonly Marks[] {
  return all.filter((each) => each.of === of);
}

/** What is weighed: needs at the top of their list, or actions that were not stopped. */
function subjects(
  { analysis, language }: Workspace,
  actions: readonly ProjectRecord<'action'>[],
  of: Subject,
): readonly { readonly about: string; readonly label: string }[] {
  return of === 'need'
    ? analysis.needs
        .filter(({ parent }) => parent === null)
        .map(({ code, label }) => ({ about: code, label: inLanguage(label, language) }))
    : actions
        .filter(({ state }) => state !== 'stopped')
        .map(({ code, title }) => ({ about: code, label: inLanguage(title, language) }));
}

/** Parts of frameworks that name what a decision weighs: each a set of criteria to begin with. */
async function criteriaSets(frameworks: Frameworks) {
  return (await frameworks()).flatMap(({ framework }) =>
    placedParts(framework)
      .filter(({ part }) => part.facets.length > 1)
      .map(({ part }) => ({
        value: `${framework.code}:${part.code}`,
        label: part.label,
        of: framework.label,
        labels: part.facets,
      })),
  );
}

async function show(
  ctx: Context,
  response: Response,
  workspace: Workspace,
  frameworks: Frameworks,
  of: Subject,
  typed: Readonly<Record<string, string>> | null,
): Promise<void> {
  const { project, language, say } = workspace;
  const t = (key: string, values = {}) => say({ key: `weighing.${key}`, values });
  const records = await recordsOf(ctx.db.kysely, project.code);
  const criteria = records.weighing_criterion;
  const stored = marksOf(records.weighing_marks, of);
  const marks = new Map(stored.map((each) => [each.about, each.marks]));
  const about = subjects(workspace, records.action, of);
  const labels = criteria.map(({ label }) => inLanguage(label, language));
  const root = `/team/${project.code}/weighing`;
  const lines = weighed(
    criteria,
    about.map((each) => each.about),
    marks,
  );
  const typedMark = (code: string, criterion: string, kept: number | null) =>
    typed ? (typed[markName(code, criterion)] ?? '') : String(kept ?? '');
  const sets = criteria.length > 0 ? [] : await criteriaSets(frameworks);
  const page: WeighingPage = {
    csrf: response.locals.csrf ?? '',
    title: t('title'),
    tabs: (['need', 'action'] as const).map((each) => ({
      name: t(`of.${each}`),
      address: `${root}?of=${each}`,
      here: each === of,
    })),
    address: root,
    new: `${root}/criteria/new`,
    start: `${root}/start`,
    sets: sets.map(({ value, label, of: from, labels: all }) => ({
      value,
      label: t('set', {
        label: inLanguage(label, language),
        from: inLanguage(from, language),
        count: all.length,
      }),
    })),
    criteria: criteria.map(({ code, weight }, place) => ({
      label: labels[place] ?? '',
      weight,
      edit: `${root}/criteria/${code}`,
    })),
    edition: editionOf(stored),
    of,
    lines: lines.map((line, place) => ({
      label: about[place]?.label ?? '',
      cells: criteria.map(({ code, weight }, column) => {
        const part = line.parts[column] ?? null;
        const mark = typedMark(line.about, code, part?.mark ?? null);
        return {
          name: markName(line.about, code),
          criterion: labels[column] ?? '',
          options: Array.from({ length: mostMark }, (_, index) => String(index + 1)).map((value) => ({
            value,
            chosen: value === mark,
          })),
          part: part ? `${part.mark} × ${weight} = ${part.product}` : '',
        };
      }),
      ...scoreWords(line, workspace),
      missing: criteria
        .flatMap(({ code }, column) => (line.missing.includes(code) ? [labels[column] ?? ''] : []))
        .join(', '),
    })),
    stale: typed
      ? about.flatMap((each) =>
          criteria.flatMap(({ code }, column) => {
            const mine = typed[markName(each.about, code)] ?? '';
            const theirs = String(marks.get(each.about)?.[code] ?? '');
            const values = { label: each.label, criterion: labels[column] ?? '', mine, theirs };
            return mine === theirs
              ? []
              : [t('differs', { ...values, mine: mine || '–', theirs: theirs || '–' })];
          }),
        )
      : [],
  };
  await showStation(ctx, response, workspace, 'team/weighing', page, {
    station: 'needs',
    title: page.title,
    styles: ['project.css', 'report-need.css', 'weighing.css'],
    status: typed ? 409 : 200,
  });
}

function scoreWords({ score, sum, weights, place }: WeighedLine, { language }: Workspace) {
  return {
    score: score === null ? '' : formatFixed(language, score, 1),
    how: score === null ? '' : `${sum} : ${weights}`,
    place: place === null ? '' : String(place),
  };
}
