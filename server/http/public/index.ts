// Routes anyone may read: the front page, privacy and accessibility, published reports.
export { reportRoutes } from './report.ts';
export { schemaRoutes } from './schema.ts';
export { publicRoutes } from './top.ts';
