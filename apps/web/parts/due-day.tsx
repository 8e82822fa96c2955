import type { DueDay as DueDayGiven } from '../words/dates';
import { Provisional } from './provisional';
import { useSpeech } from '../words/use-words';

type Props = DueDayGiven & { workingDaysLeft: number | null; provisionalFromOn: string };

/** A due day with how far away it is beside it, never instead of it. */
export function DueDay({ workingDaysLeft, provisionalFromOn, ...days }: Props) {
  const speech = useSpeech();
  const isLate = workingDaysLeft !== null && (workingDaysLeft < 0 || days.late === true);
  return (
    <span>
      <time dateTime={days.dueOn}>{speech.day(days.dueOn)}</time>
      <Provisional on={days.dueOn} fromOn={provisionalFromOn} />
      {workingDaysLeft === null ? null : (
        <>
          {' '}
          <span className={isLate ? 'hurts' : 'dim'}>{speech.workingDays(workingDaysLeft, days)}</span>
        </>
      )}
    </span>
  );
}
