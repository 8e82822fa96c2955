import type { ProgrammeResponse } from '@citypath/contracts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { programmeQuery } from '../../api/people';
import { Failure } from '../../parts/failure';
import { SkeletonLines } from '../../parts/skeleton-lines';
import { useTitle } from '../../parts/use-title';
import { entranceWords } from '../../words/entrance-words';
import { peopleWords } from '../../words/people-words';
import { useSpeech, useWords } from '../../words/use-words';
import { GiveSeat } from './give-seat';
import { WithdrawSeat } from './withdraw-seat';
import styles from './programmes.module.css';

type Seat = ProgrammeResponse['seats'][number];

/** A programme and who runs it. */
export function ProgrammePage() {
  const { programme: key = '' } = useParams();
  const words = useWords(peopleWords);
  const entrance = useWords(entranceWords);
  const speech = useSpeech();
  const programme = useQuery(programmeQuery(key));
  const shown = programme.data;
  useTitle(shown ? speech.say(shown.title) : entrance.programmes);

  if (programme.isPending) return <SkeletonLines lines={6} height={45} />;
  if (!shown) return <Failure error={programme.error} again={() => void programme.refetch()} />;
  return (
    <>
      <h1>{speech.say(shown.title)}</h1>
      <p>
        <span className="dim">{entrance.cities(shown.cities)}</span>{' '}
        <Link to={`/?programme=${encodeURIComponent(shown.key)}`}>{words.board}</Link>
      </p>
      <section aria-labelledby="seats">
        <h2 id="seats" className={styles.seatsTitle}>
          {words.seatsOfProgramme}
        </h2>
        <ul>
          {shown.seats.map((seat) => (
            <li key={seat.seat} className={styles.seat}>
              <SeatOfProgramme programme={shown} seat={seat} />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function SeatOfProgramme({ programme, seat }: { programme: ProgrammeResponse; seat: Seat }) {
  const words = useWords(peopleWords);
  const speech = useSpeech();
  const [doing, setDoing] = useState<'give' | 'withdraw' | null>(null);
  const done = () => setDoing(null);
  return (
    <>
      <div>
        <span className="dim small">
          {speech.say(seat.title)}
          {seat.readOnly ? ` · ${words.seesOnly}` : ''}
        </span>
        <br />
        {seat.person ? (
          <Link to={`/people/${encodeURIComponent(seat.person.id)}`}>{speech.fullName(seat.person)}</Link>
        ) : (
          <span className="dim">{words.empty}</span>
        )}
      </div>
      {programme.mayGiveSeats && doing === null ? (
        <div className={styles.acts}>
          <Button variant="default" onClick={() => setDoing('give')}>
            {seat.person ? words.giveOther : words.give}
          </Button>
          {seat.person ? (
            <Button variant="default" onClick={() => setDoing('withdraw')}>
              {words.withdraw}
            </Button>
          ) : null}
        </div>
      ) : null}
      {doing === 'give' ? <GiveSeat programme={programme.key} seat={seat} onDone={done} /> : null}
      {doing === 'withdraw' && seat.person ? (
        <WithdrawSeat programme={programme.key} seat={seat} person={seat.person} onDone={done} />
      ) : null}
    </>
  );
}
