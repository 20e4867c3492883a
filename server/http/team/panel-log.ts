// The log of the sounding board: each act with who did it, when, and why.
import type { Router } from 'express';
import type { Context } from '../../context.ts';
import { logOf, type StoredLine } from '../../db/panel-log.ts';
import { formatDate, formatTime } from '../../format-values.ts';
import { labelIn } from '../panel/closed-round.ts';
import { openWorkspace, showStation, type Workspace } from './workspace.ts';

export interface PanelLogPage {
  readonly title: string;
  readonly back: string;
  readonly lines: readonly {
    readonly when: string;
    readonly who: string;
    readonly what: string;
    readonly why: string;
  }[];
}

export function panelLogRoutes(ctx: Context, router: Router): void {
  router.get('/:project/panel/log', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const { code } = workspace.project;
    const log = await logOf(ctx.db.kysely, code);
    const title = workspace.say({ key: 'rounds.log.title' });
    const page = {
      title,
      back: `/team/${code}/panel`,
      lines: log.map((line) => lineView(workspace, line)).reverse(),
    };
    await showStation(ctx, response, workspace, 'team/panel-log', page, {
      station: 'panel',
      title,
      styles: ['panel-result.css', 'rounds.css'],
    });
  });
}

function lineView(workspace: Workspace, line: StoredLine): PanelLogPage['lines'][number] {
  const { language, say } = workspace;
  const need = line.details.need;
  const values = {
    // Lines of before a decision could be followed by another, or the same person was asked about, say nothing of it.
    after: 0,
    draft: 0,
    before: 0,
    ...line.details,
    round: line.round ?? 0,
    title: need === undefined ? '' : labelIn(workspace.analysis.needs, String(need), language),
  };
  return {
    when: `${formatDate(language, line.at.slice(0, 10))}, ${formatTime(language, line.at)}`,
    who: line.email ?? say({ key: `rounds.log.${line.account === '' ? 'byItself' : 'formerAccount'}` }),
    what: say({ key: `rounds.log.act.${line.act}`, values }),
    why: line.reason,
  };
}
