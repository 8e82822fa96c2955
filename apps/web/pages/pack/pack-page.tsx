import type { PackResponse } from '@citypath/contracts';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { packQuery } from '../../api/people';
import { DueDay } from '../../parts/due-day';
import { Failure } from '../../parts/failure';
import { SignAndWord } from '../../parts/sign';
import { SkeletonLines } from '../../parts/skeleton-lines';
import { useTitle } from '../../parts/use-title';
import { packWords } from '../../words/pack-words';
import { useSpeech, useWords } from '../../words/use-words';
import { HandedIn } from '../city/handed-in';
import styles from './pack.module.css';

/** What whoever is new in a seat has to know, from the top: what is open, what comes, whom to ask, what was before. */
export function PackPage() {
  const { journeyId = '', seat = '' } = useParams();
  const words = useWords(packWords);
  const speech = useSpeech();
  const pack = useQuery(packQuery(journeyId, seat));
  const shown = pack.data;
  const title = shown ? words.title(speech.say(shown.seatTitle), speech.cityName(shown.city)) : words.pack;
  useTitle(title);

  if (pack.isPending) return <SkeletonLines lines={14} height={36} />;
  if (!shown) return <Failure error={pack.error} again={() => void pack.refetch()} />;
  return (
    <>
      <h1>{title}</h1>
      <Opening pack={shown} />
      <div className={styles.columns}>
        <div>
          <OpenSteps pack={shown} />
          <Papers pack={shown} />
          <History pack={shown} />
        </div>
        <div>
          <Coming pack={shown} />
          <Contacts pack={shown} />
          <Done pack={shown} />
        </div>
      </div>
    </>
  );
}

function Opening({ pack }: { pack: PackResponse }) {
  const words = useWords(packWords);
  const speech = useSpeech();
  const since = pack.fromOn === null ? words.sinceUnknown : words.since(speech.day(pack.fromOn));
  const sentences = [
    pack.holder ? words.takenOver(speech.fullName(pack.holder), since) : words.vacant,
    pack.predecessor ? words.after(speech.fullName(pack.predecessor)) : '',
    pack.liaison ? words.liaison(speech.fullName(pack.liaison)) : '',
  ];
  return (
    <>
      <p>{speech.sentences(...sentences)}</p>
      <p className="small">
        <span className="dim">{speech.say(pack.programme)}</span> ·{' '}
        <Link to={`/journeys/${encodeURIComponent(pack.journeyId)}`}>{words.toCity}</Link>
      </p>
      {pack.demonstration ? <p className="dim small">{words.demonstration}</p> : null}
    </>
  );
}

function OpenSteps({ pack }: { pack: PackResponse }) {
  const words = useWords(packWords);
  const speech = useSpeech();
  return (
    <Section id="open" title={words.open} empty={pack.open.length === 0 ? words.nothingOpen : null}>
      <ul>
        {pack.open.map((step) => (
          <li key={step.step} className={styles.item} data-line-of-list>
            <p className={styles.open}>
              <SignAndWord sign={step.sign} />
              <Link to={stepAddress(pack, step.step)} data-line>
                {speech.say(step.title)}
              </Link>
            </p>
            <p>
              {step.dueOn === null ? (
                <span className="dim">{words.dayOpen}</span>
              ) : (
                <DueDay
                  dueOn={step.dueOn}
                  todayOn={pack.todayOn}
                  provisionalFromOn={pack.provisionalFromOn}
                  workingDaysLeft={step.workingDaysLeft}
                />
              )}
            </p>
            <p className="small">{speech.say(step.sentence)}</p>
            {step.counted ? <p className="dim small">{speech.say(step.counted)}</p> : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Papers({ pack }: { pack: PackResponse }) {
  const words = useWords(packWords);
  const speech = useSpeech();
  return (
    <Section id="papers" title={words.papers} empty={pack.papers.length === 0 ? words.noPapers : null}>
      <ul>
        {pack.papers.map((paper) => (
          <li key={paper.step} className={styles.item}>
            <p>
              <Link to={stepAddress(pack, paper.step)}>{speech.say(paper.title)}</Link>{' '}
              <span className="dim small">{paper.on === null ? words.dayUnknown : speech.day(paper.on)}</span>
            </p>
            <HandedIn evidence={paper.handedIn} wanted={paper.wanted} people={pack.people} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function History({ pack }: { pack: PackResponse }) {
  const words = useWords(packWords);
  const speech = useSpeech();
  return (
    <Section id="history" title={words.history} empty={null}>
      <ol>
        {pack.history.map((entry) => (
          <li key={entry.seq} className={styles.item}>
            <p className="dim small">
              <time dateTime={entry.recordedAt}>{speech.day(entry.recordedOn)}</time>
            </p>
            <p>{speech.say(entry.sentence)}</p>
            {entry.words === null ? null : <blockquote className={styles.words}>{entry.words}</blockquote>}
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Coming({ pack }: { pack: PackResponse }) {
  const words = useWords(packWords);
  const speech = useSpeech();
  return (
    <Section id="letters" title={words.letters} empty={pack.letters.length === 0 ? words.noLetters : null}>
      <ul>
        {pack.letters.map((letter) => (
          <li key={`${letter.at} ${letter.kind} ${letter.step ?? ''}`} className={styles.item}>
            <p className="dim small">
              <time dateTime={letter.at}>{speech.day(letter.on)}</time>
            </p>
            <p>{speech.say(letter.sentence)}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Contacts({ pack }: { pack: PackResponse }) {
  const words = useWords(packWords);
  const speech = useSpeech();
  return (
    <Section id="contacts" title={words.contacts} empty={pack.contacts.length === 0 ? words.noContacts : null}>
      <ul>
        {pack.contacts.map(({ seatTitle, person, address }) => (
          <li key={`${seatTitle.en} ${person.id}`} className={styles.item}>
            <p className="dim small">{speech.say(seatTitle)}</p>
            <p>{speech.fullName(person)}</p>
            <p className={`${styles.address} small`}>
              <a href={`mailto:${address}`}>{address}</a>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Done({ pack }: { pack: PackResponse }) {
  const words = useWords(packWords);
  const speech = useSpeech();
  return (
    <Section id="done" title={words.done} empty={pack.done.length === 0 ? words.nothingDone : null}>
      <ul>
        {pack.done.map(({ step, title, on }) => (
          <li key={step} className={styles.done}>
            <Link to={stepAddress(pack, step)}>{speech.say(title)}</Link>
            <span className="dim small">{on === null ? words.dayUnknown : speech.day(on)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Section({
  id,
  title,
  empty,
  children,
}: {
  id: string;
  title: string;
  empty: string | null;
  children: ReactNode;
}) {
  return (
    <section aria-labelledby={id} className={styles.section}>
      <h2 id={id}>{title}</h2>
      {empty === null ? children : <p className="dim">{empty}</p>}
    </section>
  );
}

function stepAddress(pack: PackResponse, step: string): string {
  return `/journeys/${encodeURIComponent(pack.journeyId)}/steps/${encodeURIComponent(step)}`;
}
