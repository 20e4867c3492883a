// Marks on charts that Chart.js has no option for: words in bars, brackets with their sum, whiskers, dots, ticks.
// A Chart.js plugin; everything it draws is named in the configuration (analysis/chart.ts, `Marks`).
// @ts-check
import { wrapped } from './chart-lines.js';

/**
 * @typedef {object} Marks
 * @property {'stacked' | 'bars' | 'dots' | 'coverage' | 'curve' | 'paired'} kind
 * @property {readonly string[]} rowLabels
 * @property {number} thickness
 * @property {readonly (readonly (number | null)[])[]} [inBar]
 * @property {readonly boolean[]} [onDark]
 * @property {readonly (string | null)[]} [hatches]
 * @property {readonly { strong: string, rest: string }[]} [ends]
 * @property {readonly { row: number, from: number, to: number, label: string }[]} [brackets]
 * @property {readonly { row: number, lower: number, upper: number }[]} [whiskers]
 * @property {readonly { row: number, at: number }[]} [ticks]
 * @property {number} [middle]
 * @property {readonly boolean[]} [hollow]
 */
/**
 * @typedef {Marks & { colours: Record<'ink' | 'muted' | 'line' | 'edge' | 'paper' | 'sheet' | 'teal' | 'careful', string>, family: string, narrow: boolean }} DrawnMarks
 */

const inkOnLight = '#211D19';
const paperOnDark = '#FFFDF8';

export const marksPlugin = {
  id: 'nodenkaart',
  /** @param {any} chart @param {unknown} _args @param {DrawnMarks} marks */
  afterDatasetsDraw(chart, _args, marks) {
    /** @type {CanvasRenderingContext2D} */
    const context = chart.ctx;
    context.save();
    context.textBaseline = 'middle';
    if (marks.kind === 'curve') {
      drawCurveEnd(chart, context, marks);
    } else {
      if (marks.narrow) drawNames(chart, context, marks);
      if (marks.kind === 'dots') drawLinks(chart, context, marks);
      drawWhiskers(chart, context, marks);
      if (marks.kind === 'dots') drawDots(chart, context, marks);
      drawInBar(chart, context, marks);
      drawTicks(chart, context, marks);
      drawBrackets(chart, context, marks);
      drawEnds(chart, context, marks);
    }
    context.restore();
  },
};

/** The drawn elements of one dataset. @param {any} chart @param {number} dataset @returns {any[]} */
function elements(chart, dataset) {
  return chart.getDatasetMeta(dataset).data;
}

/** Middle of a row in px. @param {any} chart @param {number} row */
function middleOf(chart, row) {
  return chart.scales.y.getPixelForValue(row);
}

/** Top of what is drawn in a row, in px. @param {any} chart @param {DrawnMarks} marks @param {number} row */
function topOf(chart, marks, row) {
  const bars = marks.kind === 'paired' ? chart.data.datasets.length : 1;
  const height = bars * (marks.thickness + 4) - 4;
  return middleOf(chart, row) - height / 2;
}

/** Row names above their bars. @param {any} chart @param {CanvasRenderingContext2D} context @param {DrawnMarks} marks */
function drawNames(chart, context, marks) {
  context.font = `15px ${marks.family}`;
  context.fillStyle = marks.colours.ink;
  context.textAlign = 'left';
  for (const [row, label] of marks.rowLabels.entries()) {
    if (!label) continue;
    const lines = wrapped(context, label, chart.width);
    for (const [index, line] of lines.entries()) {
      context.fillText(
        line,
        chart.chartArea.left,
        topOf(chart, marks, row) - 12 - (lines.length - 1 - index) * 19,
      );
    }
  }
}

