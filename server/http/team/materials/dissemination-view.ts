// How knowledge was brought up to date and passed on, and what stakeholders outside the project said of the material.
import { channels, stages } from '../../../../surveys/records/materials.ts';
import type { Lead, Tab } from '../page-parts.ts';
import type { ProductSources } from './product-line.ts';
import { materialTabs } from './tabs.ts';
import { type DisseminationLine, disseminationLine, type ReviewLine, reviewLine } from './told-lines.ts';

export interface DisseminationPage extends Lead {
  readonly tabs: readonly Tab[];
  /** Per channel how often it was used. */
  readonly channels: readonly { readonly name: string; readonly count: string; readonly used: boolean }[];
  readonly stages: readonly {
    readonly id: string;
    readonly title: string;
    readonly lead: string;
    readonly lines: readonly DisseminationLine[];
  }[];
  readonly newLine: string;
  readonly reviewsTitle: string;
  readonly reviews: readonly ReviewLine[];
  readonly newReview: string;
}

export function disseminationPage(sources: ProductSources): DisseminationPage {
  const { project, records, words } = sources;
  const root = `/team/${project}/dissemination`;
  const passedOn = records.dissemination.filter(({ stage }) => stage === 'passedOn');
  const used = new Set(passedOn.map(({ channel }) => channel));
  const open = records.review.filter(({ done }) => !done).length;
  return {
    finding: words.t('materials.dissemination.finding', { count: passedOn.length, channels: used.size }),
    lead: words.t('materials.dissemination.lead'),
    action: null,
    tabs: materialTabs(project, 'dissemination', words),
    channels: channels.map((channel) => {
      const count = passedOn.filter((each) => each.channel === channel).length;
      return { name: words.t(`materials.channel.${channel}`), count: words.number(count), used: count > 0 };
    }),
    stages: stages.map((stage) => ({
      id: stage,
      title: words.t(`materials.stage.${stage}`),
      lead: words.t(`materials.stageLead.${stage}`),
      lines: records.dissemination
        .filter((each) => each.stage === stage)
        .toSorted((one, other) => one.date.sort.localeCompare(other.date.sort))
        .map((each) => disseminationLine(each, sources)),
    })),
    newLine: `${root}/log/new`,
    reviewsTitle: words.t('materials.review.title', { count: records.review.length, open }),
    reviews: records.review.map((review) => reviewLine(review, sources)),
    newReview: `${root}/reviews/new`,
  };
}
