// The files a report can be saved as, for the public and, as drafts, for the team; and figures as open data.
import type { Response } from 'express';
import { type FigureKind, figureKinds, figureTypes } from '../figures-file.ts';
import { type PaperName, paperNames, reportPapers } from '../operations/report-papers.ts';
import type { Texts } from '../texts.ts';

export interface ReportFile {
  readonly address: string;
  readonly label: string;
}

/** Links to the files for paper, under the report's address. */
export function paperFiles(texts: Texts, address: string, language: string): readonly ReportFile[] {
  return paperNames.map((paper) => fileOf(texts, `${address}/${paper}`, paper.replace('.', '-'), language));
}

/** The link to the report as one file of a browser. */
export function htmlFile(texts: Texts, address: string, language: string): ReportFile {
  return fileOf(texts, `${address}/file`, 'html', language);
}

/** Links to the figures of the report as open data. */
export function figureFiles(texts: Texts, address: string, language: string): readonly ReportFile[] {
  return figureKinds.map((kind) => fileOf(texts, `${address}/figures.${kind}`, `figures-${kind}`, language));
}

/** Sends figures under their own name. */
export function sendFigures(response: Response, kind: FigureKind, name: string, bytes: Uint8Array): void {
  response.setHeader('Content-Disposition', `attachment; filename="${name}-figures.${kind}"`);
  response.type(figureTypes[kind]).end(bytes);
}

function fileOf(texts: Texts, address: string, word: string, language: string): ReportFile {
  // The language is part of the address: who passes the link on passes on what was read.
  return { address: `${address}?lang=${language}`, label: texts.say(language, `report.paper.${word}`) };
}

/** Sends a file for paper under its own name. */
export function sendPaper(response: Response, paper: PaperName, name: string, bytes: Uint8Array): void {
  response.setHeader('Content-Disposition', `attachment; filename="${name}-${paper}"`);
  response.type(reportPapers[paper].mime).end(bytes);
}
