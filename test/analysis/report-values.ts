// Hand-made analysis values for the report's tests: a small project with a panel, records and one survey.
import type { Share } from '../../analysis/figure.ts';
import type { ReportInput } from '../../analysis/report.ts';
import type { NeedResult } from '../../analysis/results/needs.ts';
import type { PanelPlace } from '../../analysis/results/panel.ts';
import type { ProjectAnalysis } from '../../analysis/results/project.ts';
import type { SurveyAnalysis } from '../../analysis/results/survey.ts';
import { needsCatalogueSchema } from '../../surveys/needs-catalogue.ts';
import { projectRecordsSchema } from '../../surveys/project-records.ts';
import { reportTemplateSchema } from '../../surveys/report-template.ts';

export const words = (nl: string) => ({ nl, en: `${nl} (en)` });

export function share(count: number, base: number): Share {
  return {
    count,
    base,
    estimate: count / base,
    interval: null,
    missing: null,
    unit: 'respondents',
    method: 'wilson',
    openness: 'full',
  };
}

export function need(code: string, score: number | null, parent: string | null = null): NeedResult {
  return {
    code,
    parent,
    published: null,
    label: words(`Nood ${code}`),
    explanation: null,
    score,
    interval: null,
    rank: null,
    sources:
      score === null
        ? []
        : [
            {
              kind: 'survey',
              score,
              indicators: [{ label: words('zeggen dit'), share: share(score, 100), crossed: false }],
            },
          ],
    discrepancy: null,
    evidence: [],
    strength: 'weak',
    level: 1,
    contested: false,
    panelRank: null,
    flag: null,
    action: 'none',
  };
}

export function place(code: string, rank: number, score: number): PanelPlace {
  return {
    need: code,
    rank,
    counted: rank,
    ballotPlace: rank,
    evidencePlace: null,
    flag: null,
    meanPlace: rank,
    score,
    lowest: null,
    highest: null,
    disagreement: null,
    divided: false,
    withoutOne: { best: rank, worst: rank },
    equalToNext: false,
  };
}

export const survey: SurveyAnalysis = {
  survey: 'proef',
  title: words('Proefbevraging'),
  version: 1,
  responses: 40,
  libraries: 0,
  filters: [],
  coverage: null,
  questions: [
    {
      kind: 'distributions',
      code: 'C4',
      type: 'single',
      label: words('Vind je het snel?'),
      page: 'C',
      look: 'agreement',
      distributions: [
        {
          variable: 'C4',
          label: words('Vind je het snel?'),
          item: null,
          base: 40,
          missing: null,
          openness: 'full',
          categories: [{ code: '1', label: words('nee'), value: 1, share: share(20, 40) }],
          missingCategories: [],
          summary: null,
        },
      ],
    },
  ],
  highlights: [{ code: 'starters', label: words('zijn starters'), share: share(14, 40) }],
  services: [],
  remarks: [],
  comparisons: [],
  recommend: null,
};

/** Place by evidence among needs with the same parent. */
function rankOf({ score, parent }: NeedResult, needs: readonly NeedResult[]): number | null {
  if (score === null) return null;
  return 1 + needs.filter((other) => other.parent === parent && (other.score ?? -1) > score).length;
}

export function analysisOf(
  needs: readonly NeedResult[],
  lists: Readonly<Record<string, readonly PanelPlace[]>>,
): ProjectAnalysis {
  return {
    project: 'proef',
    title: words('Proefproject'),
    demonstration: true,
    surveys: [survey],
    needs: needs.map((need) => ({ ...need, rank: rankOf(need, needs) })),
    panel:
      Object.keys(lists).length === 0
        ? null
        : {
            round: 1,
            closedOn: '2024-03-14',
            ballots: 5,
            members: 5,
            decision: null,
            lists: Object.entries(lists).map(([parent, order]) => ({
              parent: parent === 'top' ? null : parent,
              ballots: 5,
              order,
              agreement: { w: 0.62, chiSquare: 9, p: null, words: 'moderate', left: 0 },
            })),
          },
    counts: {
      interviews: 0,
      panelMembers: 5,
      meetings: 0,
      publicActions: 1,
      internalActions: 1,
      needs: needs.length,
      sources: ['survey', 'panel'],
    },
    orphans: {
      findingsWithoutSource: [],
      needsWithoutAction: [],
      needsPartlyAnswered: [],
      actionsWithoutNeed: [],
      actionsWithoutMeans: [],
      actionsWithoutRecommendation: [],
    },
  };
}

export const records = projectRecordsSchema.parse({
  finding: [
    { code: 'V1', needs: ['B', 'A'], text: words('De helft vindt het niet.'), certainty: 'certain' },
    { code: 'V2', needs: ['A'], text: words('Starters zoeken hulp.'), certainty: 'possible' },
  ],
  recommendation: [{ code: 'R1', findings: ['V1'], needs: ['B'], text: words('Orden de inhoud.') }],
  action: [
    {
      code: 'ACT-1',
      title: words('Inhoud ordenen'),
      needs: ['B'],
      recommendations: ['R1'],
      kind: 'public',
      owner: words('Dienst Opleiding'),
      start: { sort: '2024-04-01', label: words('april 2024') },
      state: 'planned',
      partly: ['A'],
    },
    {
      code: 'ACT-I',
      title: words('Geheime interne ingreep'),
      needs: ['A'],
      recommendations: ['R1'],
      kind: 'internal',
      owner: words('Dienst Techniek'),
      state: 'idea',
    },
  ],
  quote: [
    {
      code: 'Q1',
      needs: ['B'],
      text: words('Ik raak de weg kwijt.'),
      source: words('Bevraging'),
      released: true,
    },
    {
      code: 'Q2',
      needs: ['B'],
      text: words('Dit mag niemand lezen.'),
      source: words('Bevraging'),
      released: false,
    },
  ],
});

export const catalogue = needsCatalogueSchema.parse({
  format: 'nodenkaart/needs/1',
  needs: [{ code: 'A', label: words('Nood A') }],
  verbal: [
    { from: 46, to: 54, label: words('de helft') },
    { from: 30, to: 37, label: words('een derde') },
  ],
});

export const template = reportTemplateSchema.parse({
  format: 'nodenkaart/report/1',
  code: 'proef',
  project: words('Proefproject'),
  title: words('Wat bibs nodig hebben'),
  facts: ['starters'],
  charts: { B: ['C4'] },
});

export const input: ReportInput = {
  analysis: analysisOf([need('A', 60), need('B', 40), need('B1', 10, 'B'), need('B2', 30, 'B')], {
    top: [place('B', 1, 90), place('A', 2, 40)],
  }),
  catalogue,
  records,
  template,
  registerDate: null,
  publishedOn: '2024-03-28',
  version: 1,
};
