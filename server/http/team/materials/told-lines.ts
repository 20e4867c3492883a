// How something was passed on, and what a party outside said of it, each as a line in the words of a language.
import { productsOf } from '../../../../analysis/materials/products.ts';
import type { ProjectRecord } from '../../../../surveys/project-records.ts';
import type { ProductSources } from './product-line.ts';

interface NamedProduct {
  readonly title: string;
  readonly address: string;
}
export interface DisseminationLine {
  readonly code: string;
  readonly edit: string;
  readonly date: string;
  readonly channel: string;
  readonly what: string;
  readonly audience: string;
  readonly products: readonly NamedProduct[];
  readonly link: string | null;
}
export interface ReviewLine {
  readonly code: string;
  readonly edit: string;
  readonly organisation: string;
  readonly date: string;
  readonly products: readonly NamedProduct[];
  readonly feedback: string;
  /** Empty while nothing was done with it. */
  readonly done: string;
}

export function disseminationLine(
  record: ProjectRecord<'dissemination'>,
  sources: ProductSources,
): DisseminationLine {
  const { project, words } = sources;
  return {
    code: record.code,
    edit: `/team/${project}/dissemination/log/${record.code}`,
    date: words.text(record.date.label),
    channel: words.t(`materials.channel.${record.channel}`),
    what: words.text(record.what),
    audience: words.text(record.audience),
    products: namedProducts(record.products, sources),
    link: record.link ?? null,
  };
}

export function reviewLine(record: ProjectRecord<'review'>, sources: ProductSources): ReviewLine {
  const { project, words } = sources;
  return {
    code: record.code,
    edit: `/team/${project}/dissemination/reviews/${record.code}`,
    organisation: words.text(record.organisation),
    date: words.text(record.date.label),
    products: namedProducts(record.products, sources),
    feedback: words.text(record.feedback),
    done: words.text(record.done ?? null),
  };
}

function namedProducts(
  links: ProjectRecord<'review'>['products'],
  { project, records, words }: ProductSources,
): readonly NamedProduct[] {
  const all = productsOf(records);
  return links.flatMap(({ kind, code }) => {
    const product = all.find((each) => each.kind === kind && each.code === code);
    return product
      ? [{ title: words.text(product.title), address: `/team/${project}/materials/${kind}/${code}` }]
      : [];
  });
}
