import type { LetterFacts } from '../kinds/letter-facts';
import type { LetterText } from '../kinds/letter-text';
import { seatInWords } from './names';

/** The small print under every letter: why the reader gets it, whom to ask, how to hand it over. */
export function footnotesOf(facts: LetterFacts): LetterText['footnotes'] {
  const { language, seat, city, programme, manager, journeyUrl } = facts;
  const seatOf = seat.of === 'city' ? city[language] : programme[language];
  const asksSelf = manager.title.en === seat.title.en;
  const footnotes: LetterText['footnotes'] = [];
  if (language === 'zh') {
    const role = `${seat.of === 'city' ? city.zh : ''}${seat.title.zh}`;
    footnotes.push(`您收到此信，是因为您在“${programme.zh}”中${seat.office ? '代表' : '担任'}${role}。`);
    if (!asksSelf) footnotes.push(`如有疑问，请联系${seatInWords(manager, 'zh')}。`);
    footnotes.push({ label: '如果这项工作已转由他人负责，请告诉我们接任者是谁', url: journeyUrl });
    return footnotes;
  }
  const inProgramme = seat.of === 'city' ? ` in ${programme.en}` : '';
  const role = seat.office ? `for the ${seat.title.en}` : `as ${seat.title.en}`;
  footnotes.push(`You get this ${role} of ${seatOf}${inProgramme}.`);
  if (!asksSelf) footnotes.push(`Questions go to ${seatInWords(manager, 'en')}.`);
  footnotes.push({ label: 'Not you any more? Tell us who', url: journeyUrl });
  return footnotes;
}
