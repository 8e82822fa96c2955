import { dayAt, type Instant } from '@citypath/calendar';
import type { CityPageResponse, ComingLettersResponse, DryRunResponse, LettersResponse } from '@citypath/contracts';
import type { ParsedMail } from 'mailparser';
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

/** Once a step has occurrences it does not stand there beside them. */
export function signsForeseen(stood: Record<string, string>, { steps }: DryRunResponse): Record<string, string> {
  const changed = steps.flatMap(({ ref, fate, after }) => (fate === 'let-go' ? [] : [[ref, after.sign] as const]));
  const bases = changed.flatMap(([ref]) => (ref in stood || !ref.includes('@') ? [] : [ref.split('@')[0]]));
  const others = Object.entries(stood).filter(([ref]) => !bases.includes(ref));
  return Object.fromEntries([...others, ...changed]);
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

/** Each mail by its name; one that came twice stands there twice. What goes to a seat is copied to its liaison. */
export const mailsTaken = (listener: MailListener) =>
  listener.taken
    .filter((_, index) => !isCopy(listener, index))
    .map(({ messageId }) => messageId)
    .sort();

export const copiesTaken = (listener: MailListener) =>
  listener.taken.filter((_, index) => isCopy(listener, index)).length;

/** Whether a mail went to somebody else than it is addressed to. */
function isCopy({ taken, envelopes }: MailListener, index: number): boolean {
  return !envelopes[index]!.to.includes(addresseeOf(taken[index]!));
}

const addresseeOf = ({ to }: ParsedMail) => [to].flat()[0]!.value[0]!.address!;

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
  return taken.map((mail) => ({
    to: addresseeOf(mail),
    subject: mail.subject!,
    // Its button names the letter, so that a click tells that it arrived.
    text: anywhere(mail.text!.replace(/[?&]letter=[0-9a-f-]+/g, '')),
  }));
}
