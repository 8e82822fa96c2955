import { dayAt, type Instant } from '@citypath/calendar';
import type { CityPageResponse, ComingLettersResponse, DryRunResponse, LettersResponse } from '@citypath/contracts';
import { china } from '../../support/china';
import type { MailListener } from '../../support/mail-listener';
import type { ActUponYiwu } from './act-upon-yiwu';
import { ADDRESSES } from './four-cities-at-their-reports';

/** 'Reminder to p-xiong on 2026-09-15', for each letter whose words went since an instant, by itself or with another one. */
export function wentBy({ letters, kinds }: LettersResponse, since: Instant): string[] {
  // A letter that took others along stands in the ledger as a digest.
  const title = new Map(kinds.map(({ kind, title: { en } }) => [kind, en]));
  const went = letters.flatMap(({ kind, recipient, status, settledAt, carriedBy }) => {
    const at = status === 'accepted' ? settledAt : status === 'merged' ? (carriedBy?.settledAt ?? null) : null;
    return at === null || at < since ? [] : [line(title.get(kind) ?? kind, recipient?.id, dayAt(china, at as Instant))];
  });
  return went.sort();
}

/** What the days ahead brought before an act. */
interface Ahead {
  /** Letters that wait to be posted, at an hour at which everybody takes letters. */
  waits: LettersResponse['letters'];
  comes: ComingLettersResponse['letters'];
  since: Instant;
}

/** The days that were foretold before the act, with what the act was said to change. */
export function foreseen({ waits, comes, since }: Ahead, looked: DryRunResponse): string[] {
  const days = [
    ...waits.map(({ kindTitle, recipient, heldUntilAt }) =>
      line(kindTitle.en, recipient?.id, dayAt(china, (heldUntilAt ?? since) as Instant)),
    ),
    ...comes.flatMap(({ kindTitle, to, goesOn }) =>
      goesOn === null ? [] : [line(kindTitle.en, to.person?.id, goesOn)],
    ),
  ];
  for (const { kindTitle, to, beforeOn, afterOn } of looked.letters) {
    if (beforeOn !== null) {
      const place = days.indexOf(line(kindTitle.en, to.person?.id, beforeOn));
      expect([kindTitle.en, beforeOn, place >= 0]).toEqual([kindTitle.en, beforeOn, true]);
      days.splice(place, 1);
    }
    if (afterOn !== null) days.push(line(kindTitle.en, to.person?.id, afterOn));
  }
  return days.sort();
}

function line(kind: string, person: string | undefined, on: string): string {
  return `${kind} to ${person ?? 'nobody'} on ${on}`;
}

export const signsOf = ({ steps }: CityPageResponse) => Object.fromEntries(steps.map(({ ref, sign }) => [ref, sign]));

/** The same steps under the names that an act gives them. */
export function renamed(signs: Record<string, string>, names: ActUponYiwu['renames']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(signs).flatMap(([ref, sign]) => {
      const now = ref in names ? names[ref] : ref;
      return now == null ? [] : [[now, sign]];
    }),
  );
}

export function signsForeseen(stood: Record<string, string>, { steps }: DryRunResponse): Record<string, string> {
  const there = steps.filter(({ fate }) => fate !== 'let-go');
  return { ...stood, ...Object.fromEntries(there.map(({ ref, after }) => [ref, after.sign])) };
}

/** By which day each step is wanted; null: that is to be confirmed. */
export const daysOf = ({ steps }: CityPageResponse) =>
  Object.fromEntries(
    steps.map(({ ref, dates }) => [ref, dates.toBeConfirmed ? null : (dates.agreedOn ?? dates.baselineOn)]),
  );

export const daysForeseen = ({ steps }: DryRunResponse) =>
  Object.fromEntries(
    steps.flatMap(({ ref, after: { sign, dueOn } }) => (sign === 'open' || sign === 'late' ? [[ref, dueOn]] : [])),
  );

/** Each mail by its name; one that came twice stands there twice. What goes to the seat is copied to its liaison. */
export const mailsTaken = ({ taken, envelopes }: MailListener) =>
  taken
    .filter((_, index) => !envelopes[index]!.to.includes(ADDRESSES['p-assistant']!))
    .map(({ messageId }) => messageId)
    .sort();

export const copiesTaken = ({ envelopes }: MailListener) =>
  envelopes.filter(({ to }) => to.includes(ADDRESSES['p-assistant']!)).length;

export const mailsRecorded = ({ letters }: LettersResponse) =>
  letters
    .filter(({ status }) => status === 'accepted')
    .map(({ id }) => `<${id}@citypath.example>`)
    .sort();

export const wordsForeseen = ({ letters }: DryRunResponse) =>
  letters.flatMap(({ words, to }) =>
    words === null ? [] : [{ to: ADDRESSES[to.person!.id]!, ...words, text: anywhere(words.text) }],
  );

/** Each of the two that look lives at an address of its own. */
const anywhere = (text: string) => text.replace(/http:\/\/127\.0\.0\.1:\d+/g, 'https://citypath.example');

export function mailsInWords({ taken }: MailListener): { to: string; subject: string; text: string }[] {
  return taken.map(({ to, subject, text }) => ({
    to: [to].flat()[0]!.value[0]!.address!,
    subject: subject!,
    // Its button names the letter, so that a click tells that it arrived.
    text: anywhere(text!.replace(/[?&]letter=[0-9a-f-]+/g, '')),
  }));
}