/** Figures inside segments: with the sign from 38 px, alone from 26. @param {any} chart @param {CanvasRenderingContext2D} context @param {DrawnMarks} marks */
function drawInBar(chart, context, marks) {
  if (!marks.inBar) return;
  const paired = marks.kind === 'paired';
  context.font = `${paired ? 13 : 14}px ${marks.family}`;
  for (const [dataset, figures] of marks.inBar.entries()) {
    const bars = elements(chart, dataset);
    for (const [row, figure] of figures.entries()) {
      const bar = bars[row];
      if (figure === null || !bar || Number.isNaN(bar.x)) continue;
      if (paired) {
        context.textAlign = 'left';
        context.fillStyle = marks.colours.ink;
        context.fillText(`${figure}%`, bar.x + 6, bar.y + 1);
        continue;
      }
      const width = Math.abs(bar.x - bar.base);
      if (width < 26) continue;
      const words = width < 38 ? String(figure) : `${figure}%`;
      const centre = (bar.x + bar.base) / 2;
      context.textAlign = 'center';
      if (marks.hatches?.[dataset]) {
        context.strokeStyle = marks.colours.sheet;
        context.lineWidth = 4;
        context.lineJoin = 'round';
        context.strokeText(words, centre, bar.y + 1);
        context.fillStyle = marks.colours.ink;
      } else {
        context.fillStyle = marks.onDark?.[dataset] ? paperOnDark : inkOnLight;
      }
      context.fillText(words, centre, bar.y + 1);
    }
  }
}

/** Thin intervals with ends; the part that lies on a bar is paper-coloured. @param {any} chart @param {CanvasRenderingContext2D} context @param {DrawnMarks} marks */
function drawWhiskers(chart, context, marks) {
  for (const { row, lower, upper } of marks.whiskers ?? []) {
    const y = middleOf(chart, row);
    const [from, to] = [lower, upper].map((value) => chart.scales.x.getPixelForValue(value));
    const edge = marks.kind === 'bars' ? elements(chart, 0)[row].x : from;
    context.lineWidth = 1.5;
    const stroke = (
      /** @type {string} */ colour,
      /** @type {[number, number, number, number][]} */ lines,
    ) => {
      context.strokeStyle = colour;
      context.beginPath();
      for (const [x1, y1, x2, y2] of lines) {
        context.moveTo(x1, y1);
        context.lineTo(x2, y2);
      }
      context.stroke();
    };
    const end = (/** @type {number} */ x) =>
      /** @type {[number, number, number, number]} */ ([x, y - 5, x, y + 5]);
    stroke(from < edge ? marks.colours.paper : marks.colours.ink, [[from, y, edge, y], end(from)]);
    stroke(marks.colours.ink, [[edge, y, to, y], end(to)]);
  }
}

/** The line between before and after. @param {any} chart @param {CanvasRenderingContext2D} context @param {DrawnMarks} marks */
function drawLinks(chart, context, marks) {
  if (chart.data.datasets.length < 2) return;
  context.strokeStyle = marks.colours.edge;
  context.lineWidth = 3;
  const last = elements(chart, chart.data.datasets.length - 1);
  for (const [row, start] of elements(chart, 0).entries()) {
    context.beginPath();
    context.moveTo(start.x, start.y);
    context.lineTo(last[row].x, last[row].y);
    context.stroke();
  }
}

/** Dots with a ring of paper; hollow for a part of a need. @param {any} chart @param {CanvasRenderingContext2D} context @param {DrawnMarks} marks */
function drawDots(chart, context, marks) {
  for (const [index, dataset] of chart.data.datasets.entries()) {
    const fill = dataset.fill === '#0A5257' ? marks.colours.teal : dataset.fill;
    for (const [row, { x, y }] of elements(chart, index).entries()) {
      const hollow = marks.hollow?.[row] ?? false;
      const radius = hollow ? 5 : marks.thickness / 2;
      context.beginPath();
      context.arc(x, y, radius, 0, 2 * Math.PI);
      context.fillStyle = hollow ? marks.colours.paper : fill;
      context.fill();
      context.lineWidth = 2;
      context.strokeStyle = hollow ? fill : marks.colours.paper;
      context.stroke();
    }
  }
}

