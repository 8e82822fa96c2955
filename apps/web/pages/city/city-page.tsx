import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link, useLocation, useMatch, useParams } from 'react-router';
import type { ActOffered, CityPageResponse } from '@citypath/contracts';
import { cityPageQuery } from '../../api/queries';
import { statusOf } from '../../api/problem-error';
import { Failure } from '../../parts/failure';
import { SkeletonLines } from '../../parts/skeleton-lines';
import { useTitle } from '../../parts/use-title';
import { formWords } from '../../words/form-words';
import { frameWords } from '../../words/frame-words';
import { useSpeech, useWords } from '../../words/use-words';
import { CityHead } from './city-head';
import { ComingSection } from './coming-section';
import { GapsSection } from './gaps-section';
import { HistorySection } from './history-section';
import { NowSection } from './now-section';
import { SeatsSection } from './seats-section';
import { StepsSection } from './steps-section';
import { WholeJourney } from './whole-journey';
import styles from './city.module.css';

/** One city in one programme: where it stands, who has to do what by when, what happens next by itself. */
export function CityPage() {
  const { journeyId = '' } = useParams();
  const page = useQuery(cityPageQuery(journeyId));

  if (page.data) return <City key={journeyId} page={page.data} />;
  if (page.isPending) return <CitySkeleton />;
  return <NoCity error={page.error} again={() => void page.refetch()} />;
}

function NoCity({ error, again }: { error: Error; again: () => void }) {
  const words = useWords(frameWords);
  const isUnknown = statusOf(error) === 404;
  useTitle(isUnknown ? words.notFoundTitle : '');
  return (
    <>
      {isUnknown ? <h1>{words.notFoundTitle}</h1> : null}
      <Failure error={error} {...(isUnknown ? {} : { again })} />
      <Link to="/">{words.toBoard}</Link>
    </>
  );
}

function City({ page }: { page: CityPageResponse }) {
  const words = useWords(formWords);
  const speech = useSpeech();
  const asked = useAskedStep(page.formerSteps);
  const [done, setDone] = useDoneForAWhile();
  useTitle(speech.cityName(page.city));
  const isWantedNow = page.now.some((wanted) => wanted.step === asked.step);

  return (
    <>
      <CityHead page={page} />
      <p role="status" className={styles.said}>
        {done ? `${words.recorded}${speech.language === 'en' ? ' ' : ''}${speech.say(done.title)}` : null}
      </p>
      <div className={styles.first}>
        <NowSection
          page={page}
          openStep={asked.toAct && isWantedNow ? asked.step : null}
          openAct={asked.act}
          onDone={setDone}
        />
        <ComingSection letters={page.nextByItself} todayOn={page.todayOn} />
      </div>
      <GapsSection gaps={page.gaps} />
      <StepsSection
        page={page}
        shownStep={asked.step}
        toAct={asked.toAct && !isWantedNow ? asked.step : null}
        at={asked.at}
        onDone={setDone}
      />
      <div className={styles.last}>
        <HistorySection journeyId={page.journeyId} onDone={setDone} />
        <div>
          <SeatsSection page={page} onDone={setDone} />
          <WholeJourney page={page} onDone={setDone} />
        </div>
      </div>
    </>
  );
}

/** So long it stands on the page that an act was recorded. */
const saidMs = 8_000;

function useDoneForAWhile(): [ActOffered | null, (act: ActOffered) => void] {
  const [done, setDone] = useState<ActOffered | null>(null);
  useEffect(() => {
    if (!done) return;
    const timer = setTimeout(() => setDone(null), saidMs);
    return () => clearTimeout(timer);
  }, [done]);
  return [done, setDone];
}

/** The step that the address names, also by the name that it had in a version before. Who comes from a letter comes to act; who came by a click in a list, to look. */
function useAskedStep(formerSteps: CityPageResponse['formerSteps']): AskedStep {
  const match = useMatch('/journeys/:journeyId/steps/:stepRef');
  const { state, search } = useLocation() as { state: unknown; search: string };
  const query = new URLSearchParams(search);
  const named = query.get('at');
  const at = named === 'comments' || named === 'details' ? named : null;
  const ref = match?.params.stepRef ?? null;
  const step = formerSteps.find((former) => former.ref === ref)?.now ?? ref;
  const looks = typeof state === 'object' && state !== null && 'look' in state;
  const toAct = step !== null && !looks && at === null;
  return { step, toAct, act: toAct ? query.get('act') : null, at: step === null ? null : at };
}

interface AskedStep {
  step: string | null;
  toAct: boolean;
  /** The one act for which the reader came; null: the first thing to do. */
  act: string | null;
  at: 'comments' | 'details' | null;
}

function CitySkeleton() {
  return (
    <>
      <SkeletonLines lines={2} height={34} />
      <div className={styles.first}>
        <SkeletonLines lines={6} height={30} />
        <SkeletonLines lines={6} height={30} />
      </div>
      <SkeletonLines lines={14} height={41} />
    </>
  );
}
