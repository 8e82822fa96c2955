import { dayAt, type CalendarData, type Instant } from '@citypath/calendar';
import type { ComingFate, Text } from '@citypath/contracts';
import type { ForetoldLetter } from '@citypath/post';
import type { LedgerLine } from '@citypath/store';
import { assertNever } from '../assert-never';
import { dayText } from '../journeys/words';
import type { Ahead } from './days-ahead';
import { letterKeyOf } from './letter-key';
import type { Foretold } from './letter-to-come';
import { holdText, reasonText } from './letter-words';
import type { MessageToCome } from './message-to-come';

/** The letters that are not in the ledger yet, in words. */
export function foretellLetters(ahead: Ahead): Foretold[] {
  const { letters, journeys, skipped } = ahead;
  const keys = new Map(
    letters.map(({ letter, cause }) => [letter.id, cause === null ? letter.id : letterKeyOf(letter)]),
  );
  const rows = new Map(skipped.map((row): [string, LedgerLine] => [letterKeyOf(row), row]));
  return letters.flatMap((foretold): Foretold[] => {
    const { letter, cause, to, fate } = foretold;
    const journey = journeys.get(letter.journeyId);
    if (cause === null || journey === undefined) return [];
    const { calendar } = journey.context;
    const key = letterKeyOf(letter);
    const carrier = fate.kind === 'digest' ? fate.carriedBy : fate.kind === 'merged' ? fate.into : null;
    return [
      {
        letter: {
          key,
          journey,
          due: letter,
          on: dayAt(calendar, letter.dueAt),
          fact: cause.fact,
          stateThen: cause.journey.state,
        },
        to,
        goesAt: fate.kind === 'goes' || fate.kind === 'digest' ? fate.at : null,
        fate: fateOf(foretold),
        fateSentence: inWords(foretold, calendar),
        message: messageOf(foretold, ahead),
        carriedBy: carrier === null || carrier === letter.id ? null : (keys.get(carrier) ?? null),
        skipped: rows.get(key) ?? null,
      },
    ];
  });
}

/** The message in which a letter goes; null: it does not go. */
export function messageOf(
  { letter, fate }: ForetoldLetter,
  { letters, facts }: Pick<Ahead, 'letters' | 'facts'>,
): MessageToCome | null {
  if (fate.kind !== 'goes' && fate.kind !== 'digest') return null;
  const { at, among } = fate;
  const carrier = fate.kind === 'digest' ? fate.carriedBy : letter.id;
  const together = letters
    .filter((one) => one.letter.id === letter.id || (one.fate.kind === 'digest' && one.fate.carriedBy === carrier))
    .sort((one, other) => Number(other.letter.id === carrier) - Number(one.letter.id === carrier));
  return {
    at,
    among,
    letters: together.flatMap((one) => {
      const fact = one.cause?.fact ?? facts.get(one.letter.id);
      return fact === undefined ? [] : [{ letter: one.letter, fact }];
    }),
  };
}

function fateOf({ fate, held }: ForetoldLetter): ComingFate {
  switch (fate.kind) {
    case 'goes':
      return waited(held) === null ? 'goes' : 'held';
    case 'waits':
      return 'held';
    case 'cancelled':
      return 'suppressed';
    case 'digest':
    case 'merged':
    case 'suppressed':
    case 'skipped':
      return fate.kind;
    default:
      return assertNever(fate);
  }
}

/** 'goes on Thu 8 Oct; until then: it is no working day for this person' */
function inWords({ fate, held }: ForetoldLetter, calendar: CalendarData): Text {
  const waits = waited(held);
  const because = waits === null ? { en: '', zh: '' } : { en: `; until then: ${waits.en}`, zh: `；此前：${waits.zh}` };
  switch (fate.kind) {
    case 'goes':
      return withDay(fate, calendar, (day) => ({
        en: `goes on ${day.en}${because.en}`,
        zh: `${day.zh}发出${because.zh}`,
      }));
    case 'digest':
      return withDay(fate, calendar, (day) => ({
        en: `goes in the digest of ${day.en}${because.en}`,
        zh: `随${day.zh}的汇总发出${because.zh}`,
      }));
    case 'merged':
      return { en: 'will not go: a newer letter says it', zh: '届时不单独发送：已并入较新的信函' };
    case 'suppressed':
    case 'cancelled': {
      const words = reasonText(fate.reason);
      return { en: `will not go: ${words.en}`, zh: `届时不发送：${words.zh}` };
    }
    case 'skipped':
      return { en: 'skipped: it will not go', zh: '已跳过：届时不发送' };
    case 'waits':
      return { en: `held for longer than this list reaches${because.en}`, zh: `暂缓，超出本列表期限${because.zh}` };
    default:
      return assertNever(fate);
  }
}

function withDay(fate: { at: Instant }, calendar: CalendarData, words: (day: Text) => Text): Text {
  return words(dayText(dayAt(calendar, fate.at)));
}

/** Why it waits, where that is more than the minutes in which a morning's letters gather; the last reason counts. */
function waited(held: ForetoldLetter['held']): Text | null {
  const last = held.findLast(({ reason }) => reason !== 'gathering');
  return last === undefined ? null : holdText(last.reason);
}
