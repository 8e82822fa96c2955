import type { ActOffered, CityPageResponse, WantedNow } from '@citypath/contracts';
import { useState } from 'react';
import { Acts } from '../../forms/acts';
import { DueDay } from '../../parts/due-day';
import { PartyName } from '../../parts/party-name';
import { SignAndWord } from '../../parts/sign';
import { commentWords } from '../../words/comment-words';
import { cityWords } from '../../words/city-words';
import { useSpeech, useWords } from '../../words/use-words';
import { lastComment } from './last-comment';
import { LadderLine } from './ladder-line';
import { AcceptingPaper } from './accepting-paper';
import { useScrollTo } from '../../parts/use-scroll-to';
import styles from './city.module.css';

interface Props {
  page: CityPageResponse;
  /** The step whose form the reader came for. */
  openStep: string | null;
  /** The act of it; null: the first one. */
  openAct: string | null;
  onDone: (act: ActOffered) => void;
}

/** So many are shown at once; most cities have fewer open at a time. */
const shownAtFirst = 6;

/** What is wanted, of whom, by when, how that day was counted, and the act. */
export function NowSection({ page, openStep, openAct, onDone }: Props) {
  const words = useWords(cityWords);
  const [kept, keep] = useKept(page);
  const [first, rest] = [[...page.now.slice(0, shownAtFirst), ...kept], page.now.slice(shownAtFirst)];
  const item = (wanted: WantedNow) => (
    <WantedItem
      key={wanted.step}
      wanted={wanted}
      page={page}
      isFirst={wanted === page.now[0]}
      isOpen={wanted.step === openStep}
      openAct={openAct}
      isKept={kept.includes(wanted)}
      onDone={onDone}
      onFormOpen={(isOpen) => keep(wanted, isOpen)}
    />
  );
  return (
    <section aria-labelledby="now">
      <h2 id="now">{words.now}</h2>
      {page.now.length === 0 ? <p className="dim">{words.nothingNow}</p> : null}
      <ul className={styles.wanted}>{first.map(item)}</ul>
      {rest.length > 0 ? (
        <details open={rest.some(({ step }) => step === openStep) || undefined}>
          <summary className="dim">{words.moreComing(rest.length)}</summary>
          <ul className={styles.wanted}>{rest.map(item)}</ul>
        </details>
      ) : null}
    </section>
  );
}

/**
 * A form that is open stays where it is when its step is not wanted any more, since somebody else was quicker: what
 * was typed is not thrown away, and sent all the same it is answered by name.
 */
function useKept(page: CityPageResponse): [WantedNow[], (wanted: WantedNow, isOpen: boolean) => void] {
  const [open, setOpen] = useState<Record<string, WantedNow>>({});
  const kept = Object.values(open).filter(({ step }) => !page.now.some((wanted) => wanted.step === step));
  const keep = (wanted: WantedNow, isOpen: boolean) =>
    setOpen((before) => {
      if (isOpen === wanted.step in before) return before;
      const { [wanted.step]: _, ...others } = before;
      return isOpen ? { ...others, [wanted.step]: { ...wanted, acts: [] } } : others;
    });
  return [kept, keep];
}

interface ItemProps {
  wanted: WantedNow;
  page: CityPageResponse;
  /** The most pressing one is said in a full sentence. */
  isFirst: boolean;
  isOpen: boolean;
  openAct: string | null;
  /** Not wanted any more, but its form is open. */
  isKept: boolean;
  onDone: (act: ActOffered) => void;
  onFormOpen: (isOpen: boolean) => void;
}

function WantedItem({ wanted, page, isFirst, isOpen, openAct, isKept, onDone, onFormOpen }: ItemProps) {
  const comments = useWords(commentWords);
  const words = useWords(cityWords);
  const speech = useSpeech();
  const item = useScrollTo<HTMLLIElement>(isOpen);
  const step = page.steps.find(({ ref }) => ref === wanted.step) ?? null;
  const comment = step ? lastComment(step) : null;
  const { language } = speech;
  const address = `/journeys/${encodeURIComponent(page.journeyId)}/steps/${encodeURIComponent(wanted.step)}`;
  const mayDecide = wanted.acts.some(({ act }) => act === 'accept');
  // While a form is open nothing moves around it, whatever became of the step.
  const [whileOpen, setWhileOpen] = useState<boolean | null>(null);
  const decides = whileOpen ?? mayDecide;
  const acts = (
    <Acts
      acts={wanted.acts}
      journeyId={page.journeyId}
      step={step}
      people={page.people}
      opened={isOpen}
      openAct={openAct}
      pressing={isFirst}
      onDone={onDone}
      onFormOpen={(hasForm) => {
        setWhileOpen(hasForm ? decides : null);
        onFormOpen(hasForm);
      }}
    />
  );
  return (
    <li ref={item} className={styles.item}>
      <h3 className={styles.itemTitle}>
        <SignAndWord sign={wanted.sign} />
        <span>
          {speech.say(wanted.title)}
          {wanted.round > 1 ? <span className="dim"> · {words.returnedBefore(wanted.round)}</span> : null}
        </span>
      </h3>
      {isFirst ? <p>{speech.say(wanted.sentence)}</p> : null}
      <p>
        {wanted.dueOn === null ? (
          <span className="dim">{words.toBeConfirmed}</span>
        ) : (
          <DueDay
            dueOn={wanted.dueOn}
            todayOn={page.todayOn}
            provisionalFromOn={page.provisionalFromOn}
            workingDaysLeft={wanted.workingDaysLeft}
            late={wanted.sign === 'late'}
          />
        )}
        {wanted.planned ? <span className="dim"> · {words.planned}</span> : null}
        <span className="dim">
          {' · '}
          <PartyName party={wanted.of} withSeat />
          {wanted.of.note ? (language === 'zh' ? `，${wanted.of.note.zh}` : `, ${wanted.of.note.en}`) : null}
        </span>
      </p>
      {wanted.ladder ? <LadderLine ladder={wanted.ladder} /> : null}
      {wanted.counted ? <p className="dim small">{speech.say(wanted.counted)}</p> : null}
      {comment === null ? null : (
        <div>
          <p className="dim small">{words.returnedWith}</p>
          <blockquote className={styles.words}>{comment}</blockquote>
        </div>
      )}
      {isKept ? <p className="small">{comments.decidedMeanwhile}</p> : null}
      {decides && step ? (
        <AcceptingPaper step={step} people={page.people} address={address}>
          {acts}
        </AcceptingPaper>
      ) : (
        acts
      )}
    </li>
  );
}
