// Everything a project makes, of whatever kind; which of it people can use, and which of that everybody may see.
import type { ProjectRecord, ProjectRecords } from '../../surveys/project-records.ts';
import { partsOfKit } from './kit-parts.ts';

/** Kinds of record that are products, in the order they are shown: what holds a whole day first. */
export const productKinds = ['kit', 'material', 'course'] as const;
export type ProductKind = (typeof productKinds)[number];
export type Product = { [K in ProductKind]: ProjectRecord<K> & { readonly kind: K } }[ProductKind];

type Made = Pick<ProjectRecords, ProductKind>;

/** All products of a project, each with its kind. */
export function productsOf({ kit, material, course }: Made): readonly Product[] {
  return [
    ...kit.map((each) => ({ ...each, kind: 'kit' as const })),
    ...material.map((each) => ({ ...each, kind: 'material' as const })),
    ...course.map((each) => ({ ...each, kind: 'course' as const })),
  ];
}

/** Products people can use: those that are ready. A kit that lacks a part is not ready, whatever it says. */
export function readyProducts(records: Made): readonly Product[] {
  return productsOf(records).filter(
    (product) =>
      product.state === 'ready' &&
      (product.kind !== 'kit' || partsOfKit(product, records).every(({ lacks }) => lacks === null)),
  );
}

/** Those that are listed for everybody; a course for the owners' own staff is not. */
export function publicProducts(records: Made): readonly Product[] {
  return readyProducts(records).filter(
    (product) => product.public && !(product.kind === 'course' && product.internal),
  );
}
