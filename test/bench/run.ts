// `npm run bench`: completed questionnaires per second on the real server with durable commits, the time to analyse
// a thousand to a million responses (`--most 10000` stops there; `--case FOLDER` counts its data.csv as well), and what respondents' pages weigh and how soon they show, the time of group orders, of files with answers, of a report in its forms, and of the pages of all libraries. Prints one
// table each; `-- respond`, `-- analyse`, `-- explore`, `-- pages`, `-- panel`, `-- export`, `-- report` or `-- libraries` for one of them. `-- pages --before FOLDER` measures another state of the product
// beside this one (`git worktree add FOLDER COMMIT`, then `npm ci` in it).
import { benchAnalyse } from './bench-analyse.ts';
import { benchExplore } from './bench-explore.ts';
import { benchExport } from './bench-export.ts';
import { benchLibraries } from './bench-libraries.ts';
import { benchPages } from './bench-pages.ts';
import { benchPanel } from './bench-panel.ts';
import { benchReport } from './bench-report.ts';
import { benchRespond } from './bench-respond.ts';

const chosen = process.argv.slice(2);
const everything = !['respond', 'analyse', 'explore', 'pages', 'panel', 'export', 'report', 'libraries'].some(
  (name) => chosen.includes(name),
);
if (everything || chosen.includes('respond')) await benchRespond();
const after = (option: string) =>
  chosen.includes(option) ? (chosen[chosen.indexOf(option) + 1] ?? null) : null;
if (everything || chosen.includes('analyse'))
  await benchAnalyse(Number(after('--most') ?? 1_000_000), after('--case'));
if (everything || chosen.includes('explore')) await benchExplore(10_000);
if (everything || chosen.includes('pages')) {
  await benchPages(after('--before'));
}
if (everything || chosen.includes('panel')) benchPanel();
if (everything || chosen.includes('export')) await benchExport();
if (everything || chosen.includes('report')) await benchReport();
if (everything || chosen.includes('libraries')) await benchLibraries();
