// Figures from elsewhere on screen: per service beside how often the survey says it is used, and per file with its periods.
import { figuresByService, periodTotals, type ServiceFigure } from '../../../../analysis/outside-figures.ts';
import type { ProjectRecord } from '../../../../surveys/project-records.ts';
import { inLanguage, type Text } from '../../../../surveys/questionnaire.ts';
import { type ComputedPanel, computedPanel, noBase } from '../../../computed.ts';
import { formatDate } from '../../../format-values.ts';
import type { OutsideKnown } from '../../../operations/outside-figures.ts';
import { needsTabs } from '../needs-view.ts';
import { type Lead, type ShareView, shareView, type Tab } from '../page-parts.ts';
import type { FormMistake } from '../round-form.ts';
import type { Words, Workspace } from '../workspace.ts';
import { type Choice, kindChoices } from './check-view.ts';
import type { OutsideTyped } from './outside-form.ts';

export interface OutsidePage extends Lead {
  readonly csrf: string;
  readonly tabs: readonly Tab[];
  readonly address: string;
  readonly stored: string;
  readonly mistakes: readonly FormMistake[];
  readonly typed: { readonly title: string; readonly csv: string };
  readonly kinds: readonly Choice[];
  readonly services: OutsideServices | null;
  readonly sets: readonly OutsideSetView[];
  /** Desk figures that came with no file. */
  readonly loose: string;
}
/** Services that have a figure from elsewhere, each beside the survey. */
export interface OutsideServices {
  readonly rows: readonly {
    readonly name: string;
    /** How often it is used by the survey; null where the survey tells nothing. */
    readonly used: ShareView | null;
    readonly figures: readonly string[];
  }[];
  readonly computed: ComputedPanel;
}
interface OutsideSetView {
  readonly title: string;
  readonly facts: string;
  readonly remove: string;
  readonly totals: readonly {
    readonly measure: string;
    readonly period: string;
    readonly count: string;
    readonly libraries: string;
  }[];
  readonly libraries: readonly { readonly name: string; readonly figures: string }[];
}

export function outsidePage(
  workspace: Workspace,
  known: OutsideKnown,
  form: {
    readonly csrf: string;
    readonly stored: string;
    readonly mistakes: readonly FormMistake[];
    readonly typed: Pick<OutsideTyped, 'title' | 'kind' | 'csv'>;
  },
): OutsidePage {
  const { project } = workspace;
  const t = (key: string, values = {}) => workspace.say({ key: `outside.${key}`, values });
  const { records } = known;
  const address = `/team/${project.code}/outside`;
  const loose = records.desk_figure.filter(({ set }) => set === undefined).length;
  return {
    finding: t('finding', { count: records.outside_figures.length }),
    lead: t('lead'),
    action: null,
    tabs: needsTabs(project.code, 'records', workspace),
    csrf: form.csrf,
    address,
    stored: form.stored,
    mistakes: form.mistakes,
    typed: form.typed,
    kinds: kindChoices(form.typed.kind, workspace),
    services: outsideServices(known, workspace),
    sets: records.outside_figures.map((set) => setView(set, known, address, workspace)),
    loose: loose === 0 ? '' : t('loose', { count: loose }),
  };
}

/** The services that somebody counted elsewhere; null without any. */
export function outsideServices(
  { services, records }: OutsideKnown,
  workspace: Workspace,
): OutsideServices | null {
  const [main] = workspace.analysis.surveys;
  const byService = figuresByService(records);
  const rows = services.flatMap(({ code, label }) => {
    const figures = byService.get(code);
    if (!figures) return [];
    const measured = main?.services.find((service) => service.code === code);
    return [
      {
        name: inLanguage(label, workspace.language),
        used: measured ? shareView(measured.frequent, workspace) : null,
        figures: serviceFigures(figures, workspace),
      },
    ];
  });
  if (rows.length === 0) return null;
  const name = workspace.say({ key: 'outside.services' });
  const computing = { methods: ['outside', 'distribution'] } as const;
  return { rows, computed: computedPanel(name, computing, noBase, workspace) };
}

/** Figures of one service as they are read: "Instelling in Wise, 2023: 214 vragen, mediaan 11 uur". */
function serviceFigures(figures: readonly ServiceFigure[], { language, say }: Words): readonly string[] {
  const words = (value: Text | string | null) =>
    value === null ? '' : typeof value === 'string' ? value : inLanguage(value, language);
  return figures.map(({ measure, category, period, count, hours }) => {
    const what = [...(measure === null ? [] : [measure]), words(category)].filter(Boolean).join(', ');
    const values = { what, period: words(period), count, hours: hours ?? 0 };
    const key = measure !== null ? 'use' : hours === null ? 'desk' : 'deskHours';
    return say({ key: `outside.figure.${key}`, values });
  });
}

function setView(
  { code, title, day, kind, rows }: ProjectRecord<'outside_figures'>,
  { records, libraries, services }: OutsideKnown,
  address: string,
  { language, say }: Workspace,
): OutsideSetView {
  const t = (key: string, values = {}) => say({ key: `outside.${key}`, values });
  const number = (count: number) => new Intl.NumberFormat(language).format(count);
  const desk = records.desk_figure.filter(({ set }) => set === code);
  const names = new Map(libraries.map((library) => [library.code, library.name]));
  const serviceNames = new Map(services.map(({ code: of, label }) => [of, inLanguage(label, language)]));
  const perLibrary = new Map<string, string[]>();
  for (const { library, measure, category, period, count } of rows) {
    if (library === undefined) continue;
    const what = [measure, ...(category === undefined ? [] : [category])].join(', ');
    const line = t('figure.use', { what, period, count });
    perLibrary.set(library, [...(perLibrary.get(library) ?? []), line]);
  }
  return {
    title: inLanguage(title, language),
    facts: [
      t(`kind.${kind}`),
      t('readOn', { day: formatDate(language, day) }),
      kind === 'desk'
        ? t('tickets', { count: desk.reduce((sum, { tickets }) => sum + tickets, 0), lines: desk.length })
        : t('figures', { count: rows.length }),
    ].join(' · '),
    remove: `${address}/${code}/remove`,
    totals: periodTotals(rows).map(({ measure, service, period, count, libraries: having }) => ({
      measure: [measure, ...(service === null ? [] : [serviceNames.get(service) ?? service])].join(' · '),
      period,
      count: number(count),
      libraries: having === null ? '' : t('having', { count: having, of: libraries.length }),
    })),
    libraries: [...perLibrary].map(([library, lines]) => ({
      name: names.get(library) ?? library,
      figures: lines.join('; '),
    })),
  };
}
