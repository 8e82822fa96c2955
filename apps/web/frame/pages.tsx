import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { Frame } from './frame';
import { NotFound } from './not-found';
import { SkeletonPage } from './skeleton-page';

const AccountPage = lazy(() =>
  import('../pages/account/account-page').then((module) => ({ default: module.AccountPage })),
);
const AuditPage = lazy(() => import('../pages/audit/audit-page').then((module) => ({ default: module.AuditPage })));
const BoardPage = lazy(() => import('../pages/board/board-page').then((module) => ({ default: module.BoardPage })));
const CalendarsPage = lazy(() =>
  import('../pages/calendars/calendars-page').then((module) => ({ default: module.CalendarsPage })),
);
const CitiesPage = lazy(() => import('../pages/cities/cities-page').then((module) => ({ default: module.CitiesPage })));
const CityPage = lazy(() => import('../pages/city/city-page').then((module) => ({ default: module.CityPage })));
const EnrolPage = lazy(() => import('../pages/enrol/enrol-page').then((module) => ({ default: module.EnrolPage })));
const ImportPage = lazy(() => import('../pages/import/import-page').then((module) => ({ default: module.ImportPage })));
const ImportStartPage = lazy(() =>
  import('../pages/import/import-start-page').then((module) => ({ default: module.ImportStartPage })),
);
const LetterPreviewsPage = lazy(() =>
  import('../pages/letter-previews/letter-previews-page').then((module) => ({ default: module.LetterPreviewsPage })),
);
const LettersPage = lazy(() =>
  import('../pages/letters/letters-page').then((module) => ({ default: module.LettersPage })),
);
const LinkPage = lazy(() => import('../pages/sign-in/link-page').then((module) => ({ default: module.LinkPage })));
const OrganisationPage = lazy(() =>
  import('../pages/sign-in/organisation-page').then((module) => ({ default: module.OrganisationPage })),
);
const ManyPage = lazy(() => import('../pages/many/many-page').then((module) => ({ default: module.ManyPage })));
const BulkActPage = lazy(() =>
  import('../pages/many/bulk-act-page').then((module) => ({ default: module.BulkActPage })),
);
const PackPage = lazy(() => import('../pages/pack/pack-page').then((module) => ({ default: module.PackPage })));
const PeoplePage = lazy(() => import('../pages/people/people-page').then((module) => ({ default: module.PeoplePage })));
const PersonPage = lazy(() => import('../pages/people/person-page').then((module) => ({ default: module.PersonPage })));
const ProgrammePage = lazy(() =>
  import('../pages/programmes/programme-page').then((module) => ({ default: module.ProgrammePage })),
);
const ProgrammesPage = lazy(() =>
  import('../pages/programmes/programmes-page').then((module) => ({ default: module.ProgrammesPage })),
);
const QuarantinePage = lazy(() =>
  import('../pages/quarantine/quarantine-page').then((module) => ({ default: module.QuarantinePage })),
);
const RightsPage = lazy(() => import('../pages/rights/rights-page').then((module) => ({ default: module.RightsPage })));
const StuckPage = lazy(() => import('../pages/stuck/stuck-page').then((module) => ({ default: module.StuckPage })));
const TodayPage = lazy(() => import('../pages/today/today-page').then((module) => ({ default: module.TodayPage })));
const SignInPage = lazy(() =>
  import('../pages/sign-in/sign-in-page').then((module) => ({ default: module.SignInPage })),
);
const WorkflowPage = lazy(() =>
  import('../pages/workflow/workflow-page').then((module) => ({ default: module.WorkflowPage })),
);

export function Pages() {
  return (
    <Suspense fallback={<SkeletonPage />}>
      <Routes>
        <Route path="/sign-in" element={<SignInPage />} />
        <Route path="/sign-in/organisation" element={<OrganisationPage />} />
        <Route path="/sign-in/:token" element={<LinkPage />} />
        <Route element={<Frame />}>
          <Route index element={<BoardPage />} />
          {/* A step is a place of its city's page: going there keeps what was typed. */}
          <Route path="/journeys/:journeyId" element={<CityPage />}>
            <Route path="steps/:stepRef" element={null} />
          </Route>
          <Route path="/today" element={<TodayPage />} />
          <Route path="/journeys/:journeyId/seats/:seat/pack" element={<PackPage />} />
          <Route path="/journeys/:journeyId/workflow" element={<WorkflowPage />} />
          <Route path="/letters" element={<LettersPage />} />
          <Route path="/letters/previews" element={<LetterPreviewsPage />} />
          <Route path="/letters/quarantine" element={<QuarantinePage />} />
          <Route path="/people" element={<PeoplePage />} />
          <Route path="/people/:personId" element={<PersonPage />} />
          <Route path="/programmes" element={<ProgrammesPage />} />
          <Route path="/programmes/:programme" element={<ProgrammePage />} />
          <Route path="/programmes/:programme/enrol" element={<EnrolPage />} />
          <Route path="/programmes/:programme/import" element={<ImportStartPage />} />
          <Route path="/programmes/:programme/many" element={<ManyPage />} />
          <Route path="/bulk-acts/:bulkActId" element={<BulkActPage />} />
          <Route path="/imports/:importId" element={<ImportPage />} />
          <Route path="/calendars" element={<CalendarsPage />} />
          <Route path="/cities" element={<CitiesPage />} />
          <Route path="/stuck" element={<StuckPage />} />
          <Route path="/audit" element={<AuditPage />} />
          <Route path="/rights" element={<RightsPage />} />
          <Route path="/account" element={<AccountPage />} />
          <Route path="*" element={<NotFound />} />
        </Route>
      </Routes>
    </Suspense>
  );
}
