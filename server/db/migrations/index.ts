// Every migration in order. Append only: a migration that has run anywhere is never edited.
import type { Migration } from 'kysely/migration';
import type { Dialect } from '../portable.ts';
import { projectsAndSurveys } from './0001-projects-and-surveys.ts';
import { responses } from './0002-responses.ts';
import { recordsAndPanels } from './0003-records-and-panels.ts';
import { accounts } from './0004-accounts.ts';
import { withdrawalsAndContact } from './0005-withdrawals-and-contact.ts';
import { figuresThatStay } from './0006-figures-that-stay.ts';
import { answeringInPeace } from './0007-answering-in-peace.ts';
import { editingDefinitions } from './0008-editing-definitions.ts';
import { findingOneResponse } from './0009-finding-one-response.ts';
import { wavesOfSurveys } from './0010-waves-of-surveys.ts';
import { savedViews } from './0011-saved-views.ts';
import { ownData } from './0012-own-data.ts';
import { withdrawnFromRelease } from './0013-withdrawn-from-release.ts';
import { rounds } from './0014-rounds.ts';
import { waysOfVoting } from './0015-ways-of-voting.ts';
import { liveSessions } from './0016-live-sessions.ts';
import { cardOpenings } from './0017-card-openings.ts';
import { call } from './0018-call.ts';
import { reportDrafts } from './0019-report-drafts.ts';
import { libraryPages } from './0020-library-pages.ts';
import { dataThatLeaves } from './0021-data-that-leaves.ts';
import { groupsToldApart } from './0023-groups-told-apart.ts';
import { secondCodings } from './0024-second-codings.ts';
import { viewsThatStay } from './0025-views-that-stay.ts';
import { keptFigures } from './0028-kept-figures.ts';
import { sharedResults } from './0032-shared-results.ts';
import { guides } from './0034-guides.ts';
import { contactBoard } from './0041-contact-board.ts';
import { devicesThatGaveWay } from './0042-devices-that-gave-way.ts';
import { analysisThatStays } from './0043-analysis-that-stays.ts';
import { codedAnswers } from './0044-coded-answers.ts';
import { codedTwiceAndQuoted } from './0045-coded-twice-and-quoted.ts';
import { peopleOfProjects } from './0046-people-of-projects.ts';

/** The migrations for this database by name; names sort in the order they run. */
export function migrations(dialect: Dialect): Record<string, Migration> {
  return {
    '0001-projects-and-surveys': projectsAndSurveys(dialect),
    '0002-responses': responses(dialect),
    '0003-records-and-panels': recordsAndPanels(dialect),
    '0004-accounts': accounts(dialect),
    '0005-withdrawals-and-contact': withdrawalsAndContact(dialect),
    '0006-figures-that-stay': figuresThatStay(),
    '0007-answering-in-peace': answeringInPeace(),
    '0008-editing-definitions': editingDefinitions(dialect),
    '0009-finding-one-response': findingOneResponse(),
    '0010-waves-of-surveys': wavesOfSurveys(),
    '0011-saved-views': savedViews(dialect),
    '0012-own-data': ownData(dialect),
    '0013-withdrawn-from-release': withdrawnFromRelease(),
    '0014-rounds': rounds(dialect),
    '0015-ways-of-voting': waysOfVoting(),
    '0016-live-sessions': liveSessions(dialect),
    '0017-card-openings': cardOpenings(dialect),
    '0018-call': call(dialect),
    '0019-report-drafts': reportDrafts(dialect),
    '0020-library-pages': libraryPages(dialect),
    '0021-data-that-leaves': dataThatLeaves(dialect),
    '0023-groups-told-apart': groupsToldApart(dialect),
    '0024-second-codings': secondCodings(dialect),
    '0025-views-that-stay': viewsThatStay(),
    '0028-kept-figures': keptFigures(dialect),
    '0032-shared-results': sharedResults(dialect),
    '0034-guides': guides(),
    '0041-contact-board': contactBoard(dialect),
    '0042-devices-that-gave-way': devicesThatGaveWay(),
    '0043-analysis-that-stays': analysisThatStays(),
    '0044-coded-answers': codedAnswers(dialect),
    '0045-coded-twice-and-quoted': codedTwiceAndQuoted(dialect),
    '0046-people-of-projects': peopleOfProjects(dialect),
  };
}
