import type { Role } from '@citypath/contracts';
import { frameWords } from '../words/frame-words';
import { useSpeech, useWords } from '../words/use-words';

/** A role in words: "Chief Resilience Officer, liaison". */
export function RoleName({ role, withCity = false }: { role: Role; withCity?: boolean }) {
  const words = useWords(frameWords);
  const speech = useSpeech();
  if (role.role === 'administrator') return <>{words.administrator}</>;
  const seat = speech.say(role.seatTitle);
  if (role.role === 'programme') return <>{seat}</>;
  const title = role.liaison ? words.liaisonOf(seat) : seat;
  if (!withCity) return <>{title}</>;
  const city = speech.cityName(role.city);
  return <>{speech.language === 'zh' ? `${city}${title}` : `${title}, ${city}`}</>;
}
