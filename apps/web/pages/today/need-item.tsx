import type { Need } from '@citypath/contracts';
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { DueDay } from '../../parts/due-day';
import { PartyName } from '../../parts/party-name';
import { SignAndWord } from '../../parts/sign';
import { todayWords } from '../../words/today-words';
import { useSpeech, useWords } from '../../words/use-words';
import styles from './today.module.css';

/** One thing that waits: city and step, its day, who has it, and the act. */
export function NeedItem({ need }: { need: Need }) {
  const words = useWords(todayWords);
  const speech = useSpeech();
  const seat = speech.say(need.vacant ?? need.who.seatTitle);
  const aboutSeat = need.section === 'contact' ? words.notReached(seat) : words.vacant(seat);
  const title = need.step ? speech.say(need.step.title) : aboutSeat;
  return (
    <li className={`${styles.item} fade-in`} data-line-of-list>
      <div className={styles.what}>
        <h3>
          <Link to={need.act.page} className="plain-link" data-line>
            {speech.cityName(need.city)} · {title}
          </Link>
        </h3>
        {need.asked ? <Asked asked={need.asked} /> : null}
        <p className="dim small">
          <Beside need={need} />
        </p>
      </div>
      <p className={styles.when}>
        {need.sign ? <SignAndWord sign={need.sign} /> : null}
        {need.dueOn === null ? (
          need.sign ? (
            <span className="dim">{words.toBeConfirmed}</span>
          ) : null
        ) : (
          <DueDay
            dueOn={need.dueOn}
            todayOn={need.todayOn}
            provisionalFromOn={need.provisionalFromOn}
            workingDaysLeft={need.workingDaysLeft}
            late={need.sign === 'late'}
          />
        )}
      </p>
      <div className={styles.act}>
        <Button component={Link} to={need.act.page} variant="default" data-main-act>
          {speech.say(need.act.title)}
        </Button>
      </div>
    </li>
  );
}

function Asked({ asked }: { asked: NonNullable<Need['asked']> }) {
  const words = useWords(todayWords);
  const speech = useSpeech();
  return (
    <div>
      <p className="dim small">
        {words.asks(
          asked.by ? speech.name(asked.by) : words.somebody,
          asked.on === null ? null : speech.shortDay(asked.on),
        )}
      </p>
      <blockquote className={styles.words}>{asked.words ?? words.wordsErased}</blockquote>
    </div>
  );
}

/** In which seat, for whom, and of which programme. */
function Beside({ need }: { need: Need }) {
  const words = useWords(todayWords);
  const speech = useSpeech();
  const more = [
    need.onBehalfOf ? words.forPerson(speech.name(need.onBehalfOf)) : null,
    need.optional ? words.optional : null,
    speech.say(need.programme.title),
    need.demonstration ? words.planned : null,
  ].filter((part) => part !== null);
  return (
    <>
      {need.section === 'late' ? <PartyName party={need.who} withSeat /> : speech.say(need.who.seatTitle)}
      {more.map((part) => (
        <span key={part}> · {part}</span>
      ))}
    </>
  );
}
