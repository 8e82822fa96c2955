import { dayAt, type CalendarData } from '@citypath/calendar';
import type { Text } from '@citypath/contracts';
import type { LedgerLine } from '@citypath/store';
import type { Names } from '../journeys/names';
import { dayText } from '../journeys/words';
import { holdText, reasonText, statusText } from './letter-words';

type Told = Pick<
  LedgerLine,
  | 'status'
  | 'reason'
  | 'crossed'
  | 'notBefore'
  | 'holdReason'
  | 'carriedBy'
  | 'carrier'
  | 'passedOnTo'
  | 'expedited'
  | 'expeditedBy'
  | 'settledAt'
  | 'againAt'
>;

/** What a sentence names people and days with. */
interface Where {
  calendar: CalendarData;
  names: Names;
}

/** What became of a letter, with the reason: "not sent: the step was handed in before". */
export function statusSentence(letter: Told, where: Where): Text {
  const said = whatBecame(letter, where);
  const also = [byHand(letter, where), passedOn(letter, where), secondTime(letter)].filter((one) => one !== null);
  return {
    en: [said.en, ...also.map(({ en }) => en)].join('; '),
    zh: [said.zh, ...also.map(({ zh }) => zh)].join('；'),
  };
}

function whatBecame(letter: Told, where: Where): Text {
  const { status, reason } = letter;
  if (status === 'held') return held(letter, where);
  if (letter.carriedBy !== null && status === 'merged') return merged(letter, where);
  const text = statusText(status);
  if (letter.crossed) return crossed(text, reason);
  if (reason === null) return text;
  const because = reasonText(reason);
  return { en: `${text.en}: ${because.en}`, zh: `${text.zh}：${because.zh}` };
}

function held({ notBefore, holdReason }: Told, { calendar }: Where): Text {
  const because = holdText(holdReason ?? 'letters-held');
  if (notBefore === null) return { en: `held: ${because.en}`, zh: `暂缓发送：${because.zh}` };
  const day = dayText(dayAt(calendar, notBefore));
  return { en: `held until ${day.en}: ${because.en}`, zh: `暂缓至${day.zh}：${because.zh}` };
}

/** A carrier that the reader may not see is a digest: a newer letter about the same step would be seen. */
function merged({ carrier }: Told, { calendar }: Where): Text {
  const inDigest = carrier?.isDigest ?? true;
  const day = carrier?.settledAt ? dayText(dayAt(calendar, carrier.settledAt)) : null;
  if (!inDigest) {
    return {
      en: 'not sent alone: a newer letter about the same says it',
      zh: '未单独发送：内容已由后一封同类信函说明',
    };
  }
  return day
    ? { en: `went with the digest of ${day.en}`, zh: `已并入${day.zh}的汇总信` }
    : { en: 'goes with a digest', zh: '并入汇总信' };
}

function crossed(status: Text, reason: string | null): Text {
  const because = reason === null ? null : reasonText(reason);
  return {
    en: `${status.en}; it crossed with what made it pointless${because ? ` (${because.en})` : ''}`,
    zh: `${status.zh}；发送时已不再需要${because ? `（${because.zh}）` : ''}`,
  };
}

function byHand({ expedited, expeditedBy }: Told, { names }: Where): Text | null {
  if (!expedited) return null;
  const who = names.personText(expeditedBy);
  return { en: `${who.en} asked for it at once`, zh: `${who.zh}要求立即发送` };
}

function passedOn({ passedOnTo }: Told, { names }: Where): Text | null {
  if (passedOnTo === null) return null;
  const who = names.personText(passedOnTo);
  return { en: `to ${who.en}, who stands in during a leave`, zh: `休假期间由${who.zh}代收` };
}

function secondTime({ againAt }: Told): Text | null {
  return againAt === null ? null : { en: 'posted a second time, and marked so', zh: '已注明并再次发送' };
}
