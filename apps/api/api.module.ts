import { TemporalDoor, type MailTransport } from '@citypath/runtime';
import {
  Global,
  Inject,
  Module,
  StandardSchemaSerializerInterceptor,
  type DynamicModule,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { AccountController } from './account/account.controller';
import { AccountService } from './account/account.service';
import { PersonSessionsController } from './account/person-sessions.controller';
import { AuditController } from './audit/audit.controller';
import { AuditExportController } from './audit/audit-export.controller';
import { AuditService } from './audit/audit.service';
import { BoardExportController } from './board-export/board-export.controller';
import { BulkActsController } from './bulk-acts/bulk-acts.controller';
import { BulkActsService } from './bulk-acts/bulk-acts.service';
import { BulkAsking } from './bulk-acts/bulk-asking';
import { BulkBeginning } from './bulk-acts/bulk-beginning';
import { BulkChoices } from './bulk-acts/bulk-choices';
import { BulkDryRun } from './bulk-acts/bulk-dry-run';
import { BulkRuns } from './bulk-acts/bulk-runs';
import { BulkSelection } from './bulk-acts/bulk-selection';
import { BulkUndoing } from './bulk-acts/bulk-undoing';
import { CalendarAdoption } from './calendars/calendar-adoption';
import { CalendarAdoptionController } from './calendars/calendar-adoption.controller';
import { CalendarStack } from './calendars/calendar-stack';
import { CalendarsController } from './calendars/calendars.controller';
import { CityClosures } from './calendars/city-closures';
import { CityClosuresController } from './calendars/city-closures.controller';
import { CountryCalendars } from './calendars/country-calendars';
import { ChangeFeed } from './changes/change-feed';
import { ChangesController } from './changes/changes.controller';
import { CitiesController } from './cities/cities.controller';
import { CitiesService } from './cities/cities.service';
import { Clock } from './clock';
import { CommandGateway } from './commands/command-gateway';
import { CommandsController } from './commands/commands.controller';
import { JourneyRuns } from './commands/journey-runs';
import { DryRuns } from './dry-runs/dry-runs';
import { GapsController } from './gaps/gaps.controller';
import { GapsService } from './gaps/gaps.service';
import { HealthController } from './health/health.controller';
import { Parts } from './health/parts';
import { ImportFiles } from './imports/import-files';
import { ImportPeople } from './imports/import-people';
import { ImportRunner } from './imports/import-runner';
import { ImportUndo } from './imports/import-undo';
import { ImportsController } from './imports/imports.controller';
import { ImportsService } from './imports/imports.service';
import { CourseActsController } from './journeys/course-acts.controller';
import { DefinitionAdoptions } from './journeys/definition-adoptions';
import { Editions } from './journeys/editions';
import { JoinPreparation } from './journeys/join-preparation';
import { JoinPreview } from './journeys/join-preview';
import { Joining } from './journeys/joining';
import { JourneyActsController } from './journeys/journey-acts.controller';
import { JourneyReader } from './journeys/journey-reader';
import { JourneysController } from './journeys/journeys.controller';
import { JourneysService } from './journeys/journeys.service';
import { LadderActsController } from './journeys/ladder-acts.controller';
import { PackController } from './journeys/pack.controller';
import { PackService } from './journeys/pack.service';
import { PinnedData } from './journeys/pinned-data';
import { DeadlinesController } from './journeys/deadlines.controller';
import { PreparedLettersController } from './journeys/prepared-letters.controller';
import { SeatActsController } from './journeys/seat-acts.controller';
import { StepActsController } from './journeys/step-acts.controller';
import { UndoController } from './undo/undo.controller';
import { ComingLettersService } from './letters/coming-letters.service';
import { LetterDeliveryController } from './letters/letter-delivery.controller';
import { LetterDeliveryService } from './letters/letter-delivery.service';
import { DaysAhead } from './letters/days-ahead';
import { LettersByHandController } from './letters/letters-by-hand.controller';
import { LettersByHandService } from './letters/letters-by-hand.service';
import { LetterPreviewsController } from './letter-previews/letter-previews.controller';
import { LetterPreviewsService } from './letter-previews/letter-previews.service';
import { PreviewedLetters } from './letter-previews/previewed-letters';
import { TestLettersController } from './letter-previews/test-letters.controller';
import { TestLettersService } from './letter-previews/test-letters.service';
import { LettersController } from './letters/letters.controller';
import { LettersService } from './letters/letters.service';
import { OrganisationVisits } from './organisation/organisation-visits';
import { OrganisationController } from './organisation/organisation.controller';
import { Organisation, type OrganisationSettings } from './organisation/organisation';
import { NeedsController } from './needs/needs.controller';
import { NeedsService } from './needs/needs.service';
import { KnownPeople } from './people/known-people';
import { DraftsController } from './papers/drafts.controller';
import { DraftsService } from './papers/drafts.service';
import { PaperRooms, type PaperGround } from './papers/paper-rooms';
import { PapersController } from './papers/papers.controller';
import { PapersService } from './papers/papers.service';
import { UploadsController } from './papers/uploads.controller';
import { PeopleDirectory } from './people/people-directory';
import { PeopleController } from './people/people.controller';
import { PeopleService } from './people/people.service';
import { PersonDataController } from './people/person-data.controller';
import { PersonDataService } from './people/person-data.service';
import { SeatedPeople } from './people/seated-people';
import { PolicyGuard } from './policies/policy.guard';
import { ProblemFilter } from './problems/problem-filter';
import { requestPipe } from './problems/request-issues';
import { ProgrammesController } from './programmes/programmes.controller';
import { ProgrammesService } from './programmes/programmes.service';
import { ReadmissionController } from './readmission/readmission.controller';
import { Readmissions } from './readmission/readmissions';
import { RightsController } from './rights/rights.controller';
import { RightsService } from './rights/rights.service';
import { Routes } from './rights/routes';
import { ReadAsReaderInterceptor } from './session/read-as-reader.interceptor';
import { RunDryRuns } from './runs/run-dry-runs';
import { RunJudge } from './runs/run-judge';
import { RunStandings } from './runs/run-standings';
import { RunWorkings } from './runs/run-workings';
import { RunsController } from './runs/runs.controller';
import { RunsService } from './runs/runs.service';
import { SessionController } from './session/session.controller';
import { SessionGuard } from './session/session.guard';
import { SessionDoor } from './session/session-door';
import { SessionService } from './session/session.service';
import { AskedLetters } from './sign-in/asked-letters';
import { NetworkLimits } from './sign-in/network-limits';
import { SignInController } from './sign-in/sign-in.controller';
import { SignInService } from './sign-in/sign-in.service';
import { LookedAt } from './stuck/looked-at';
import { MachineryService } from './stuck/machinery/machinery.service';
import { SeenRuns } from './stuck/machinery/seen-runs';
import { StuckController } from './stuck/stuck.controller';
import { StuckService } from './stuck/stuck.service';
import { FindingsController } from './watch/findings.controller';
import { FindingsService } from './watch/findings.service';
import { StepTitles } from './watch/step-titles';
import { WorkflowViewController } from './workflow-view/workflow-view.controller';
import { WorkflowViewService } from './workflow-view/workflow-view.service';
import { LOCAL_MODE, MAIL, PAPERS, PUBLIC_URL, TASK_QUEUE, TEMPORAL_PAGE } from './tokens';

/** What the api is built upon: the records, Temporal, perhaps a mail server to look at, and its settings. */
export interface Ground {
  records: DynamicModule;
  temporal: TemporalDoor;
  mail: MailTransport | null;
  taskQueue: string;
  /** Where Temporal's own page stands. */
  temporalPage: string | null;
  publicUrl: string;
  localMode: boolean;
  papers: PaperGround;
  /** An organisation whose accounts sign in here too. */
  organisation: OrganisationSettings | null;
}

/** The api: requests become commands and reads. */
@Global()
@Module({})
export class ApiModule implements OnApplicationShutdown {
  constructor(
    private readonly temporal: TemporalDoor,
    @Inject(MAIL) private readonly mail: MailTransport | null,
  ) {}

  static on(ground: Ground): DynamicModule {
    const { records, temporal, mail, taskQueue, temporalPage, publicUrl, localMode, papers, organisation } = ground;
    return {
      module: ApiModule,
      imports: [records],
      controllers: [
        SessionController,
        SignInController,
        AccountController,
        PersonSessionsController,
        OrganisationController,
        JourneysController,
        StepActsController,
        LadderActsController,
        PreparedLettersController,
        DeadlinesController,
        SeatActsController,
        PackController,
        JourneyActsController,
        CourseActsController,
        UndoController,
        ReadmissionController,
        CommandsController,
        UploadsController,
        DraftsController,
        PapersController,
        LetterPreviewsController,
        TestLettersController,
        LettersController,
        LettersByHandController,
        LetterDeliveryController,
        NeedsController,
        GapsController,
        StuckController,
        RunsController,
        WorkflowViewController,
        FindingsController,
        ProgrammesController,
        PeopleController,
        PersonDataController,
        CitiesController,
        BoardExportController,
        AuditController,
        AuditExportController,
        BulkActsController,
        ImportsController,
        CalendarsController,
        CalendarAdoptionController,
        CityClosuresController,
        ChangesController,
        RightsController,
        HealthController,
      ],
      providers: [
        { provide: TemporalDoor, useValue: temporal },
        { provide: MAIL, useValue: mail },
        { provide: TASK_QUEUE, useValue: taskQueue },
        { provide: TEMPORAL_PAGE, useValue: temporalPage },
        { provide: PUBLIC_URL, useValue: publicUrl },
        { provide: LOCAL_MODE, useValue: localMode },
        { provide: PAPERS, useValue: papers },
        // In this order: who asks, then whether they may.
        { provide: APP_GUARD, useClass: SessionGuard },
        { provide: APP_GUARD, useClass: PolicyGuard },
        { provide: APP_PIPE, useFactory: requestPipe },
        { provide: APP_INTERCEPTOR, useClass: ReadAsReaderInterceptor },
        { provide: APP_INTERCEPTOR, useClass: StandardSchemaSerializerInterceptor },
        { provide: APP_FILTER, useClass: ProblemFilter },
        ChangeFeed,
        CitiesService,
        AccountService,
        AskedLetters,
        AuditService,
        BulkActsService,
        BulkAsking,
        BulkBeginning,
        BulkChoices,
        BulkDryRun,
        BulkRuns,
        BulkSelection,
        BulkUndoing,
        Clock,
        ComingLettersService,
        DaysAhead,
        CommandGateway,
        DraftsService,
        DryRuns,
        DefinitionAdoptions,
        Editions,
        GapsService,
        CalendarStack,
        CalendarAdoption,
        CountryCalendars,
        CityClosures,
        ImportFiles,
        ImportPeople,
        ImportRunner,
        ImportUndo,
        ImportsService,
        JoinPreparation,
        JoinPreview,
        Joining,
        Readmissions,
        JourneyReader,
        JourneyRuns,
        JourneysService,
        KnownPeople,
        LettersByHandService,
        LetterPreviewsService,
        PreviewedLetters,
        TestLettersService,
        LetterDeliveryService,
        LettersService,
        NeedsService,
        PaperRooms,
        PapersService,
        NetworkLimits,
        { provide: Organisation, useFactory: () => new Organisation(organisation) },
        OrganisationVisits,
        Parts,
        PackService,
        PeopleDirectory,
        PeopleService,
        PersonDataService,
        PinnedData,
        ProgrammesService,
        SeatedPeople,
        LookedAt,
        StuckService,
        SeenRuns,
        MachineryService,
        RunStandings,
        RunDryRuns,
        RunJudge,
        RunWorkings,
        RunsService,
        WorkflowViewService,
        FindingsService,
        StepTitles,
        SessionDoor,
        RightsService,
        Routes,
        SessionService,
        SignInService,
      ],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    this.mail?.close();
    await this.temporal.close();
  }
}
