// The page of a library as its paper needs it: words and places alone, so that it crosses to the worker and no template asks for words.
import type { LibraryView, PlacedFigure } from '../library-view.ts';
import { printable } from '../printable.ts';
import type { ReportWords } from '../report-words.ts';

interface PaperFigure {
  readonly figure: string;
  readonly of: string;
  readonly instead: string;
  /** From 0 to 100; null where it may not be told. */
  readonly place: number | null;
}
export interface LibraryPaper {
  readonly language: string;
  readonly title: string;
  /** ISO. */
  readonly date: string;
  readonly demonstration: string;
  readonly kicker: string;
  readonly name: string;
  readonly facts: string;
  readonly foot: string;
  readonly answered: {
    readonly title: string;
    readonly rows: readonly {
      readonly who: string;
      readonly figure: string;
      readonly of: string;
      readonly width: number;
    }[];
  };
  readonly needs: {
    readonly title: string;
    readonly finding: string;
    /** The figure the finding is about, set large; empty without. */
    readonly figure: string;
    readonly older: string;
    readonly note: string;
    readonly hasOwn: boolean;
    readonly heads: Readonly<Record<'need' | 'sector' | 'near' | 'alike' | 'own', string>>;
    readonly rows: readonly (Readonly<Record<'mark' | 'need' | 'label', string>> &
      Readonly<Record<'sector' | 'near' | 'alike' | 'own', PaperFigure>> & {
        readonly whisker: readonly [number, number] | null;
      })[];
  };
  readonly own: LibraryView['own'];
  readonly actions: {
    readonly title: string;
    readonly rows: readonly { readonly title: string; readonly facts: string }[];
  };
}

/** @param publishedOn ISO date of the report. @param hash of its snapshot. */
export function libraryPaper(
  view: LibraryView,
  publishedOn: string,
  hash: string,
  words: ReportWords,
): LibraryPaper {
  const { t } = words;
  const name = nameOf(view);
  const others = view.others.length > 0 ? ` ${t('library.needs.others')} ${view.others.join('; ')}.` : '';
  return {
    language: words.language,
    title: `${name} · ${view.projectTitle}`,
    date: publishedOn,
    demonstration: view.demonstration ? t('common.demonstration') : '',
    kicker: view.projectTitle,
    name,
    facts: view.facts,
    foot: `${t('library.foot', { version: view.version, date: view.published })} · ${hash}`,
    answered: {
      title: t('library.answered.title'),
      rows: view.answered.map((row) => ({ ...row, width: Number.parseFloat(row.width) })),
    },
    needs: {
      title: t('library.needs.title'),
      finding: view.finding,
      figure: view.figure,
      older: view.older,
      note: t('library.needs.note') + others,
      hasOwn: view.hasOwn,
      heads: {
        ...view.heads,
        need: t('library.needs.need'),
        sector: t('library.needs.sector'),
        own: t('library.needs.own'),
      },
      rows: view.lines.map(({ mark, need, label, sector, near, alike, own }) => ({
        mark,
        need,
        label,
        sector: figureOf(sector),
        near: figureOf(near),
        alike: figureOf(alike),
        own: figureOf(own),
        whisker: sector.whisker && [
          Number.parseFloat(sector.whisker.from),
          Number.parseFloat(sector.whisker.to),
        ],
      })),
    },
    own: view.own,
    actions: {
      title: t('library.actions.title'),
      rows: view.actions.map(({ title, stateWord, owner }) => ({ title, facts: `${stateWord} · ${owner}` })),
    },
  };
}

/** A heading has words: a library without a name one can see goes by its code. */
function nameOf({ name, library }: LibraryView): string {
  return [name, library].map(printable).find((said) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(said)) ?? '–';
}

function figureOf({ figure, of, instead, place }: PlacedFigure): PaperFigure {
  return { figure, of, instead, place: place === null ? null : Number.parseFloat(place) };
}
