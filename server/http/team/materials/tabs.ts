// What stands together around the material of a project: the products, how they were passed on, what was read, and how the
// parties look back.
import type { ReportWords } from '../../../report/report-words.ts';
import type { Tab } from '../page-parts.ts';

const pages = ['materials', 'dissemination', 'literature', 'evaluation'] as const;

export function materialTabs(
  project: string,
  here: (typeof pages)[number],
  words: ReportWords,
): readonly Tab[] {
  return pages.map((page) => ({
    name: words.t(`materials.tab.${page}`),
    address: `/team/${project}/${page}`,
    here: page === here,
  }));
}
