// What the answers of a survey suggest: products that are for who gave one of them, with how many they are.
import { type Product, productsOf } from '../../../../analysis/materials/products.ts';
import { namedAnswer } from '../../../../analysis/materials/suggested-group.ts';
import { type Questionnaire, questionsOf } from '../../../../surveys/questionnaire.ts';
import { type ProductLine, type ProductSources, productLine } from './product-line.ts';

/**
 * The products suggested to who answered this survey, ready or not.
 * @param page the code of a page of the questionnaire: only answers to its questions; null for all.
 */
export function suggestionsOf(
  survey: string,
  questionnaire: Questionnaire,
  page: string | null,
  sources: ProductSources,
): readonly ProductLine[] {
  const pages = questionnaire.pages.filter(({ code }) => page === null || code === page);
  const asked = new Set(questionsOf({ ...questionnaire, pages }).map(({ code }) => code));
  const isOf = ({ offeredTo }: Product) => {
    const [first] = offeredTo.map(namedAnswer);
    return first?.survey === survey && asked.has(first.variable.split('.')[0] ?? '');
  };
  return productsOf(sources.records)
    .filter(isOf)
    .map((product) => productLine(product, sources));
}
