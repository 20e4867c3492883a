// What if panel and evidence were weighed otherwise? A plain form of weights in the address, the order under them, and how
// often each need leads under all of them. The decision stays what it is.
import type { Request, Router } from 'express';
import type { Context } from '../../context.ts';
import { releasedFor } from '../../operations/released-sequences.ts';
import { closedRoundOf } from '../panel/closed-round.ts';
import type { FormMistake } from './round-form.ts';
import { whatIfPage } from './what-if-view.ts';
import { openWorkspace, showStation } from './workspace.ts';

/** Longest a weight may be as typed, and the greatest there is. */
const mostWeight = 100;

export function whatIfRoutes(ctx: Context, router: Router): void {
  router.get('/:project/panel/rounds/:round/what-if', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const project = workspace.project.code;
    const { round } = await closedRoundOf(ctx, project, request.params.round);
    const released = await releasedFor(ctx, project, 'team');
    const { weights, typed, mistakes } = readWeights(request);
    const asked = { project, round, reader: 'team' as const, released, weights };
    const given = await ctx.analysis.ask('roundWhatIf', asked);
    const page = whatIfPage({ round, given, typed, mistakes }, workspace);
    await showStation(ctx, response, workspace, 'team/what-if', page, {
      station: 'panel',
      title: page.title,
      status: mistakes.length > 0 ? 422 : 200,
      styles: ['project.css', 'panel-result.css', 'order.css', 'rounds.css', 'what-if.css'],
    });
  });
}

interface ReadWeights {
  /** Null without any, or when one of them is wrong: then the suggested ones show. */
  readonly weights: Readonly<Record<string, number>> | null;
  /** What was typed, by criterion. */
  readonly typed: Readonly<Record<string, string>>;
  readonly mistakes: readonly FormMistake[];
}

/** Weights stand in the address as `weight.survey=30`; a comma is a decimal sign too. */
function readWeights({ query }: Request): ReadWeights {
  const typed = Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) => {
      const [, criterion] = /^weight\.([a-z_]{1,30})$/.exec(name) ?? [];
      return criterion && typeof value === 'string' ? [[criterion, value.trim().slice(0, 20)]] : [];
    }),
  );
  const entries = Object.entries(typed).map(([criterion, value]) => [criterion, weightOf(value)] as const);
  if (entries.length === 0) return { weights: null, typed, mistakes: [] };
  const mistakes = entries
    .filter(([, weight]) => weight === null)
    .map(([criterion]) => ({
      field: `weight-${criterion}`,
      key: 'what-if.weightWrong',
      values: { most: mostWeight },
    }));
  if (mistakes.length === 0 && entries.every(([, weight]) => weight === 0)) {
    mistakes.push({ field: `weight-${entries[0]?.[0] ?? ''}`, key: 'what-if.noWeight', values: { most: 0 } });
  }
  if (mistakes.length > 0) return { weights: null, typed, mistakes };
  return {
    weights: Object.fromEntries(entries.map(([name, weight]) => [name, weight ?? 0])),
    typed,
    mistakes,
  };
}

/** An empty field weighs nothing; null for what is no weight. */
function weightOf(typed: string): number | null {
  if (typed === '') return 0;
  if (!/^\d{1,3}([.,]\d{1,3})?$/.test(typed)) return null;
  const weight = Number(typed.replace(',', '.'));
  return weight <= mostWeight ? weight : null;
}
