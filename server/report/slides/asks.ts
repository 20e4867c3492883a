// What a meeting is asked: to stand behind the order, to sign the actions, and to decide where nothing was announced yet.
import type { BlockView } from '../report-blocks.ts';
import type { ReportView } from '../report-view.ts';
import type { ReportWords } from '../report-words.ts';
import { shortened } from './room.ts';
import type { SlideItem } from './slide.ts';

/** Made of what stands in the report alone; never empty. */
export function asksOf(
  view: ReportView,
  blocks: readonly BlockView[],
  words: ReportWords,
): readonly SlideItem[] {
  const { t } = words;
  const names = (links: readonly { readonly label: string }[]) =>
    shortened(words.list(links.map(({ label }) => label)), 260);
  const ask = (key: string, count: number, more: string): SlideItem => ({
    before: '',
    text: t(`slides.asks.${key}`, { count }),
    more,
  });
  const stands = (of: (block: BlockView) => boolean) => blocks.some(of);
  const ordered = stands((block) => block.kind === 'table' && block.of === 'order') && view.needs.length > 0;
  const acting = stands((block) => block.kind === 'actions' && block.need === null);
  const idle = blocks.flatMap((block) =>
    block.kind === 'chain'
      ? block.items.flatMap((item) =>
          item.kind === 'recommendation' && item.recommendation.actions.length === 0
            ? [{ label: `“${item.recommendation.text}”` }]
            : [],
        )
      : [],
  );
  const asks = [
    ...(ordered ? [ask('order', view.needs.length, t(`slides.asks.orderBy.${view.orderedBy}`))] : []),
    ...(acting && view.actions.length > 0
      ? [
          ask(
            'sign',
            view.actions.length,
            names([...new Set(view.actions.map(({ owner }) => owner))].map((label) => ({ label }))),
          ),
        ]
      : []),
    ...(acting && view.unanswered.length > 0
      ? [ask('unanswered', view.unanswered.length, names(view.unanswered))]
      : []),
    ...(acting && view.partly.length > 0 ? [ask('partly', view.partly.length, names(view.partly))] : []),
    ...(idle.length > 0 ? [ask('idle', idle.length, names(idle))] : []),
  ];
  return asks.length > 0 ? asks : [ask('open', 0, '')];
}
