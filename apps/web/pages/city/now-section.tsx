import type { ActOffered, CityPageResponse, WantedNow } from '@citypath/contracts';
import { Acts } from '../../forms/acts';
import { DueDay } from '../../parts/due-day';
import { PartyName } from '../../parts/party-name';
import { SignAndWord } from '../../parts/sign';
import { cityWords } from '../../words/city-words';
import { useSpeech, useWords } from '../../words/use-words';
import { lastComment } from './last-comment';
import { useScrollTo } from './use-scroll-to';
import styles from './city.module.css';

interface Props {
  page: CityPageResponse;
  /** The step whose form the reader came for. */
  openStep: string | null;
  onDone: (act: ActOffered) => void;
}

/** So many are shown at once; most cities have fewer open at a time. */
const shownAtFirst = 6;

/** What is wanted, of whom, by when, how that day was counted, and the act. */
export function NowSection({ page, openStep, onDone }: Props) {
  const words = useWords(cityWords);
  const [first, rest] = [page.now.slice(0, shownAtFirst), page.now.slice(shownAtFirst)];
  const item = (wanted: WantedNow) => (
    <WantedItem
      key={wanted.step}
      wanted={wanted}
      page={page}
      isFirst={wanted === page.now[0]}
      isOpen={wanted.step === openStep}
      onDone={onDone}
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

interface ItemProps {
  wanted: WantedNow;
  page: CityPageResponse;
  /** The most pressing one is said in a full sentence. */
  isFirst: boolean;
  isOpen: boolean;
  onDone: (act: ActOffered) => void;
}

function WantedItem({ wanted, page, isFirst, isOpen, onDone }: ItemProps) {
  const words = useWords(cityWords);
  const speech = useSpeech();
  const item = useScrollTo<HTMLLIElement>(isOpen);
  const step = page.steps.find(({ ref }) => ref === wanted.step) ?? null;
  const comment = step ? lastComment(step) : null;
  const { language } = speech;
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
      {wanted.counted ? <p className="dim small">{speech.say(wanted.counted)}</p> : null}
      {comment === null ? null : (
        <div>
          <p className="dim small">{words.returnedWith}</p>
          <blockquote className={styles.words}>{comment}</blockquote>
        </div>
      )}
      <Acts
        acts={wanted.acts}
        journeyId={page.journeyId}
        step={step}
        people={page.people}
        opened={isOpen}
        pressing={isFirst}
        onDone={onDone}
      />
    </li>
  );
}
