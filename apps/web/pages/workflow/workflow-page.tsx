import type { RunAct, WorkflowRun, WorkflowViewResponse } from '@citypath/contracts';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useParams, useSearchParams } from 'react-router';
import { workflowQuery } from '../../api/workflow';
import { RunActs } from '../../forms/run-acts/run-acts';
import { Failure } from '../../parts/failure';
import { ShowMore } from '../../parts/show-more';
import { SkeletonLines } from '../../parts/skeleton-lines';
import { useTitle } from '../../parts/use-title';
import { useSpeech, useWords } from '../../words/use-words';
import { workflowWords } from '../../words/workflow-words';
import { EventsSection } from './events-section';
import { PendingSection } from './pending-section';
import { QueueSection } from './queue-section';
import { RunsSection } from './runs-section';
import styles from './workflow.module.css';

/** What Temporal holds of the workflow of one city, for administrators. The address holds the run. */
export function WorkflowPage() {
  const { journeyId = '' } = useParams();
  const words = useWords(workflowWords);
  const speech = useSpeech();
  const [search] = useSearchParams();
  const workflow = useInfiniteQuery(workflowQuery(journeyId, search.get('run')));
  const view = workflow.data?.pages[0];
  const title = words.title(view ? speech.cityName(view.city) : journeyId);
  useTitle(title);
  return (
    <>
      <h1>{title}</h1>
      <p className="dim small">{words.explained}</p>
      {workflow.isPending ? <SkeletonLines lines={12} height={44} /> : null}
      {workflow.isError ? <Failure error={workflow.error} again={() => void workflow.refetch()} /> : null}
      {view ? (
        <>
          <div className={styles.head}>
            <span className="dim small">{words.lookedAt(speech.instant(view.lookedAt))}</span>
            <Button variant="default" onClick={() => void workflow.refetch()} loading={workflow.isRefetching}>
              {words.again}
            </Button>
            <Link to={`/journeys/${encodeURIComponent(journeyId)}`}>{words.city}</Link>
            {view.temporalPage === null ? null : (
              <a href={view.temporalPage} target="_blank" rel="noreferrer">
                {words.temporalPage}
              </a>
            )}
          </div>
          <Acts view={view} />
          <RunsSection view={view} />
          {view.runs[0]?.status === 'running' ? <PendingSection view={view} /> : null}
          <QueueSection view={view} />
          {view.runId === null ? null : (
            <EventsSection runId={view.runId} events={workflow.data?.pages.flatMap(({ events }) => events) ?? []} />
          )}
          <ShowMore
            has={workflow.hasNextPage}
            loading={workflow.isFetchingNextPage}
            load={() => void workflow.fetchNextPage()}
            word={words.older}
          />
        </>
      ) : null}
    </>
  );
}

/** What one can have done to it, where there is anything. */
function Acts({ view }: { view: WorkflowViewResponse }) {
  const words = useWords(workflowWords);
  const speech = useSpeech();
  const acts = actsOn(view.runs[0]);
  if (acts.length === 0) return null;
  return (
    <section aria-labelledby="acts" className={styles.section}>
      <h2 id="acts">{words.acts}</h2>
      <RunActs journeyId={view.journeyId} city={speech.cityName(view.city)} acts={acts} />
    </section>
  );
}

/** A run that came to its own end wants nothing; one that is not there, or was ended, can only be rebuilt. */
function actsOn(newest: WorkflowRun | undefined): RunAct[] {
  if (newest?.status === 'running') return ['retry', 'rebuild', 'terminate'];
  return newest?.status === 'completed' ? [] : ['rebuild'];
}
