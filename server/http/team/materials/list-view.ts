// The materials of a project: kits first, then what can be used by itself, then courses.
import {
  type Product,
  productKinds,
  productsOf,
  readyProducts,
} from '../../../../analysis/materials/products.ts';
import type { Lead, Tab } from '../page-parts.ts';
import { type ProductLine, type ProductSources, productLine } from './product-line.ts';
import { materialTabs } from './tabs.ts';

export interface MaterialsPage extends Lead {
  readonly tabs: readonly Tab[];
  /** Places to make one: a kit, a material, a course. */
  readonly makes: readonly { readonly address: string; readonly name: string }[];
  readonly groups: readonly {
    readonly id: string;
    readonly title: string;
    readonly lines: readonly ProductLine[];
  }[];
}

export function materialsPage(sources: ProductSources): MaterialsPage {
  const { project, records, words } = sources;
  const all = productsOf(records);
  const ready = readyProducts(records);
  const lacking = records.kit.length - ready.filter(({ kind }) => kind === 'kit').length;
  const making = all.length - ready.length;
  return {
    finding: words.t('materials.finding', { count: ready.length, all: all.length }),
    lead: [
      words.t('materials.lead'),
      ...(making > 0 ? [words.t('materials.making', { count: making })] : []),
      ...(lacking > 0 ? [words.t('materials.lacking', { count: lacking })] : []),
    ].join(' '),
    action: null,
    tabs: materialTabs(project, 'materials', words),
    makes: productKinds.map((kind) => ({
      address: `/team/${project}/materials/edit/${kind}/new`,
      name: words.t(`materials.new.${kind}`),
    })),
    groups: productKinds
      .map((kind) => ({ kind, products: all.filter((product) => product.kind === kind) }))
      .filter(({ products }) => products.length > 0)
      .map(({ kind, products }) => ({
        id: kind,
        title: words.t(`materials.group.${kind}`, { count: products.length }),
        lines: readyFirst(products, ready).map((product) => productLine(product, sources)),
      })),
  };
}

/** What can be used stands before what cannot yet. */
function readyFirst(products: readonly Product[], ready: readonly Product[]): readonly Product[] {
  const isReady = (product: Product) =>
    ready.some(({ kind, code }) => kind === product.kind && code === product.code);
  return [...products.filter(isReady), ...products.filter((product) => !isReady(product))];
}
