// Draws every chart on the page with Chart.js: [data-chart] holds a canvas and the configuration as JSON.
// The configuration is plain data; fonts, the page's colours and the marks (chart-marks.js) are added here.
// @ts-check
import { wrapped } from './chart-lines.js';
import { marksPlugin } from './chart-marks.js';

/** @typedef {import('./chart-marks.js').Marks} Marks */

/** Chart.js comes as a classic script before this module. @type {any} */
const Chart = /** @type {any} */ (globalThis).Chart;
const narrowBelow = 480;
const family = '"Atkinson Hyperlegible Next", "Segoe UI", system-ui, sans-serif';

/** The page's colours as the browser resolves them now: light, dark or forced. */
function pageColours() {
  const probe = document.createElement('span');
  document.body.append(probe);
  const colour = (/** @type {string} */ name) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const colours = {
    ink: colour('ink'),
    muted: colour('muted'),
    line: colour('line'),
    edge: colour('edge'),
    paper: colour('paper'),
    sheet: colour('sheet'),
    teal: colour('teal'),
    careful: colour('careful'),
  };
  probe.remove();
  return colours;
}
/** @typedef {ReturnType<typeof pageColours>} Colours */

/**
 * A hatch of 1.5 px lines every 6 px at 45 degrees on sheet: "not used" stays out of the hue.
 * @param {string} line @param {string} ground
 */
function hatch(line, ground) {
  const scale = 2;
  const size = 6 * Math.SQRT2 * scale;
  const tile = document.createElement('canvas');
  tile.width = tile.height = Math.round(size);
  const context = /** @type {CanvasRenderingContext2D} */ (tile.getContext('2d'));
  context.fillStyle = ground;
  context.fillRect(0, 0, size, size);
  context.strokeStyle = line;
  context.lineWidth = 1.5 * scale;
  for (const shift of [-size, 0, size]) {
    context.beginPath();
    context.moveTo(shift, size);
    context.lineTo(shift + size, 0);
    context.stroke();
  }
  const pattern = /** @type {CanvasPattern} */ (context.createPattern(tile, 'repeat'));
  pattern.setTransform(new DOMMatrix().scale(1 / scale));
  return pattern;
}

/** The fill of one dataset on this page. @param {any} dataset @param {Marks} marks @param {number} index @param {Colours} colours */
function fillOf(dataset, marks, index, colours) {
  if (marks.kind === 'dots') return 'transparent';
  if (dataset.outlined) return colours.sheet;
  const lines = marks.hatches?.[index];
  if (lines) return hatch(lines, colours.sheet);
  // The one accent follows the page, so that it stays readable on dark paper.
  return dataset.backgroundColor === '#0A5257' ? colours.teal : dataset.backgroundColor;
}

/** One dataset with its look. @param {any} dataset @param {Marks} marks @param {number} index @param {Colours} colours */
function styled(dataset, marks, index, colours) {
  if (marks.kind === 'curve') {
    return {
      ...dataset,
      stepped: dataset.stepped ? 'before' : false,
      borderColor: colours.teal,
      borderWidth: marks.thickness,
      pointRadius: 0,
      clip: false,
    };
  }
  const hatched = Boolean(marks.hatches?.[index]);
  const gap = { left: 0.75, right: 0.75, top: 0, bottom: 0 };
  return {
    ...dataset,
    fill: dataset.backgroundColor,
    backgroundColor: fillOf(dataset, marks, index, colours),
    barThickness: marks.thickness,
    grouped: marks.kind === 'paired',
    categoryPercentage: 0.9,
    borderSkipped: false,
    borderColor: dataset.outlined ? colours.edge : hatched ? (marks.hatches?.[index] ?? '') : colours.paper,
    borderWidth: dataset.outlined || hatched ? 1.25 : marks.kind === 'stacked' ? gap : 0,
    order: dataset.outlined ? 2 : 1,
  };
}

