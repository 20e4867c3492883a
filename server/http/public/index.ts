// Routes anyone may read: the front page, privacy and accessibility, published reports, the call for a sounding board, and
// how a sounding board's ballots are counted, and frameworks.
export { boardRoutes } from './board.ts';
export { callRoutes } from './call.ts';
export { followUpRoutes } from './follow-up.ts';
export { publicFrameworkRoutes } from './frameworks.ts';
export { reportRoutes } from './report.ts';
export { schemaRoutes } from './schema.ts';
export { publicRoutes } from './top.ts';
export { workedExampleRoutes } from './worked/index.ts';
