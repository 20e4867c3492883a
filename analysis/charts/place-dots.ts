// Places of needs in one list: a dot at the place the evidence gives, a whisker over the places of the resamples.
import type { Text } from '../../surveys/questionnaire.ts';
import { type ChartView, chartWords, heightOfRows, oneGroup, say, wholePercent } from '../chart.ts';
import type { PlaceStability, StabilityResult } from '../results/needs.ts';
import { teal } from './palette.ts';

export interface PlacedNeed {
  readonly code: string;
  readonly label: Text;
  readonly place: number | null;
}

/** @param needs in the order of the list; one the stability does not know has no dot. */
export function chartOfPlaces(
  needs: readonly PlacedNeed[],
  stability: StabilityResult,
  options: { readonly id: string; readonly title: Text; readonly top: number; readonly language: string },
): ChartView {
  const { top, language } = options;
  const title = say(options.title, language);
  const rows = needs.flatMap((need) => {
    const found = stability.needs.find((one) => one.need === need.code);
    return found && need.place !== null
      ? [{ label: say(need.label, language), place: need.place, ...found }]
      : [];
  });
  const [first] = rows;
  const labels = rows.map(({ label }) => label);
  return {
    id: options.id,
    title,
    config:
      rows.length === 0
        ? null
        : {
            type: 'bar',
            data: {
              labels,
              datasets: [
                {
                  label: chartWords('head.rank'),
                  data: rows.map(({ place }) => place),
                  backgroundColor: teal,
                },
              ],
            },
            options: {
              indexAxis: 'y',
              // Between two or three places an axis would show halves.
              scales: { x: { min: 1, max: needs.length, display: needs.length > 3 }, y: {} },
              plugins: {
                nodenkaart: {
                  kind: 'dots',
                  rowLabels: labels,
                  thickness: 15,
                  ends: rows.map((row) => ({ strong: placesWords(row), rest: '' })),
                  whiskers: rows.map(({ best, worst }, row) => ({ row, lower: best, upper: worst })),
                },
              },
            },
          },
    height: heightOfRows(labels, { thickness: 22, below: 0, axis: 26 }),
    legend: [],
    table: {
      caption: title,
      head: [
        chartWords('head.need'),
        chartWords('head.rank'),
        chartWords('head.interval'),
        ...needs.map((_, place) => chartWords('place', { place: place + 1 })),
        chartWords('inTop', { top }),
      ],
      groups: oneGroup(
        rows.map(({ label, place, places, inTop, ...row }) => ({
          head: label,
          cells: [
            String(place),
            placesWords({ ...row }),
            ...places.map((share) => sureness(share)),
            sureness(inTop),
          ],
        })),
      ),
    },
    sentence: first
      ? chartWords('placeSure', {
          need: first.label,
          top,
          percent: sureness(first.inTop),
        })
      : chartWords('nobody'),
    caption: [chartWords('placeWhisker', { resamples: stability.resamples })],
    smallGroup: false,
  };
}

/** "1–3", or "1" where the place never moves. */
export function placesWords({ best, worst }: Pick<PlaceStability, 'best' | 'worst'>): string {
  return best === worst ? String(best) : `${best}–${worst}`;
}

/** A share of resamples in whole percent; what happened at least once is never 0%, and what failed once never 100%. */
export function sureness(share: number): string {
  if (share > 0 && share < 0.01) return '<1%';
  if (share < 1 && share > 0.99) return '>99%';
  return `${wholePercent(share)}%`;
}
