// The catalogue of methods: for every kind of number on screen the function that makes it, the file it lives in and
// where the method was published. What it does in plain words is in views/texts, area `methods`, under the same name.
import type { CrossTable } from './explore/explored.ts';
import type { Correction } from './explore/view.ts';
import type { PanelList } from './results/panel.ts';
import type { QuestionResult } from './results/questions.ts';

export interface Method {
  /** Exported by `file`; a test holds both. */
  readonly function: string;
  /** From the root of the sources. */
  readonly file: string;
  /** Published source, as it is cited; a rule of our own says so. */
  readonly source: string;
}

/** The source of a rule of our own. */
export const ownRule = 'Nodenkaart';
const own = ownRule;

export const methods = {
  distribution: { function: 'distributionOf', file: 'analysis/distribution.ts', source: own },
  tickAll: { function: 'questionResults', file: 'analysis/question-results.ts', source: own },
  ranking: { function: 'questionResults', file: 'analysis/question-results.ts', source: own },
  given: { function: 'givenShare', file: 'analysis/question-results.ts', source: own },
  numbers: { function: 'numbersOf', file: 'analysis/numbers.ts', source: own },
  highlight: { function: 'countShare', file: 'analysis/tabulate.ts', source: own },
  wilson: {
    function: 'wilsonInterval',
    file: 'analysis/statistics/wilson-interval.ts',
    source: 'Wilson 1927; Brown, Cai & DasGupta 2001',
  },
  clusterShare: {
    function: 'clusterShare',
    file: 'analysis/statistics/cluster-share.ts',
    source: 'Cochran 1977, ch. 9; Kish 1965; Korn & Graubard 1998',
  },
  meanInterval: {
    function: 'meanInterval',
    file: 'analysis/statistics/summary.ts',
    source: 'Student 1908',
  },
  quantile: {
    function: 'quantileOfCounts',
    file: 'analysis/statistics/quantile.ts',
    source: 'Hyndman & Fan 1996, type 7',
  },
  bins: { function: 'binsOf', file: 'analysis/number-bins.ts', source: own },
  coverage: { function: 'coverageOf', file: 'analysis/coverage.ts', source: own },
  paired: {
    function: 'pairedDifference',
    file: 'analysis/statistics/paired-difference.ts',
    source: 'Wilcoxon 1945; Student 1908',
  },
  recommend: {
    function: 'recommendScore',
    file: 'analysis/statistics/recommend-score.ts',
    source: 'Reichheld 2003',
  },
  remarks: { function: 'remarkResults', file: 'analysis/remarks.ts', source: own },
  secondSample: { function: 'sampleOf', file: 'analysis/coding/double-coding.ts', source: own },
  cohenKappa: {
    function: 'cohenKappa',
    file: 'analysis/statistics/cohen-kappa.ts',
    source: 'Cohen 1960',
  },
  kappaInterval: {
    function: 'kappaInterval',
    file: 'analysis/statistics/kappa-interval.ts',
    source: 'Fleiss, Cohen & Everitt 1969',
  },
  krippendorff: {
    function: 'krippendorffAlpha',
    file: 'analysis/statistics/krippendorff-alpha.ts',
    source: 'Krippendorff 2011',
  },
  verdict: { function: 'serviceResults', file: 'analysis/needs/services.ts', source: own },
  priority: { function: 'serviceResults', file: 'analysis/needs/services.ts', source: own },
  heat: { function: 'heatOfServices', file: 'analysis/charts/heat-table.ts', source: own },
  quadrant: {
    function: 'quadrantOf',
    file: 'analysis/charts/quadrant.ts',
    source: 'Martilla & James 1977',
  },
  needScore: { function: 'scoreNeed', file: 'analysis/needs/score.ts', source: own },
  indicator: { function: 'measureIndicator', file: 'analysis/needs/indicators.ts', source: own },
  clusterVariance: {
    function: 'clusterVariance',
    file: 'analysis/needs/cluster-variance.ts',
    source: 'Binder 1983; Cochran 1977, ch. 9; Satterthwaite 1946',
  },
  evidence: { function: 'evidenceOf', file: 'analysis/needs/evidence.ts', source: own },
  evidenceLevel: { function: 'evidenceLevel', file: 'analysis/needs/evidence-ladder.ts', source: own },
  evidenceChange: { function: 'evidenceChange', file: 'analysis/needs/evidence-change.ts', source: own },
  orderWays: { function: 'waysToOrder', file: 'analysis/needs/sensitivity.ts', source: own },
  everyWeighting: {
    function: 'weighEveryWay',
    file: 'analysis/needs/sensitivity.ts',
    source: 'Lahdelma & Salminen 2001',
  },
  weightedDiscrepancy: {
    function: 'weightedDiscrepancy',
    file: 'analysis/statistics/weighted-discrepancy.ts',
    source: 'Borich 1980; McKim & Saucier 2011',
  },
  rankedDiscrepancy: {
    function: 'rankedDiscrepancy',
    file: 'analysis/statistics/ranked-discrepancy.ts',
    source: 'Narine & Harder 2021',
  },
  opportunity: {
    function: 'opportunityIndex',
    file: 'analysis/statistics/opportunity-index.ts',
    source: 'Ulwick 2005',
  },
  importancePerformance: {
    function: 'importancePerformance',
    file: 'analysis/statistics/importance-performance.ts',
    source: 'Martilla & James 1977',
  },
  toleranceZone: {
    function: 'toleranceZone',
    file: 'analysis/statistics/tolerance-zone.ts',
    source: 'Parasuraman, Zeithaml & Berry 1994',
  },
  borda: { function: 'borda', file: 'analysis/panel/borda.ts', source: 'Borda 1784' },
  votePoints: {
    function: 'countPoints',
    file: 'analysis/panel/ways/points.ts',
    source: 'Delbecq & Van de Ven 1971',
  },
  voteSets: {
    function: 'countSets',
    file: 'analysis/panel/ways/sets.ts',
    source: 'Louviere, Flynn & Marley 2015',
  },
  votePairs: {
    function: 'countPairs',
    file: 'analysis/panel/ways/pairs.ts',
    source: 'Bradley & Terry 1952; Hunter 2004',
  },
  voteGrid: { function: 'countGrid', file: 'analysis/panel/ways/grid.ts', source: own },
  finalOrder: { function: 'finalOrder', file: 'analysis/panel/final-order.ts', source: own },
  placeSpread: { function: 'placeSpread', file: 'analysis/panel/spread.ts', source: 'Leik 1966' },
  leaveOneOut: { function: 'leaveOneOut', file: 'analysis/panel/leave-one-out.ts', source: own },
  redraws: { function: 'bootstrapOrder', file: 'analysis/panel/bootstrap.ts', source: 'Efron 1979' },
  kendallsW: {
    function: 'kendallsW',
    file: 'analysis/panel/kendalls-w.ts',
    source: 'Kendall & Babington Smith 1939',
  },
  weightedSum: {
    function: 'weightedSum',
    file: 'analysis/panel/weighted-sum.ts',
    source: 'Fishburn 1967',
  },
  weightLattice: {
    function: 'weightLattice',
    file: 'analysis/panel/weight-lattice.ts',
    source: 'Lahdelma & Salminen 2001',
  },
  cross: { function: 'crossDrafts', file: 'analysis/explore/cross-tables.ts', source: own },
  cramersV: {
    function: 'cramersV',
    file: 'analysis/statistics/cramers-v.ts',
    source: 'Cramér 1946; Bergsma 2013',
  },
  kendallTauB: {
    function: 'kendallTauB',
    file: 'analysis/statistics/kendall-tau-b.ts',
    source: 'Kendall 1945',
  },
  rankBiserial: {
    function: 'mannWhitney',
    file: 'analysis/statistics/mann-whitney.ts',
    source: 'Cliff 1993',
  },
  epsilonSquared: {
    function: 'kruskalWallis',
    file: 'analysis/statistics/kruskal-wallis.ts',
    source: 'Kelley 1935; Tomczak & Tomczak 2014',
  },
  chiSquare: {
    function: 'chiSquare',
    file: 'analysis/statistics/chi-square.ts',
    source: 'Pearson 1900; Cochran 1954',
  },
  raoScott: {
    function: 'raoScottOfClusters',
    file: 'analysis/statistics/rao-scott.ts',
    source: 'Rao & Scott 1984; Thomas & Rao 1987',
  },
  fisher: { function: 'fisherExact', file: 'analysis/statistics/fisher-exact.ts', source: 'Fisher 1935' },
  fisherPermutation: {
    function: 'fisherPermutation',
    file: 'analysis/statistics/fisher-permutation.ts',
    source: 'Phipson & Smyth 2010',
  },
  mannWhitney: {
    function: 'mannWhitney',
    file: 'analysis/statistics/mann-whitney.ts',
    source: 'Mann & Whitney 1947',
  },
  kruskalWallis: {
    function: 'kruskalWallis',
    file: 'analysis/statistics/kruskal-wallis.ts',
    source: 'Kruskal & Wallis 1952',
  },
  residual: { function: 'chiSquare', file: 'analysis/statistics/chi-square.ts', source: 'Haberman 1973' },
  benjaminiHochberg: {
    function: 'benjaminiHochberg',
    file: 'analysis/statistics/adjusted-p-values.ts',
    source: 'Benjamini & Hochberg 1995',
  },
  holm: {
    function: 'holm',
    file: 'analysis/statistics/adjusted-p-values.ts',
    source: 'Holm 1979',
  },
  raking: {
    function: 'rake',
    file: 'analysis/statistics/raking.ts',
    source: 'Deming & Stephan 1940; Battaglia et al. 2009',
  },
  postStratification: {
    function: 'rake',
    file: 'analysis/statistics/raking.ts',
    source: 'Holt & Smith 1979',
  },
  weightedShare: {
    function: 'weightedVariables',
    file: 'analysis/explore/weighting.ts',
    source: 'Woodruff 1971; Cochran 1977, ch. 9',
  },
  kish: {
    function: 'kishDesignEffect',
    file: 'analysis/statistics/kish-design-effect.ts',
    source: 'Kish 1965',
  },
  resampling: {
    function: 'resamplePlaces',
    file: 'analysis/needs/stability.ts',
    source: 'Efron 1979; Rao & Wu 1988',
  },
  part: {
    function: 'partShare',
    file: 'analysis/side-by-side/part.ts',
    source: 'Cochran 1977, ch. 6',
  },
  twoSurveys: { function: 'twoSurveysResult', file: 'analysis/side-by-side/two-surveys.ts', source: own },
  balance: {
    function: 'balanceOf',
    file: 'analysis/side-by-side/balance.ts',
    source: 'European Commission 2007, business and consumer surveys; Cochran 1977, ch. 9',
  },
  sideBySide: { function: 'sideBySideResults', file: 'analysis/side-by-side/side-by-side.ts', source: own },
  skills: { function: 'skillCoverage', file: 'analysis/skills/skill-coverage.ts', source: own },
  waves: { function: 'compareWaves', file: 'analysis/waves/compare-waves.ts', source: own },
  sameLibraries: {
    function: 'panelOf',
    file: 'analysis/waves/same-libraries.ts',
    source: 'McNemar 1947, exact',
  },
  newcombe: {
    function: 'newcombeInterval',
    file: 'analysis/statistics/newcombe-interval.ts',
    source: 'Newcombe 1998, method 10; Zou & Donner 2008',
  },
  copeland: { function: 'copeland', file: 'analysis/panel/copeland.ts', source: 'Copeland 1951' },
  schulze: { function: 'schulze', file: 'analysis/panel/schulze.ts', source: 'Schulze 2011' },
  kemeny: {
    function: 'kemeny',
    file: 'analysis/panel/kemeny.ts',
    source: 'Kemeny 1959; Young & Levenglick 1978',
  },
  permutationTest: {
    function: 'permutationTest',
    file: 'analysis/panel/permutation-test.ts',
    source: 'Friedman 1937; Phipson & Smyth 2010',
  },
  stopping: {
    function: 'adviseRound',
    file: 'analysis/panel/stopping-rule.ts',
    source: 'von der Gracht 2012; Schmidt 1997',
  },
  interviews: { function: 'interviewCounts', file: 'analysis/needs/indicators.ts', source: own },
  outside: { function: 'figuresByService', file: 'analysis/outside-figures.ts', source: own },
  desk: { function: 'ticketsOf', file: 'analysis/needs/indicators.ts', source: own },
  pairsSeen: { function: 'pairsSeen', file: 'analysis/panel/pairs-seen.ts', source: own },
  disclosure: {
    function: 'suppressTable',
    file: 'analysis/statistics/suppress-table.ts',
    source: 'Hundepool et al. 2012',
  },
} as const satisfies Readonly<Record<string, Method>>;

