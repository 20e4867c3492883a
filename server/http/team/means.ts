// Actions with what they take: means, people and money by year, written by the team and added up.
import type { Router } from 'express';
import { isWithoutMeans } from '../../../analysis/action-means.ts';
import { updateAction } from '../../../analysis/report/follow-up.ts';
import type { ProjectRecord, ProjectRecords } from '../../../surveys/project-records.ts';
import { inLanguage, type Text } from '../../../surveys/questionnaire.ts';
import { actionForm } from '../../../surveys/records/decisions.ts';
import type { RecordChoices } from '../../../surveys/records/record-form.ts';
import type { Context } from '../../context.ts';
import { recordsOf } from '../../db/records.ts';
import { formatEuro } from '../../format-values.ts';
import { type CostsView, costsView } from '../../report/means-view.ts';
import { reportWords } from '../../report/report-words.ts';
import { tellsUnreleased } from './follow-up-form.ts';
import { oneGroup } from './record-choices.ts';
import { recordRoutes } from './record-routes.ts';
import { openWorkspace, showStation, type Workspace } from './workspace.ts';

type Action = ProjectRecord<'action'>;

export interface MeansPage {
  readonly title: string;
  readonly back: string;
  readonly new: string;
  readonly weighing: string;
  /** The actions nobody said the means of; empty when there are none. */
  readonly loose: string;
  readonly actions: readonly {
    readonly code: string;
    readonly title: string;
    readonly edit: string;
    readonly stateWord: string;
    /** Empty where nobody said. */
    readonly means: string;
    readonly people: string;
    readonly costs: readonly string[];
    readonly told: boolean;
  }[];
  readonly costs: CostsView | null;
}

export function meansRoutes(ctx: Context, router: Router): void {
  recordRoutes(ctx, router, {
    form: actionForm,
    path: 'actions',
    home: 'actions',
    station: 'report',
    choices: actionChoices,
    fresh: { state: 'idea', partly: [] },
    settle: traced,
    judge: (record, records) =>
      tellsUnreleased(saidIn(record), records)
        ? [{ field: 'title.nl', key: 'follow-up.edit.unreleased', values: {} }]
        : [],
  });

  router.get('/:project/actions', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const { project, language, say } = workspace;
    const { action } = await recordsOf(ctx.db.kysely, project.code);
    const words = reportWords(ctx.texts, language);
    const root = `/team/${project.code}/actions`;
    const told = (text: Text | undefined) => (text ? inLanguage(text, language) : '');
    const loose = action.filter(isWithoutMeans);
    const page: MeansPage = {
      title: say({ key: 'means.title' }),
      back: `/team/${project.code}/follow-up`,
      new: `${root}/new`,
      weighing: `/team/${project.code}/weighing?of=action`,
      loose:
        loose.length === 0
          ? ''
          : say({
              key: 'means.loose',
              values: { count: loose.length, names: loose.map(({ title }) => told(title)).join('; ') },
            }),
      actions: action.map(({ code, title, state, means, people, costs = [], tellMeans }) => ({
        code,
        title: told(title),
        edit: `${root}/${code}`,
        stateWord: words.t(`report.state.${state}`),
        means: told(means),
        people: told(people),
        costs: costs.map(({ year, amount, what }) =>
          [`${year}: ${formatEuro(language, amount)}`, told(what)].filter(Boolean).join(', '),
        ),
        told: tellMeans === true,
      })),
      costs: costsView(
        action.map(({ costs = [] }) => costs),
        words,
      ),
    };
    await showStation(ctx, response, workspace, 'team/means', page, {
      station: 'report',
      title: page.title,
      styles: ['report-need.css', 'means.css'],
    });
  });
}

/** Who follows an action is told of a new owner or start, wherever it was changed. */
function traced(record: Action, before: Action | null, at: string): Action {
  if (!before) return record;
  const { state, owner, start, reason } = record;
  const { start: _start, ...others } = record;
  const was = { ...others, owner: before.owner, ...(before.start ? { start: before.start } : {}) };
  return updateAction(was, { state, owner, start, reason }, at);
}

function actionChoices({ analysis, language }: Workspace, { recommendation }: ProjectRecords): RecordChoices {
  const needs = oneGroup(analysis.needs, 'label', language);
  return new Map([
    ['needs', needs],
    ['partly', needs],
    ['recommendations', oneGroup(recommendation, 'text', language)],
  ]);
}

/** Every word of an action that may become public. */
function saidIn({ title, owner, format, means, people, costs = [], start }: Action): readonly string[] {
  const texts = [title, owner, format, means, people, start?.label, ...costs.map(({ what }) => what)];
  return texts.flatMap((text) => Object.values(text ?? {}));
}
