import type { CityPageResponse } from '@citypath/contracts';
import { Link } from 'react-router';
import { CityName } from '../../parts/city-name';
import { SignAndWord } from '../../parts/sign';
import { cityWords } from '../../words/city-words';
import { frameWords } from '../../words/frame-words';
import { signWords } from '../../words/sign-words';
import { useSpeech, useWords } from '../../words/use-words';
import styles from './city.module.css';

/** Name, programme, one sentence of state. */
export function CityHead({ page }: { page: CityPageResponse }) {
  const words = useWords(cityWords);
  const frame = useWords(frameWords);
  const signs = useWords(signWords);
  const speech = useSpeech();
  const topic = page.topic?.[speech.language] ?? null;
  const facts = [
    page.joinedOn === null ? words.joinedUnknown : words.joined(speech.day(page.joinedOn)),
    topic === null ? null : words.topic(topic),
    page.heldWorkingDays > 0 ? words.held(page.heldWorkingDays) : null,
  ].filter((fact) => fact !== null);
  return (
    <div className={styles.head}>
      <h1>
        <CityName city={page.city} />
      </h1>
      <p className="dim small">
        <Link to={`/?programme=${encodeURIComponent(page.programme.key)}`}>{speech.say(page.programme.title)}</Link>
        {facts.map((fact) => (
          <span key={fact}> · {fact}</span>
        ))}
        {page.status === 'active' || page.status === 'on-hold' ? null : <span> · {signs.journey[page.status]}</span>}
      </p>
      <p className={styles.sentence}>{speech.say(page.sentence)}</p>
      {page.hold ? (
        <p>
          <SignAndWord sign="on-hold" word={words.hold(speech.day(page.hold.untilOn))} />{' '}
          {words.awaiting(page.hold.awaiting)} <span className="dim">{page.hold.reason}</span>
        </p>
      ) : null}
      {page.stale ? <p className="hurts small">{frame.stale}</p> : null}
    </div>
  );
}
