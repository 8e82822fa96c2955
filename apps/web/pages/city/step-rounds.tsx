import type { CityStep, PersonShort, StepRound } from '@citypath/contracts';
import { cityWords } from '../../words/city-words';
import { useSpeech, useWords } from '../../words/use-words';
import { HandedIn } from './handed-in';
import styles from './city.module.css';

/** Every round of a step: who handed in what and when, in time or not, and what became of it. */
export function StepRounds({ step, people }: { step: CityStep; people: PersonShort[] }) {
  const words = useWords(cityWords);
  return (
    <ol className={styles.rounds} aria-label={words.rounds}>
      {step.rounds.map((round) => (
        <li key={round.round}>
          <RoundItem round={round} step={step} people={people} />
        </li>
      ))}
    </ol>
  );
}

/** One round: by whom and when, what, and what became of it. */
export function RoundItem({ round, step, people }: { round: StepRound; step: CityStep; people: PersonShort[] }) {
  const words = useWords(cityWords);
  const said = useRoundInWords(round);
  return (
    <>
      <p>
        <strong>{words.round(round.round)}</strong>
        <span className="small"> · {said.join(' · ')}</span>
      </p>
      {round.handedIn ? <HandedIn evidence={round.handedIn} wanted={step.evidenceWanted} people={people} /> : null}
      {round.waiver ? <WaiverAsked waiver={round.waiver} /> : null}
      {round.comment === null ? null : <blockquote className={styles.words}>{round.comment}</blockquote>}
    </>
  );
}

function WaiverAsked({ waiver }: { waiver: NonNullable<StepRound['waiver']> }) {
  const words = useWords(cityWords);
  return (
    <div>
      <p className="dim small">{words.waiverAsked}</p>
      <blockquote className={styles.words}>{waiver.reason ?? words.wordsErased}</blockquote>
      {waiver.proof === null ? null : <p className="small">{words.proofIs(waiver.proof)}</p>}
    </div>
  );
}

function useRoundInWords(round: StepRound): string[] {
  const words = useWords(cityWords);
  const speech = useSpeech();
  const nameOf = (person: PersonShort | null) => (person ? speech.name(person) : words.somebody);
  const dayOf = (on: string | null) => (on === null ? words.aDayNotKnown : speech.day(on));
  const outcome = words.outcome[round.outcome];
  const said: string[] = [];
  if (round.submittedOn !== null || round.submittedBy) {
    const day = dayOf(round.submittedOn);
    said.push(
      round.onBehalfOf
        ? words.submittedByFor(nameOf(round.submittedBy), nameOf(round.onBehalfOf), day)
        : words.submittedBy(nameOf(round.submittedBy), day),
    );
    if (round.inTime !== null) said.push(round.inTime ? words.inTime : words.notInTime);
  }
  said.push(
    round.decidedBy || round.decidedOn !== null
      ? words.decidedBy(outcome, nameOf(round.decidedBy), dayOf(round.decidedOn))
      : outcome,
  );
  return said;
}
