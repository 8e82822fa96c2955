import { useQuery } from '@tanstack/react-query';
import { Suspense, useEffect, useRef, useState } from 'react';
import { Navigate, NavigationType, Outlet, useLocation, useNavigationType } from 'react-router';
import { sessionQuery } from '../api/queries';
import { AddingPeople } from '../forms/adding-people';
import { HelpDialog } from '../keyboard/help-dialog';
import { SearchDialog } from '../keyboard/search-dialog';
import { useKeyboard } from '../keyboard/use-keyboard';
import { AddPerson } from '../pages/people/add-person';
import { Failure } from '../parts/failure';
import { frameWords } from '../words/frame-words';
import { useWords } from '../words/use-words';
import { Header } from './header';
import { Notices } from './notices';
import { PageBoundary } from './page-boundary';
import { SkeletonPage } from './skeleton-page';
import { useLetterSeen } from './use-letter-seen';
import styles from './frame.module.css';

/** What is around every page of a signed-in person. */
export function Frame() {
  const words = useWords(frameWords);
  const session = useQuery(sessionQuery);
  const location = useLocation();
  const main = useRef<HTMLElement>(null);
  const [open, setOpen] = useState<'search' | 'help' | null>(null);
  useKeyboard({ search: () => setOpen('search'), help: () => setOpen('help') });
  useNewPageFromItsTop(location.pathname, main);
  useLetterSeen(Boolean(session.data?.person));

  if (session.isPending) return <SkeletonPage />;
  if (!session.data)
    return (
      <div className={styles.main}>
        <Failure error={session.error} again={() => void session.refetch()} />
      </div>
    );
  if (!session.data.person) {
    const to = `${location.pathname}${location.search}${location.hash}`;
    return <Navigate to={to === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(to)}`} replace />;
  }
  return (
    <>
      <a className={styles.skip} href="#content">
        {words.skip}
      </a>
      <Header person={session.data.person} roles={session.data.roles} onSearch={() => setOpen('search')} />
      <Notices />
      <main id="content" ref={main} className={styles.main} tabIndex={-1}>
        <PageBoundary key={pageOf(location.pathname)} title={words.oldPage} action={words.loadAgain}>
          <Suspense fallback={<SkeletonPage />}>
            <AddingPeople value={AddPerson}>
              <Outlet />
            </AddingPeople>
          </Suspense>
        </PageBoundary>
      </main>
      {open === 'search' ? <SearchDialog onClose={() => setOpen(null)} /> : null}
      {open === 'help' ? <HelpDialog onClose={() => setOpen(null)} /> : null}
    </>
  );
}

/** A new page begins at its top, with the focus in it; Back returns to where one was. Steps are places of one page. */
function useNewPageFromItsTop(pathname: string, main: React.RefObject<HTMLElement | null>): void {
  const page = pageOf(pathname);
  const isBack = useNavigationType() === NavigationType.Pop;
  const before = useRef(page);
  useEffect(() => {
    if (before.current === page) return;
    before.current = page;
    if (isBack) return;
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [page, isBack, main]);
}

/** Steps are places of their city's page, not pages of their own. */
function pageOf(pathname: string): string {
  return pathname.split('/').slice(0, 3).join('/');
}
