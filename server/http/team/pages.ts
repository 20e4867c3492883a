// The pages of the workspace and the data each one needs.
import type { CloseSurveyPage } from './close-survey.ts';
import type { DefinitionFilePage } from './definition-file.ts';
import type { EditorPages } from './editor/pages.ts';
import type { EvidencePage } from './evidence-view.ts';
import type { ExplorePage } from './explore-view.ts';
import type { FieldworkPage } from './fieldwork-view.ts';
import type { FollowUpDeskPage, FollowUpEditPage } from './follow-up.ts';
import type { LiveDeskPage } from './live-desk.ts';
import type { BallotPaperPage, PaperBallotPage } from './live-paper.ts';
import type { PaperVotePage, VoteSheetsPage } from './live-paper-vote.ts';
import type { LiveScreenPage } from './live-screen.ts';
import type { NeedPage } from './need-view.ts';
import type { NeedEditPage, NeedsEditPage } from './needs-edit-view.ts';
import type { NeedsPage } from './needs-view.ts';
import type { NewProjectPage } from './new-project.ts';
import type { NewSurveyPage } from './new-survey.ts';
import type { OrderPage } from './order-view.ts';
import type { OwnDataCheckPage, OwnDataProgressPage, OwnDataUploadPage } from './own-data.ts';
import type { Lead } from './page-parts.ts';
import type { CloseRoundPage } from './panel.ts';
import type { PanelCallPage } from './panel-call.ts';
import type { PanelFinalPage } from './panel-final.ts';
import type { PanelLogPage } from './panel-log.ts';
import type { PanelMeetingsPage } from './panel-meetings.ts';
import type { PanelMembersPage } from './panel-members.ts';
import type { OpenRoundPage } from './panel-rounds.ts';
import type { PanelTalkPage } from './panel-talk.ts';
import type { PanelPage } from './panel-view.ts';
import type { PaperEntryPage } from './paper-entry-view.ts';
import type { ProjectLine } from './project-list.ts';
import type { QuestionnairePage } from './questionnaire-view.ts';
import type { RecordsPage } from './records-view.ts';
import type { RegisterPage } from './register-view.ts';
import type { RemarksPage } from './remarks-view.ts';
import type { ReportStationPage } from './report-view.ts';
import type { ResultsPage } from './results-view.ts';
import type { ServicesPage } from './services-view.ts';
import type { Mistake } from './set-up.ts';
import type { SkillsPage } from './skills-view.ts';
import type { PublishPage, VersionsPage } from './versions-view.ts';
import type { WaitingPage } from './waiting.ts';
import type { WavesPage } from './waves-view.ts';
import type { WhatIfPage } from './what-if-view.ts';

export interface TeamPages extends EditorPages {
  'team/sign-in': {
    /** The page to go to afterwards. */
    readonly to: string;
    readonly email: string;
    /** The last attempt was wrong. */
    readonly failed: boolean;
    /** Nobody can sign in yet: the set-up link comes first. */
    readonly noAccount: boolean;
  };
  'team/set-up': {
    readonly csrf: string;
    readonly action: string;
    readonly email: string;
    /** Fewest characters of a password. */
    readonly minimum: number;
    readonly mistakes: readonly Mistake[];
    readonly emailMistake: Mistake | null;
    readonly passwordMistake: Mistake | null;
  };
  'team/projects': {
    readonly projects: readonly ProjectLine[];
  };
  'team/new-project': NewProjectPage;
  'team/new-survey': NewSurveyPage;
  'team/own-data': OwnDataUploadPage;
  'team/own-data-check': OwnDataCheckPage;
  'team/own-data-progress': OwnDataProgressPage;
  'team/versions': VersionsPage;
  'team/publish': PublishPage;
  'team/definition-file': DefinitionFilePage;
  'team/no-survey': Lead;
  'team/questionnaire': QuestionnairePage;
  'team/fieldwork': FieldworkPage;
  'team/register': RegisterPage;
  'team/results': ResultsPage;
  'team/services': ServicesPage;
  'team/waiting': WaitingPage;
  'team/waves': WavesPage;
  'team/skills': SkillsPage;
  'team/remarks': RemarksPage;
  'team/explore': ExplorePage;
  'team/explored': ExplorePage;
  'team/needs': NeedsPage;
  'team/order': OrderPage;
  'team/need': NeedPage;
  'team/needs-edit': NeedsEditPage;
  'team/need-edit': NeedEditPage;
  'team/evidence': EvidencePage;
  'team/records': RecordsPage;
  'team/panel': PanelPage;
  'team/panel-talk': PanelTalkPage;
  'team/panel-final': PanelFinalPage;
  'team/panel-log': PanelLogPage;
  'team/panel-call': PanelCallPage;
  'team/panel-meetings': PanelMeetingsPage;
  'team/what-if': WhatIfPage;
  'team/live-desk': LiveDeskPage;
  'team/live-screen': LiveScreenPage;
  'team/ballot-paper': BallotPaperPage;
  'team/paper-ballot': PaperBallotPage;
  'team/paper-vote': PaperVotePage;
  'team/vote-paper': VoteSheetsPage;
  'team/open-round': OpenRoundPage;
  'team/panel-members': PanelMembersPage;
  'team/report': ReportStationPage;
  'team/follow-up': FollowUpDeskPage;
  'team/follow-up-edit': FollowUpEditPage;
  'team/close-round': CloseRoundPage;
  'team/close-survey': CloseSurveyPage;
  'team/paper-entry': PaperEntryPage;
}
