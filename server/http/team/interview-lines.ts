// What talks say of the project's needs, as lines: who recognises them, which solutions work, and what is missing.
import { interviewCounts } from '../../../analysis/needs/indicators.ts';
import { solutionTally } from '../../../analysis/needs/solutions.ts';
import type { NeedResult } from '../../../analysis/results/needs.ts';
import type { ProjectAnalysis } from '../../../analysis/results/project.ts';
import type { ProjectRecords } from '../../../surveys/project-records.ts';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import type { RecordLine } from './records-view.ts';
import { newNeedAddress } from './talk-needs.ts';
import type { Words } from './workspace.ts';

export function interviewLines(
  { needs, project }: ProjectAnalysis,
  records: ProjectRecords,
  words: Words,
): readonly RecordLine[] {
  return [...recognised(needs, records, words), ...missingNeeds(project, records, words)];
}

/** Per solution asked about for a need how many talks say it works, works on a condition, or does not. */
export function tallyLines(need: string, records: ProjectRecords, words: Words): readonly string[] {
  return solutionTally(need, records).map(({ solution, yes, if: maybe, no }) =>
    words.say({
      key: 'report.support.solution',
      values: { solution: inLanguage(solution, words.language), yes, maybe, no },
    }),
  );
}

/** Per need: how many of the people asked in an interview recognise it ("5 van de 6"). */
function recognised(
  needs: readonly NeedResult[],
  records: ProjectRecords,
  words: Words,
): readonly RecordLine[] {
  return needs.flatMap(({ code, label }) => {
    const { recognised: count, asked } = interviewCounts(code, records);
    if (asked === 0) return [];
    return [
      {
        title: inLanguage(label, words.language),
        facts: words.say({ key: 'team.records.interviews.facts', values: { count, asked } }),
        text: tallyLines(code, records, words).join(' '),
      },
    ];
  });
}

/** What talks found missing, each to be put on the list of needs. */
function missingNeeds(project: string, { interview }: ProjectRecords, words: Words): readonly RecordLine[] {
  return interview.flatMap(({ participant, talk }) => {
    if (!talk?.missing) return [];
    const missing = inLanguage(talk.missing, words.language);
    return [
      {
        title: missing,
        facts: words.say({
          key: 'team.records.interviews.missing',
          values: { participant: inLanguage(participant, words.language) },
        }),
        text: '',
        propose: newNeedAddress(project, words.language, missing),
      },
    ];
  });
}
