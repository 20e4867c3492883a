// Answers as they came in: a stepped line of the running total, its end named.

import type { Text } from '../../surveys/questionnaire.ts';
import { type ChartView, chartWords, oneGroup, say } from '../chart.ts';
import type { Coverage } from '../results/survey.ts';

const dayLength = 86_400_000;

/** The running total of answers per day; days are places since the first. Null picture with fewer than two days. */
export function chartOfAnswersPerDay(
  perDay: Coverage['perDay'],
  options: { readonly id: string; readonly title: Text; readonly language: string },
): ChartView {
  const title = say(options.title, options.language);
  const start = Date.parse(perDay[0]?.day ?? '');
  const points = perDay.map(({ day, total }) => ({
    x: Math.round((Date.parse(day) - start) / dayLength),
    y: total,
  }));
  const last = points.at(-1);
  const end = perDay.at(-1);
  return {
    id: options.id,
    title,
    config:
      points.length < 2 || !last || !end
        ? null
        : {
            type: 'line',
            data: {
              labels: [shortDay(perDay[0]?.day ?? '', options.language), shortDay(end.day, options.language)],
              datasets: [{ label: title, data: [{ x: 0, y: 0 }, ...points], stepped: true }],
            },
            options: {
              scales: {
                x: { type: 'linear', min: 0, max: last.x, display: true },
                y: { min: 0, display: true },
              },
              plugins: {
                nodenkaart: {
                  kind: 'curve',
                  rowLabels: [],
                  thickness: 3,
                  ends: [{ strong: String(last.y), rest: '' }],
                },
              },
            },
          },
    height: { wide: 190, narrow: 190 },
    legend: [],
    table: {
      caption: title,
      head: [chartWords('head.day'), chartWords('head.answers'), chartWords('head.total')],
      groups: oneGroup(
        perDay.map(({ day, answers, total }) => ({
          head: shortDay(day, options.language),
          cells: [String(answers), String(total)],
        })),
      ),
    },
    sentence: end
      ? chartWords('perDay', {
          total: end.total,
          days: points.length,
          busiest: busiest(perDay, options.language),
        })
      : chartWords('nobody'),
    caption: [],
    smallGroup: false,
  };
}

function busiest(perDay: Coverage['perDay'], language: string): string {
  const [most] = [...perDay].sort((one, other) => other.answers - one.answers);
  return shortDay(most?.day ?? '', language);
}

/** "8 jan." — an ISO day without the year, as an axis names it. */
function shortDay(day: string, language: string): string {
  if (day === '') return '';
  const format = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return format.format(new Date(day));
}
