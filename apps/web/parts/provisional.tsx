import { signWords } from '../words/sign-words';
import { useWords } from '../words/use-words';

interface Props {
  on: string | null;
  /** Days from this one on are provisional in the calendar that counts. */
  fromOn: string;
  /** Where there is no room for the word: a star, which is explained below. */
  asSign?: boolean;
}

/** Beside a day of a year whose holidays are not published: that it may still change. Beside any other day nothing. */
export function Provisional({ on, fromOn, asSign = false }: Props) {
  const words = useWords(signWords);
  if (on === null || on < fromOn) return null;
  if (asSign) {
    return (
      <>
        <span aria-hidden="true">*</span>
        <span className="unseen"> {words.provisional}</span>
      </>
    );
  }
  return (
    <span className="dim" title={words.provisionalWhy(on.slice(0, 4))}>
      {' '}
      {words.provisional}
    </span>
  );
}
