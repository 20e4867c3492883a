// A report as one HTML file: styles, fonts and drawings inside, no script, and no address but its own places.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReportModel } from '../../analysis/report/model.ts';
import type { Context } from '../context.ts';
import { clientFolder, packagesFolder } from '../paths.ts';
import { type ReportView, reportView } from './report-view.ts';
import { reportWords } from './report-words.ts';

/**
 * The file's HTML in a language; the same report gives the same bytes.
 * @param hash of the snapshot it was published as; null for a report nobody published, which then says it is a draft.
 */
export function reportFile(ctx: Context, report: ReportModel, hash: string | null, language: string): string {
  const view = reportView(report, reportWords(ctx.texts, language), { standalone: true });
  const styles = `${standaloneStyles(reportStyles)}\n${footStyles(ctx, view, language, hash === null)}`;
  return ctx.templates.page(
    'public/report-file',
    { view, hash, language, styles },
    { title: view.title, layout: 'bare', language },
    '/',
  );
}

/** The running foot of printed pages: the report's name left, the page number right. */
export function footStyles(ctx: Context, view: ReportView, language: string, draft = false): string {
  const t = (key: string, values?: Readonly<Record<string, number>>) => ctx.texts.say(language, key, values);
  const name = `${view.projectTitle} · ${t('report.name')}, ${draft ? t('report.draft') : t('report.version', { version: view.version })}`;
  return `@page { @bottom-left { content: ${cssString(name)}; } @bottom-right { content: ${cssString(`${t('report.page')} `)} counter(page); } }\n`;
}

const reportStyles = [
  'site',
  'fonts',
  'workspace',
  'charts',
  'computed',
  'needs',
  'report',
  'report-need',
  'print-colours',
  'report-print',
] as const;
const made = new Map<string, string>();

/** These styles of the client's, by name, with the fonts inside them: for a file that stands alone. */
export function standaloneStyles(names: readonly string[]): string {
  const key = names.join(' ');
  const known = made.get(key);
  if (known !== undefined) return known;
  const styles = names
    .map((name) => readFileSync(join(clientFolder, `${name}.css`), 'utf8'))
    .join('\n')
    .replaceAll(/url\("?fonts\/([a-z0-9.-]+\.woff2)"?\)/g, (_, name: string) => {
      const font = readFileSync(
        join(packagesFolder, '@fontsource-variable', 'atkinson-hyperlegible-next', 'files', name),
      );
      return `url("data:font/woff2;base64,${font.toString('base64')}")`;
    });
  made.set(key, styles);
  return styles;
}

/** A string of CSS: whatever a project is called, it cannot leave the quotes or the style element. */
function cssString(text: string): string {
  const safe = text.replaceAll(
    /[^\p{L}\p{N} .,:;()'·–-]/gu,
    (character) => `\\${character.codePointAt(0)?.toString(16)} `,
  );
  return `"${safe}"`;
}
