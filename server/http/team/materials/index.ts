// The material of a project and what happens with it: products, how they were passed on, what was read, how the parties look back.
import type { Request, Response, Router } from 'express';
import { type Product, productsOf } from '../../../../analysis/materials/products.ts';
import type { Context } from '../../../context.ts';
import { unknownPage } from '../../../errors.ts';
import { openWorkspace, showStation } from '../workspace.ts';
import { materialDesks } from './desks.ts';
import { disseminationPage } from './dissemination-view.ts';
import { evaluationPage } from './evaluation-view.ts';
import { materialsPage } from './list-view.ts';
import { paperRoutes } from './paper.ts';
import { type ProductSources, productSources } from './product-line.ts';
import { productPage } from './product-view.ts';

const styles = ['project.css', 'report-need.css', 'materials.css'];
const scripts = ['print-button.js'];

export function materialRoutes(ctx: Context, router: Router): void {
  materialDesks(ctx, router);
  const open = async (request: Request, response: Response) => {
    const workspace = await openWorkspace(ctx, response, String(request.params.project));
    return { workspace, sources: await productSources(ctx, workspace) };
  };

  router.get('/:project/materials', async (request, response) => {
    const { workspace, sources } = await open(request, response);
    const page = materialsPage(sources);
    await showStation(ctx, response, workspace, 'team/materials', page, {
      station: 'report',
      title: page.finding,
      styles,
    });
  });

  router.get('/:project/materials/:kind/:code', async (request, response) => {
    const { workspace, sources } = await open(request, response);
    const page = productPage(productAsked(request, sources), sources, workspace);
    await showStation(ctx, response, workspace, 'team/product', page, {
      station: 'report',
      title: page.line.title,
      charts: page.trials.some(({ charts }) => charts.length > 0),
      styles,
      scripts,
    });
  });

  router.get('/:project/dissemination', async (request, response) => {
    const { workspace, sources } = await open(request, response);
    const page = disseminationPage(sources);
    await showStation(ctx, response, workspace, 'team/dissemination', page, {
      station: 'report',
      title: page.finding,
      styles,
    });
  });

  router.get('/:project/evaluation', async (request, response) => {
    const { workspace, sources } = await open(request, response);
    const { records, words, project } = sources;
    const page = evaluationPage(project, records.party, records.evaluation, words);
    await showStation(ctx, response, workspace, 'team/evaluation', page, {
      station: 'report',
      title: page.finding,
      styles,
    });
  });

  paperRoutes(ctx, router);
}

/** The product in the address. @throws ExpectedFailure when there is none. */
function productAsked(request: Request, { records }: ProductSources): Product {
  const { kind, code } = request.params;
  const product = productsOf(records).find((each) => each.kind === kind && each.code === code);
  if (!product) throw unknownPage();
  return product;
}
