import type { Party } from '@citypath/contracts';
import { useSpeech } from '../words/use-words';

/** Who sits in a seat, or the seat itself while nobody does. */
export function PartyName({ party, withSeat = false }: { party: Party; withSeat?: boolean }) {
  const speech = useSpeech();
  const seat = speech.say(party.seatTitle);
  if (!party.person) return <>{seat}</>;
  return (
    <>
      {speech.fullName(party.person)}
      {withSeat ? <span className="dim">{speech.language === 'zh' ? `（${seat}）` : `, ${seat}`}</span> : null}
    </>
  );
}
