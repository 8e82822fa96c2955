import type { CityPageResponse, CityStep, StepComment } from '@citypath/contracts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { commentWords } from '../../words/comment-words';
import { useSpeech, useWords } from '../../words/use-words';
import { CommentForm } from './comment-form';
import { useScrollTo } from '../../parts/use-scroll-to';
import styles from './comments.module.css';

interface Props {
  step: CityStep;
  page: CityPageResponse;
  /** The reader came to say something. */
  asked: boolean;
}

/** What was said about a step, and the place to answer. */
export function StepComments({ step, page, asked }: Props) {
  const words = useWords(commentWords);
  const place = useScrollTo<HTMLElement>(asked);
  const [writes, setWrites] = useState(asked);
  // A form that has done its work gives way to a new one, with an Idempotency-Key of its own.
  const [sent, setSent] = useState(0);
  const { commenting } = page;
  const waitsForReader = step.comments.some((comment) => comment.waitsForReader);
  if (step.comments.length === 0 && !commenting) return null;
  const id = `comments-${step.ref}`;
  return (
    <section ref={place} aria-labelledby={id} className={styles.comments}>
      {step.comments.length > 0 || writes ? (
        <h3 id={id}>{words.title}</h3>
      ) : (
        <span id={id} hidden>
          {words.title}
        </span>
      )}
      <ol className={styles.thread}>
        {step.comments.map((comment) => (
          <Comment key={comment.seq} comment={comment} />
        ))}
      </ol>
      {commenting && writes ? (
        <CommentForm
          key={sent}
          href={`/api/v1/journeys/${page.journeyId}/steps/${encodeURIComponent(step.ref)}/comments`}
          journeyId={page.journeyId}
          commenting={commenting}
          onCancel={() => setWrites(false)}
          onDone={() => {
            setSent(sent + 1);
            setWrites(false);
          }}
        />
      ) : null}
      {commenting && !writes ? (
        <Button
          variant={waitsForReader ? 'filled' : 'default'}
          onClick={() => setWrites(true)}
          data-main-act={waitsForReader || undefined}
        >
          {waitsForReader ? words.answer : words.write}
        </Button>
      ) : null}
    </section>
  );
}

function Comment({ comment }: { comment: StepComment }) {
  const words = useWords(commentWords);
  const speech = useSpeech();
  return (
    <li className="fade-in">
      <p className="small">
        <strong>{comment.by ? speech.name(comment.by) : words.somebody}</strong>{' '}
        <time dateTime={comment.saidOn} className="dim">
          {speech.day(comment.saidOn)}
        </time>
        {comment.audience === 'programme' ? <span className={styles.only}> · {words.onlyProgramme}</span> : null}
      </p>
      <p className={styles.said}>{comment.words ?? words.wordsErased}</p>
      {comment.asked.map(({ party, answered }) => (
        <p key={party.seat} className="dim small">
          {words.asked(party.person ? speech.name(party.person) : speech.say(party.seatTitle))}
          {speech.colon}
          {answered ? words.answered : words.notAnswered}
        </p>
      ))}
      {comment.waitsForReader ? <p className={styles.waits}>{words.waitsForYou}</p> : null}
    </li>
  );
}
