import type { ActOffered, CityPageResponse, CityStep } from '@citypath/contracts';
import { Link } from 'react-router';
import { PartyName } from '../../parts/party-name';
import { Provisional } from '../../parts/provisional';
import { SignShape } from '../../parts/sign';
import { cityWords } from '../../words/city-words';
import { signWords } from '../../words/sign-words';
import { useSpeech, useWords } from '../../words/use-words';
import { StepDetails } from './step-details';
import { useScrollTo } from '../../parts/use-scroll-to';
import styles from './city.module.css';

interface Props {
  step: CityStep;
  page: CityPageResponse;
  isShown: boolean;
  toAct: boolean;
  /** The place within it that the address names. */
  at: 'comments' | 'details' | null;
  onDone: (act: ActOffered) => void;
}

/** One step in the table; its details open below it, and the address says which one is open. */
export function StepRow({ step, page, isShown, toAct, at, onDone }: Props) {
  const words = useWords(cityWords);
  const speech = useSpeech();
  const row = useScrollTo<HTMLTableRowElement>(toAct || at === 'details');
  const address = `/journeys/${encodeURIComponent(page.journeyId)}`;
  const { dates } = step;
  const isSettled = step.sign === 'done' || step.sign === 'not-needed';
  return (
    <>
      <tr role="row" ref={row} className={styles.step} data-sign={step.sign} data-line-of-list>
        <th scope="row" role="rowheader">
          <Link
            to={isShown ? address : `${address}/steps/${encodeURIComponent(step.ref)}`}
            state={{ look: true }}
            replace={isShown}
            preventScrollReset
            aria-expanded={isShown}
            data-line
          >
            <SignShape sign={step.sign} />
            <span className={styles.stepTitle}>{speech.say(step.title)}</span>
          </Link>
          <span className={styles.stateWord}>
            <StateWord step={step} />
          </span>
        </th>
        <td role="cell" data-empty={isSettled || undefined}>
          {/* What is settled is with nobody any more; who did it stands in the story. */}
          {isSettled ? '–' : <PartyName party={step.responsible} />}
        </td>
        <DateCell name={words.dates.baseline} on={dates.baselineOn} />
        <DateCell
          name={words.dates.agreed}
          on={dates.agreedOn}
          note={dates.planned ? words.planned : null}
          provisionalFromOn={isSettled ? undefined : page.provisionalFromOn}
        >
          {dates.toBeConfirmed ? words.toBeConfirmed : null}
        </DateCell>
        <DateCell
          name={words.dates.forecast}
          on={step.sign === 'done' ? null : dates.forecastOn}
          provisionalFromOn={page.provisionalFromOn}
        />
        <ActualCell step={step} />
      </tr>
      {isShown ? (
        <tr role="row" className={`${styles.details} fade-in`}>
          <td role="cell" colSpan={6}>
            <StepDetails step={step} page={page} toAct={toAct} toComment={at === 'comments'} onDone={onDone} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

function StateWord({ step }: { step: CityStep }) {
  const words = useWords(cityWords);
  const signs = useWords(signWords);
  const { workingDaysLeft: left } = step;
  const isLate = step.sign === 'late';
  const state =
    isLate && left !== null && left < 0
      ? signs.lateBy(-left)
      : step.settledAs
        ? signs[step.settledAs]
        : step.sign === 'done' && step.dates.presumed
          ? signs.presumed
          : signs.sign[step.sign];
  return (
    <>
      <span className={isLate ? 'hurts' : undefined}>{state}</span>
      {step.optional ? ` · ${words.optional}` : ''}
      {step.round > 1 ? ` · ${words.returnedBefore(step.round)}` : ''}
    </>
  );
}

function ActualCell({ step }: { step: CityStep }) {
  const words = useWords(cityWords);
  const signs = useWords(signWords);
  return (
    <DateCell name={words.dates.actual} on={step.dates.actualOn}>
      {step.dates.actualUnknown ? signs.dayNotKnown : null}
    </DateCell>
  );
}

interface DateProps {
  name: string;
  on: string | null;
  note?: string | null;
  /** Of a day that is still to come. */
  provisionalFromOn?: string | undefined;
  children?: string | null;
}

/** A date, or in words why there is none. On narrow screens an empty one is not shown at all. */
function DateCell({ name, on, note = null, provisionalFromOn, children = null }: DateProps) {
  const speech = useSpeech();
  const isEmpty = on === null && children === null;
  return (
    <td role="cell" className={styles.date} data-empty={isEmpty || undefined}>
      <span className={styles.dateName}>{name}</span>
      {on === null ? (
        <span className="dim">{children ?? '–'}</span>
      ) : (
        <>
          <time dateTime={on}>{speech.day(on)}</time>
          {note === null ? null : <span className="dim"> {note}</span>}
          {provisionalFromOn === undefined ? null : <Provisional on={on} fromOn={provisionalFromOn} />}
        </>
      )}
    </td>
  );
}
