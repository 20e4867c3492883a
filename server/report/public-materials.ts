// The materials of a project everybody may see, in the words of one language: what each is, for whom, and where.
import { type Product, publicProducts } from '../../analysis/materials/products.ts';
import type { ProjectRecords } from '../../surveys/project-records.ts';
import type { ReportWords } from './report-words.ts';

export interface PublicMaterial {
  readonly code: string;
  /** Of materials their type; else `kit` or `course`: it chooses the mark. */
  readonly type: string;
  readonly title: string;
  /** What it is and for whom. */
  readonly facts: string;
  readonly summary: string;
  /** What a kit brings together, of what everybody may see; empty elsewhere. */
  readonly holds: string;
  readonly link: string | null;
}

export function publicMaterials(records: ProjectRecords, words: ReportWords): readonly PublicMaterial[] {
  const all = publicProducts(records);
  return all.map((product) => {
    const type = product.kind === 'material' ? product.type : product.kind;
    return {
      code: product.code,
      type,
      title: words.text(product.title),
      facts: [words.t(`follow-up.materials.type.${type}`), words.text(product.audience ?? null)]
        .filter(Boolean)
        .join(' · '),
      summary: words.text(product.summary ?? null),
      holds: holdsOf(product, all, words),
      link: product.link ?? null,
    };
  });
}

function holdsOf(product: Product, all: readonly Product[], words: ReportWords): string {
  if (product.kind !== 'kit') return '';
  const codes = [product.film, product.slides, product.exercise, product.others].flat();
  const names = all
    .filter(({ kind, code }) => kind === 'material' && codes.includes(code))
    .map(({ title }) => `“${words.text(title)}”`);
  return names.length > 0 ? words.t('follow-up.materials.holds', { names: words.list(names) }) : '';
}
