// A view of the explorer, and figures that stand beside another one, as lines of an open table.
import type { CrossTable, Explored } from '../explore/explored.ts';
import type { Share } from '../figure.ts';
import type { SideBySideResult } from '../side-by-side/results.ts';
import type { Interval } from '../statistics/wilson-interval.ts';
import {
  about,
  countRow,
  type FigureAbout,
  type FigureRow,
  opennessBy,
  shareRow,
  valueRow,
} from './figure-row.ts';
import { rowsOfQuestion } from './question-rows.ts';

/** A view as its reader may see it. @param name the team's title. */
export function rowsOfExplored(explored: Explored, code: string, name: string): readonly FigureRow[] {
  const own = about('view', { code, label: name });
  return [
    ...(explored.crosses
      ? explored.crosses.flatMap((cross) => rowsOfCross(cross, own))
      : rowsOfQuestion(explored.question, own)),
    ...explored.weighted.flatMap(({ variable, label, item, openness, rows }) =>
      rows.flatMap((row) => {
        const of = { ...own, variable, item: item ?? label, answer: row.code, answerLabel: row.label };
        return [
          valueRow(of, 'unweighted', row.unweighted, openness),
          valueRow(of, 'weighted', row.weighted, openness, { interval: row.interval }),
        ];
      }),
    ),
    ...(explored.gap
      ? [
          valueRow(own, 'meanDifference', explored.gap.paired?.estimate ?? null, explored.gap.openness, {
            base: explored.gap.paired?.base ?? null,
            interval: explored.gap.paired?.interval ?? null,
          }),
        ]
      : []),
  ];
}

function rowsOfCross(cross: CrossTable, view: FigureAbout): readonly FigureRow[] {
  const own = { ...view, variable: cross.variable, item: cross.item ?? cross.label, by: cross.by.variable };
  const groupOf = (index: number) => {
    const group = cross.groups[index];
    return group?.label ?? group?.code ?? '';
  };
  return [
    ...cross.groups.flatMap(({ base, openness, summary }, index) => {
      const of = { ...own, group: groupOf(index) };
      const { n = null, mean = null, interval = null, median = null } = summary ?? {};
      return [
        countRow(of, 'answered', { count: base, base, openness, unit: 'respondents' }),
        ...(summary ? [valueRow(of, 'mean', mean, openness, { base: n, interval })] : []),
        ...(median === null ? [] : [valueRow(of, 'median', median, openness, { base: n })]),
      ];
    }),
    ...cross.rows.flatMap(({ code, label, cells, total }) => {
      const answer = { ...own, answer: code, answerLabel: label };
      return [
        ...cells.map(({ ofGroup }, index) =>
          shareRow({ ...answer, group: groupOf(index) }, 'shareOfGroup', ofGroup),
        ),
        shareRow(answer, 'share', total),
      ];
    }),
  ];
}

interface Balanced {
  readonly of: FigureAbout;
  readonly first: Share;
  readonly second: Share;
  readonly net: { readonly estimate: number; readonly interval: Interval | null } | null;
}

function netRow({ of, first, second, net }: Balanced): FigureRow {
  const estimate = net?.estimate ?? null;
  return valueRow(of, 'net', estimate, opennessBy([first, second], estimate), {
    interval: net?.interval ?? null,
  });
}

/** What the catalogue puts beside each other. */
export function rowsOfBeside(result: SideBySideResult): readonly FigureRow[] {
  const own = about('beside', { code: result.code, label: result.label });
  switch (result.kind) {
    case 'balance': {
      const sides = [result.first, result.second] as const;
      const rows = [
        ...result.rows.map((row) => ({ of: { ...own, variable: row.code, item: row.label }, ...row })),
        ...result.groups.map((row) => ({ of: { ...own, group: row.label ?? row.code }, ...row })),
      ];
      return rows.flatMap((row) => [
        shareRow({ ...row.of, answerLabel: sides[0] }, 'share', row.first),
        shareRow({ ...row.of, answerLabel: sides[1] }, 'share', row.second),
        ...('net' in row ? [netRow(row)] : []),
      ]);
    }
    case 'steps':
      return result.rows.flatMap(({ code, label, reached }) =>
        reached.map((share, step) =>
          shareRow(
            { ...own, variable: code, item: label, answerLabel: result.steps[step] ?? null },
            'share',
            share,
          ),
        ),
      );
    case 'gap':
    case 'required':
      return result.rows.flatMap(({ code, label, everybody, groups }) => [
        shareRow({ ...own, variable: code, item: label }, 'share', everybody),
        ...groups.map((group) =>
          shareRow(
            { ...own, variable: code, item: label, group: group.label ?? group.code },
            'share',
            group.share,
          ),
        ),
      ]);
    case 'reference':
      return [
        shareRow(own, 'share', result.share),
        valueRow({ ...own, item: result.published.source }, 'published', result.published.share, 'full'),
      ];
    case 'part': {
      const { estimate, base, interval, openness } = result.part;
      return [
        valueRow(own, 'part', estimate, openness, { base, interval }),
        valueRow({ ...own, item: result.published.source }, 'published', result.published.share, 'full'),
      ];
    }
    case 'twoSurveys':
      return result.rows.flatMap(({ code, label, first, second, difference }) => {
        const of = { ...own, variable: code, item: label };
        const sides = [
          { name: result.first, ...first },
          { name: result.second, ...second },
        ];
        return [
          ...sides.flatMap(({ name, share, median }) => [
            shareRow({ ...of, group: name }, 'share', share),
            valueRow({ ...of, group: name }, 'median', median, share.openness, { base: share.base }),
          ]),
          valueRow(of, 'difference', difference, opennessBy([first.share, second.share], difference)),
        ];
      });
  }
}
