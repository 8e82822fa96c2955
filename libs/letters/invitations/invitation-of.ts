import type { Instant, Language } from '@citypath/calendar';
import { refAtFirst, type JourneyId, type StepRef } from '@citypath/journey';
import type { Person } from '@citypath/store';
import { journeyUrl, stepUrl } from '../facts/common-facts';
import type { Dossier } from '../facts/dossier';
import { meetingTold } from '../facts/meeting-facts';
import { DEMONSTRATION } from '../wording/compose';
import { mayBeDayOff, type MeetingTime } from '../wording/meeting-time';
import { nameOf } from '../wording/names';
import { icalendarOf, type Mailbox } from './calendar-entry';

/** What goes with a letter that invites: how a mail program is to take it, and the iCalendar object itself. */
export interface Invitation {
  method: 'REQUEST' | 'CANCEL';
  content: string;
}

export interface InvitationSending {
  reader: Person;
  now: Instant;
  publicUrl: string;
  /** The host that the entry's name ends with: that of the sender's address. */
  host: string;
  organizer: Mailbox;
  /** The letter's own subject, which the entry has too. */
  subject: string;
}

/** The calendar entry of a letter that invites, or takes an invitation back; null for every other letter. */
export function invitationOf(dossier: Dossier, sending: InvitationSending): Invitation | null {
  const { letter, context } = dossier;
  if (letter.kind !== 'invitation' && letter.kind !== 'invitation-cancelled') return null;
  const { reader, now, publicUrl, host, organizer, subject } = sending;
  const { step, sequence, meeting, place, offBecause } = meetingTold(dossier);
  const language = reader.language ?? 'zh';
  const method = offBecause === null ? 'REQUEST' : 'CANCEL';
  const content = icalendarOf({
    method,
    uid: entryName(letter.journeyId, refAtFirst(dossier.state, step), host),
    sequence,
    now,
    when: meeting,
    calendar: context.calendar,
    title: subject,
    place,
    words: wordsOf(dossier, meeting, language),
    url: stepUrl({ journeyUrl: journeyUrl(publicUrl, letter.journeyId) }, step),
    organizer,
    attendee: { name: nameOf(reader, language), address: reader.address },
  });
  return { method, content };
}

function wordsOf({ context, letter }: Dossier, meeting: MeetingTime, language: Language): string[] {
  const dayOff = mayBeDayOff(meeting, context.calendar);
  return [
    context.definition.title[language],
    ...(dayOff ? [`${dayOff[language]}${language === 'zh' ? '。' : '.'}`] : []),
    ...(letter.journey.demonstration ? [DEMONSTRATION[language]] : []),
  ];
}

/** '100rc-cn.yiwu.asw@host': one entry a step and occurrence, whoever is invited and however often it moves. */
export function entryName(journeyId: JourneyId, step: StepRef, host: string): string {
  return `${journeyId}.${step.replaceAll('@', '.')}@${host}`;
}
