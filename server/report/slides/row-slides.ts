// The order of the needs and the advice per service, a row each.
import type { ReportModel } from '../../../analysis/report/model.ts';
import type { ReportView } from '../report-view.ts';
import type { ReportWords } from '../report-words.ts';
import { inParts } from './in-parts.ts';
import { body, heightOf, roomUnder, shared, shortened } from './room.ts';
import type { RankedNeed, ServiceRow, Slide } from './slide.ts';

type Heading = Pick<Slide, 'kicker' | 'title' | 'place'>;

/** Pixels wide: the name of a need and its figure; the name of a service and its advice. */
const columns = { need: 700, figure: 300, service: 400, advice: 330 } as const;
const row = 10;

export function orderSlides(
  heading: Heading,
  view: ReportView,
  report: ReportModel,
  words: ReportWords,
): readonly Slide[] {
  const needs = view.needs.map(
    ({ mark, child, label, leading }): RankedNeed => ({
      mark,
      child,
      label: shortened(label, 140),
      figure: leading?.figure ?? '',
      of: leading?.of ?? '',
    }),
  );
  const height = ({ label, figure, of }: RankedNeed) =>
    Math.max(heightOf(label, body, columns.need), heightOf(`${figure} ${of}`, body, columns.figure)) + row;
  const note = words.t(`report.order.${report.orderedBy}`);
  const room = roomUnder(heading.title) - heightOf(note) - 16;
  return inParts(shared(needs, height, room), heading, words, (some) => ({
    kind: 'order',
    note,
    needs: some,
  }));
}

/** Services that get advice; the others are counted, and stand in the report. */
export function serviceSlides(heading: Heading, view: ReportView, words: ReportWords): readonly Slide[] {
  const all = view.serviceGroups.flatMap(({ services }) => services);
  const advised = all.filter(({ advice }) => advice.length > 0);
  const rows = advised.map(
    ({ label, frequent, notIndependent, advice }): ServiceRow => ({
      label: shortened(label, 80),
      frequent: frequent.figure,
      notIndependent,
      advice: shortened(advice.map((each) => each.label).join(' · '), 110),
    }),
  );
  const note = words.t('slides.services', { count: all.length - advised.length });
  const height = ({ label, advice }: ServiceRow) =>
    Math.max(heightOf(label, body, columns.service), heightOf(advice, body, columns.advice)) + row;
  const room = roomUnder(heading.title) - 60 - heightOf(note) - 16;
  return inParts(shared(rows, height, room), heading, words, (services) => ({
    kind: 'services',
    services,
    note,
  }));
}
