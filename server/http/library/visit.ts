// Who comes in through the personal link of a library: the report it belongs to and the one library it may see.
import type { Request } from 'express';
import type { FiguredLibrary } from '../../../analysis/report/library-figures.ts';
import type { ReportModel } from '../../../analysis/report/model.ts';
import type { Context } from '../../context.ts';
import { libraryOfLink } from '../../db/library-links.ts';
import { type PublishedReport, reportByCode } from '../../db/reports.ts';
import { unknownPage } from '../../errors.ts';
import { hashToken } from '../../identity/tokens.ts';
import { readSnapshot } from '../../operations/publish-report.ts';

export interface LibraryVisit {
  readonly published: PublishedReport;
  readonly report: ReportModel;
  readonly library: FiguredLibrary;
  /** Of the page, with its secret. */
  readonly address: string;
}

/**
 * The report and the library of the address; without a version the latest.
 * @throws ExpectedFailure when the link opens nothing: which part of it is wrong is not told.
 */
export async function libraryVisit(ctx: Context, request: Request): Promise<LibraryVisit> {
  const { report: code, version, key } = request.params;
  const wanted =
    version === undefined ? undefined : /^[1-9]\d{0,5}$/.test(String(version)) ? Number(version) : 0;
  const published = await reportByCode(ctx.db.kysely, String(code), wanted);
  if (!published) throw unknownPage();
  const hash = hashToken('library', String(key));
  const own = await libraryOfLink(ctx.db.kysely, published.project, hash);
  const report = readSnapshot(published);
  const library = report.libraries?.libraries.find((each) => each.code === own);
  if (!library) throw unknownPage();
  return {
    published,
    report,
    library,
    address: `/r/${published.code}/${published.version}/library/${String(key)}`,
  };
}
