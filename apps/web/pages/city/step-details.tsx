import type { ActOffered, CityPageResponse, CityStep } from '@citypath/contracts';
import { Acts } from '../../forms/acts';
import { PartyName } from '../../parts/party-name';
import { cityWords } from '../../words/city-words';
import { useSpeech, useWords } from '../../words/use-words';
import { LadderLine } from './ladder-line';
import { StepComments } from './step-comments';
import { StepRounds } from './step-rounds';
import styles from './city.module.css';

interface Props {
  step: CityStep;
  page: CityPageResponse;
  toAct: boolean;
  /** The reader came to say something about it. */
  toComment: boolean;
  onDone: (act: ActOffered) => void;
}

/** What else is known of a step, its rounds, and what the reader may do with it. */
export function StepDetails({ step, page, toAct, toComment, onDone }: Props) {
  const words = useWords(cityWords);
  const speech = useSpeech();
  const separator = speech.language === 'zh' ? '、' : ', ';
  const facts = [
    step.waitsFor.length > 0 ? words.waitsFor(step.waitsFor.map(speech.say).join(separator)) : null,
    step.openedOn === null ? null : words.opened(speech.day(step.openedOn)),
    step.eventOn === null ? null : words.event(speech.day(step.eventOn), step.eventTime, step.eventPlace),
    step.counted ? speech.say(step.counted) : null,
    step.settledBecause === null ? null : words.because(step.settledBecause),
  ].filter((fact) => fact !== null);
  return (
    <div className={styles.detail}>
      <p className="small">
        <PartyName party={step.responsible} withSeat />
        {step.responsible.note ? ` · ${speech.say(step.responsible.note)}` : null}
        <span className="dim"> · {words.accepts(partyIn(step.accepts, speech))}</span>
      </p>
      {facts.map((fact) => (
        <p key={fact} className="dim small">
          {fact}
        </p>
      ))}
      {step.ladder ? <LadderLine ladder={step.ladder} /> : null}
      {step.sign === 'open' || step.sign === 'late' ? (
        <p className="dim small">
          {speech.say(step.cadence.sentence)}
          {speech.language === 'en' ? ' ' : ''}
          {words.cadenceOf[step.cadence.of]}
        </p>
      ) : null}
      {step.workingDaysLeft === null ? null : (
        <p className="small">
          <a href={deadlineAddress(page.journeyId, step.ref)} download>
            {words.addToCalendar}
          </a>
        </p>
      )}
      {step.rounds.length > 0 ? <StepRounds step={step} people={page.people} /> : null}
      <Acts
        acts={step.acts}
        journeyId={page.journeyId}
        step={step}
        people={page.people}
        opened={toAct}
        pressing
        onDone={onDone}
      />
      <StepComments key={String(toComment)} step={step} page={page} asked={toComment} />
    </div>
  );
}

/** The @ of an occurrence may stand in a path as it is. */
function deadlineAddress(journeyId: string, ref: string): string {
  return `/api/v1/journeys/${encodeURIComponent(journeyId)}/steps/${encodeURIComponent(ref).replaceAll('%40', '@')}/deadline.ics`;
}

function partyIn(party: CityStep['accepts'], speech: ReturnType<typeof useSpeech>): string {
  return party.person ? speech.fullName(party.person) : speech.say(party.seatTitle);
}