export type MethodName = keyof typeof methods;

/** A method with its name in the catalogue. */
export type NamedMethod = Method & { readonly name: MethodName };

/** What made the figures of a question's result, in the order in which they are read. */
export function methodsOfQuestion(result: QuestionResult): readonly MethodName[] {
  switch (result.kind) {
    case 'distributions':
      return ['distribution', 'wilson', 'clusterShare', ...hasMean(result)];
    case 'choices':
      return ['tickAll', 'wilson', 'clusterShare'];
    case 'ranking':
      return ['ranking', 'wilson', 'clusterShare'];
    case 'numbers':
      return ['numbers', 'meanInterval', 'quantile', 'bins'];
    case 'text':
      return ['given'];
  }
}

function hasMean({ distributions }: Extract<QuestionResult, { kind: 'distributions' }>): MethodName[] {
  return distributions.some(({ summary }) => summary !== null) ? ['meanInterval'] : [];
}

/** What made the figures of a cross-table. */
export function methodsOfCross(
  { rows, groups, association }: CrossTable,
  correction: Correction,
): readonly MethodName[] {
  const tests = [association, ...rows.map((row) => row.association)].flatMap((one) => one ?? []);
  const effects = tests.flatMap((test) => test.effects.slice(0, 1).map(({ name }) => name));
  const residuals = rows.some(({ cells }) => cells.some(({ residual }) => residual !== null));
  return [
    'cross',
    ...(groups.some(({ summary }) => summary !== null) ? (['meanInterval'] as const) : []),
    ...new Set(effects),
    ...new Set(tests.map(({ test }) => test)),
    ...(residuals ? (['residual'] as const) : []),
    ...(tests.length > 1 ? [correction] : []),
    'disclosure',
  ];
}

const voteMethods = { points: 'votePoints', sets: 'voteSets', pairs: 'votePairs', grid: 'voteGrid' } as const;

/** What counts the ballots or votes of a panel's lists. */
export function methodsOfCount(lists: readonly PanelList[]): readonly MethodName[] {
  const counted = lists.map(({ votes }) => (votes ? voteMethods[votes.way] : 'borda'));
  return [...new Set(counted.length > 0 ? counted : (['borda'] as const))];
}
