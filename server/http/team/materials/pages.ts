// The pages around the material of a project and the data each one needs.
import type { LiteratureFilePage } from '../../../report/literature-file.ts';
import type { DisseminationPage } from './dissemination-view.ts';
import type { EvaluationPage } from './evaluation-view.ts';
import type { MaterialsPage } from './list-view.ts';
import type { LiteraturePage } from './paper.ts';
import type { ProductPage } from './product-view.ts';

export interface MaterialPages {
  'team/materials': MaterialsPage;
  'team/product': ProductPage;
  'team/dissemination': DisseminationPage;
  'team/literature': LiteraturePage;
  'team/literature-file': LiteratureFilePage;
  'team/evaluation': EvaluationPage;
}
