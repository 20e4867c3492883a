// Everything the worker can be asked for: one function per job, each in `operations`. What goes in and what comes out is
// copied between threads, so both are plain values.

import { doubleCoding } from '../operations/double-coding.ts';
import { exploredSurvey } from '../operations/explored-survey.ts';
import { groupStep } from '../operations/group-step.ts';
import { identification } from '../operations/identification.ts';
import { libraryPdf } from '../operations/library-pdf.ts';
import { measuredSigns } from '../operations/measured-signs.ts';
import { needOrders } from '../operations/need-orders.ts';
import { paperOutput } from '../operations/paper-output.ts';
import { projectAnalysis } from '../operations/project-analysis.ts';
import { proposedQuestionnaire } from '../operations/propose-questionnaire.ts';
import { ownRows } from '../operations/read-own-rows.ts';
import { reportAsItStands } from '../operations/report-as-it-stands.ts';
import { roundChecks } from '../operations/round-checks.ts';
import { roundResult } from '../operations/round-result.ts';
import { roundWhatIf } from '../operations/round-what-if.ts';
import { sideBySide } from '../operations/side-by-side.ts';
import { skillCoverages } from '../operations/skill-coverages.ts';
import { waveComparisons } from '../operations/wave-comparisons.ts';

export const jobs = {
  projectAnalysis,
  reportAsItStands,
  paperOutput,
  roundResult,
  roundChecks,
  roundWhatIf,
  groupStep,
  measuredSigns,
  identification,
  needOrders,
  waveComparisons,
  skillCoverages,
  sideBySide,
  exploredSurvey,
  doubleCoding,
  proposedQuestionnaire,
  ownRows,
  libraryPdf,
};

export type JobName = keyof typeof jobs;
export type JobInput<N extends JobName> = Parameters<(typeof jobs)[N]>[1];
export type JobOutput<N extends JobName> = Awaited<ReturnType<(typeof jobs)[N]>>;
