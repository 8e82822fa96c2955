import type { ComingLetter, JoinPreviewResponse, JoinRequest } from '@citypath/contracts';
import { Button } from '@mantine/core';
import { useNavigate } from 'react-router';
import { ActOutcome } from '../../forms/act-outcome';
import { useAct } from '../../forms/use-act';
import { failureOf } from '../../api/problem-error';
import { PartyName } from '../../parts/party-name';
import { Provisional } from '../../parts/provisional';
import { enrolWords } from '../../words/enrol-words';
import { useSpeech, useWords } from '../../words/use-words';
import styles from './enrol.module.css';

/** What would follow: steps with their days, letters with those who get them; and the button that makes it so. */
export function Preview({ preview, body }: { preview: JoinPreviewResponse; body: JoinRequest }) {
  const words = useWords(enrolWords);
  const speech = useSpeech();
  const navigate = useNavigate();
  const joining = useAct('/api/v1/journeys', preview.journeyId, () => {
    void navigate(`/journeys/${encodeURIComponent(preview.journeyId)}`);
  });
  return (
    <section aria-label={words.whatFollows}>
      <h2>{words.whatFollows}</h2>
      <p>{speech.say(preview.sentence)}</p>
      <h3>{words.stepsOpen}</h3>
      {preview.steps.length === 0 ? <p>{words.nothingOpen}</p> : null}
      <ul className={styles.list}>
        {preview.steps.map(({ ref, title, of, dueOn, counted }) => (
          <li key={ref}>
            <span>
              {speech.say(title)} <span className="dim">· </span>
              <PartyName party={of} withSeat />
            </span>
            <span>
              {dueOn === null ? <span className="dim">{words.toBeConfirmed}</span> : null}
              {dueOn !== null ? (counted === null ? words.dueOn(speech.day(dueOn)) : speech.say(counted)) : null}
              {counted === null ? <Provisional on={dueOn} fromOn={preview.provisionalFromOn} /> : null}
            </span>
          </li>
        ))}
      </ul>
      <h3>{words.lettersAtOnce}</h3>
      <Letters letters={preview.atOnce} none={words.noneAtOnce} />
      <h3>{words.lettersComing(speech.day(preview.untilOn))}</h3>
      <Letters letters={preview.coming} none={words.noneComing} />
      <ActOutcome
        doing={joining}
        failure={joining.error ? failureOf(joining.error) : null}
        rest={[]}
        hasFieldErrors={false}
      />
      <div className={styles.send}>
        <Button onClick={() => joining.send({ ...body })} loading={joining.busy}>
          {words.confirm(speech.cityName(preview.city))}
        </Button>
      </div>
      <p className="dim small">{words.confirmTells(preview.atOnce.length)}</p>
    </section>
  );
}

function Letters({ letters, none }: { letters: ComingLetter[]; none: string }) {
  const speech = useSpeech();
  if (letters.length === 0) return <p className="dim">{none}</p>;
  return (
    <ol className={styles.letters}>
      {letters.map((letter, order) => (
        <li key={`${letter.at} ${letter.kind} ${letter.step ?? ''} ${order}`}>{speech.say(letter.sentence)}</li>
      ))}
    </ol>
  );
}