/** Options of scales and space. @param {any} config @param {Marks} marks @param {Colours} colours @param {boolean} narrow */
function optionsOf(config, marks, colours, narrow) {
  const font = { family, size: 13 };
  const named = marks.rowLabels.some((label) => label !== '');
  const { x, y } = config.options.scales;
  const curve = marks.kind === 'curve';
  const [firstLabel, lastLabel] = config.data.labels;
  return {
    ...config.options,
    animation: false,
    locale: document.documentElement.lang,
    events: [],
    responsive: true,
    maintainAspectRatio: false,
    devicePixelRatio: Math.max(2, globalThis.devicePixelRatio),
    layout: { autoPadding: false, padding: paddingOf(marks, narrow && named) },
    scales: {
      x: {
        ...x,
        position: curve ? 'bottom' : 'top',
        border: { display: false },
        grid: { display: x.display && !curve, color: colours.line, drawTicks: false },
        ticks: curve
          ? {
              font,
              color: colours.ink,
              align: 'inner',
              maxRotation: 0,
              stepSize: x.max,
              callback: (/** @type {number} */ at) => (at === 0 ? firstLabel : at === x.max ? lastLabel : ''),
            }
          : { font, color: colours.ink, padding: 6, maxTicksLimit: 7, maxRotation: 0 },
      },
      y: curve
        ? {
            ...y,
            position: 'right',
            border: { display: false },
            grid: { color: colours.line, drawTicks: false },
            ticks: { font, color: colours.ink, padding: 8, maxTicksLimit: 4, precision: 0 },
          }
        : {
            ...y,
            display: named && !narrow,
            border: { display: false },
            grid: { display: false },
            // Names may stand level with the edge of the drawing; no room is kept for them above the first bar.
            afterFit(/** @type {any} */ axis) {
              axis.paddingTop = axis.paddingBottom = 0;
            },
            ticks: {
              autoSkip: false,
              crossAlign: 'far',
              padding: 14,
              color: colours.ink,
              font: { family, size: 15, lineHeight: 1.25 },
              callback(/** @type {number} */ row) {
                const { chart } = /** @type {any} */ (this);
                chart.ctx.font = `15px ${family}`;
                return wrapped(chart.ctx, marks.rowLabels[row] ?? '', Math.min(chart.width * 0.36, 260));
              },
            },
          },
    },
    plugins: {
      nodenkaart: { ...marks, colours, family, narrow },
      legend: { display: false },
      tooltip: { enabled: false },
    },
  };
}

/** Space around the plot for what is written outside the bars. @param {Marks} marks @param {boolean} above */
function paddingOf(marks, above) {
  const context = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
  const width = (/** @type {string} */ font, /** @type {string} */ words) => {
    context.font = `${font} ${family}`;
    return context.measureText(words).width;
  };
  const ends = (marks.ends ?? []).map(
    ({ strong, rest }) => width('650 15px', strong) + (rest ? width('15px', rest) + 8 : 0),
  );
  const brackets = marks.brackets?.length ?? 0;
  const curve = marks.kind === 'curve';
  const whiskered = (marks.whiskers?.length ?? 0) > 0;
  return {
    top: curve ? 22 : above ? 18 : 0,
    // The longest bar of a pair still needs room for its percent.
    right:
      marks.kind === 'paired'
        ? 44
        : curve || ends.length === 0
          ? 1
          : Math.ceil(Math.max(...ends)) + (whiskered ? 18 : 12),
    bottom: brackets * 26,
    left: 0,
  };
}

/** @type {WeakMap<Element, any>} */
const drawn = new WeakMap();

/** Draws one chart afresh. @param {HTMLElement} holder */
function draw(holder) {
  const canvas = holder.querySelector('canvas');
  const data = holder.querySelector('script[type="application/json"]');
  if (!canvas || !data?.textContent) return;
  drawn.get(holder)?.destroy();
  const config = JSON.parse(data.textContent);
  /** @type {Marks} */
  const marks = config.options.plugins.nodenkaart;
  const colours = pageColours();
  const narrow = isNarrow(holder);
  holder.dataset.narrow = String(narrow);
  const datasets = config.data.datasets.map((/** @type {any} */ dataset, /** @type {number} */ index) =>
    styled(dataset, marks, index, colours),
  );
  const chart = new Chart(canvas, {
    type: config.type,
    data: { labels: marks.kind === 'curve' ? undefined : config.data.labels, datasets },
    options: optionsOf(config, marks, colours, narrow),
    plugins: [marksPlugin],
  });
  drawn.set(holder, chart);
  holder.dataset.drawn = 'true';
}

/** @param {HTMLElement} holder */
function isNarrow(holder) {
  return (holder.querySelector('canvas')?.parentElement?.clientWidth ?? 0) < narrowBelow;
}

/** Every chart on the page as it is now. @returns {HTMLElement[]} */
function holdersNow() {
  return [...document.querySelectorAll('[data-chart]')].filter((each) => each instanceof HTMLElement);
}

if (Chart && (holdersNow().length > 0 || document.querySelector('[data-charts-change]'))) {
  // A canvas does not wait for fonts by itself.
  await Promise.allSettled([
    document.fonts.load(`15px ${family}`),
    document.fonts.load(`650 15px ${family}`),
  ]);
  const widths = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const holder = /** @type {HTMLElement} */ (target);
      if (holder.dataset.narrow !== String(isNarrow(holder))) draw(holder);
    }
  });
  const drawAll = () => {
    for (const holder of holdersNow()) {
      draw(holder);
      widths.observe(holder);
    }
  };
  drawAll();
  // Part of the page was put in the place of another: its charts are new.
  document.addEventListener('charts:changed', drawAll);
  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)']) {
    matchMedia(query).addEventListener('change', drawAll);
  }
}