/** Ticks through a row, and above and below the middle of diverging bars. @param {any} chart @param {CanvasRenderingContext2D} context @param {DrawnMarks} marks */
function drawTicks(chart, context, marks) {
  context.strokeStyle = marks.colours.ink;
  context.lineWidth = 1.5;
  context.beginPath();
  for (const { row, at } of marks.ticks ?? []) {
    const [x, y] = [chart.scales.x.getPixelForValue(at), middleOf(chart, row)];
    context.moveTo(x, y - marks.thickness / 2 - 5);
    context.lineTo(x, y + marks.thickness / 2 + 5);
  }
  if (marks.middle !== undefined) {
    const x = chart.scales.x.getPixelForValue(marks.middle);
    for (const row of marks.rowLabels.keys()) {
      const y = middleOf(chart, row);
      for (const side of [-1, 1]) {
        context.moveTo(x, y + side * (marks.thickness / 2 + 1));
        context.lineTo(x, y + side * (marks.thickness / 2 + 6));
      }
    }
  }
  context.stroke();
}

/**
 * Brackets under the segments that led to an advice, with the sum they carry; one below the other where they would touch.
 * @param {any} chart @param {CanvasRenderingContext2D} context @param {DrawnMarks} marks
 */
function drawBrackets(chart, context, marks) {
  context.font = `650 14px ${marks.family}`;
  context.lineWidth = 1.5;
  context.textAlign = 'center';
  const arms = levels();
  const words = levels();
  for (const { row, from, to, label } of marks.brackets ?? []) {
    const [left, right] = [from, to].map((value) => chart.scales.x.getPixelForValue(value));
    const half = context.measureText(label).width / 2;
    const centre = Math.min(
      Math.max((left + right) / 2, chart.chartArea.left + half),
      chart.width - half - 1,
    );
    const level = arms(left, right);
    const y = middleOf(chart, row) + marks.thickness / 2 + 3 + level * 26;
    context.strokeStyle = marks.colours.ink;
    context.beginPath();
    context.moveTo(left + 1.5, y);
    context.lineTo(left + 1.5, y + 6);
    context.lineTo(right - 1.5, y + 6);
    context.lineTo(right - 1.5, y);
    context.stroke();
    context.fillStyle = marks.colours.ink;
    const line = Math.max(level, words(centre - half - 6, centre + half + 6));
    context.fillText(label, centre, y + 16 + (line - level) * 20);
  }
}

/** Gives the first level on which a stretch touches none that was given before. */
function levels() {
  /** @type {[number, number][][]} */
  const taken = [];
  return (/** @type {number} */ from, /** @type {number} */ to) => {
    const free = taken.findIndex((stretches) =>
      stretches.every(([start, end]) => to <= start || from >= end),
    );
    const level = free < 0 ? taken.length : free;
    taken[level] = [...(taken[level] ?? []), [from, to]];
    return level;
  };
}

/** The strong figure and the counts behind the end of a bar. @param {any} chart @param {CanvasRenderingContext2D} context @param {DrawnMarks} marks */
function drawEnds(chart, context, marks) {
  context.textAlign = 'left';
  for (const [row, { strong, rest }] of (marks.ends ?? []).entries()) {
    const whisker = marks.whiskers?.find((entry) => entry.row === row);
    const reached = chart.data.datasets.map(
      (/** @type {unknown} */ _set, /** @type {number} */ index) => elements(chart, index)[row].x,
    );
    const upper = whisker ? chart.scales.x.getPixelForValue(whisker.upper) : 0;
    const x = Math.max(...reached, upper) + (marks.kind === 'dots' ? 14 : 10);
    const y = middleOf(chart, row) + 1;
    context.font = `650 15px ${marks.family}`;
    context.fillStyle = marks.colours.ink;
    context.fillText(strong, x, y);
    if (!rest) continue;
    const after = x + context.measureText(strong).width + 8;
    context.font = `15px ${marks.family}`;
    context.fillStyle = marks.colours.muted;
    context.fillText(rest, after, y);
  }
}

/** The last point of a running total, named. @param {any} chart @param {CanvasRenderingContext2D} context @param {DrawnMarks} marks */
function drawCurveEnd(chart, context, marks) {
  const last = elements(chart, 0).at(-1);
  if (!last) return;
  context.fillStyle = marks.colours.teal;
  context.beginPath();
  context.arc(last.x, last.y, 5.5, 0, 2 * Math.PI);
  context.fill();
  context.font = `650 17px ${marks.family}`;
  context.textAlign = 'right';
  context.fillText(marks.ends?.[0]?.strong ?? '', last.x - 4, last.y - 14);
}
