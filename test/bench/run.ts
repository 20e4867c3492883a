// `npm run bench`: completed questionnaires per second on the real server with durable commits, the time to analyse
// 1 000, 10 000 and 100 000 responses, and what respondents' pages weigh and how soon they show, and the time of group orders. Prints one
// table each; `-- respond`, `-- analyse`, `-- pages` or `-- panel` for one of them. `-- pages --before FOLDER` measures another state of the product
// beside this one (`git worktree add FOLDER COMMIT`, then `npm ci` in it).
import { benchAnalyse } from './bench-analyse.ts';
import { benchPages } from './bench-pages.ts';
import { benchPanel } from './bench-panel.ts';
import { benchRespond } from './bench-respond.ts';

const chosen = process.argv.slice(2);
const everything = !['respond', 'analyse', 'pages', 'panel'].some((name) => chosen.includes(name));
if (everything || chosen.includes('respond')) await benchRespond();
if (everything || chosen.includes('analyse')) await benchAnalyse();
if (everything || chosen.includes('pages')) {
  const before = chosen.indexOf('--before');
  await benchPages(before < 0 ? null : (chosen[before + 1] ?? null));
}
if (everything || chosen.includes('panel')) benchPanel();
