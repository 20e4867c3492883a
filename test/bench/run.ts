// `npm run bench`: completed questionnaires per second on the real server with durable commits, and the time to
// analyse 1 000, 10 000 and 100 000 responses. Prints one table each; `-- respond` or `-- analyse` for one of them.
import { benchAnalyse } from './bench-analyse.ts';
import { benchRespond } from './bench-respond.ts';

const chosen = process.argv.slice(2);
if (chosen.length === 0 || chosen.includes('respond')) await benchRespond();
if (chosen.length === 0 || chosen.includes('analyse')) await benchAnalyse();
