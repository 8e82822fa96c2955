import type { DueDay as DueDayGiven } from '../words/dates';
import { useSpeech } from '../words/use-words';

/** A due day with how far away it is beside it, never instead of it. */
export function DueDay({ workingDaysLeft, ...days }: DueDayGiven & { workingDaysLeft: number | null }) {
  const speech = useSpeech();
  const isLate = workingDaysLeft !== null && (workingDaysLeft < 0 || days.late === true);
  return (
    <span>
      <time dateTime={days.dueOn}>{speech.day(days.dueOn)}</time>
      {workingDaysLeft === null ? null : (
        <>
          {' '}
          <span className={isLate ? 'hurts' : 'dim'}>{speech.workingDays(workingDaysLeft, days)}</span>
        </>
      )}
    </span>
  );
}
