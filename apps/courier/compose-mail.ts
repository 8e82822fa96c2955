import type { CalendarData, Instant } from '@citypath/calendar';
import {
  digest,
  digestFacts,
  invitationOf,
  nameOf,
  oneLine,
  renderFor,
  writeToReader,
  type Dossier,
  type RenderedLetter,
} from '@citypath/letters';
import type { ProgrammeDefinition } from '@citypath/journey';
import type { ComposedLetter, NeedRow, Person } from '@citypath/store';
import { asPosted } from './as-posted';
import type { ReturnAddresses } from './bounces/return-addresses';
import { copyOf } from './copy-of';
import type { Throttle } from './smtp/throttle';
import type { Mail } from './smtp/post-office';
import type { Sender } from './smtp/sender';
import { threadHeaders } from './threads';

export interface MailSetting {
  /** Where the pages are, without a slash at the end. */
  publicUrl: string;
  /** The host in Message-IDs: that of the sender's address. */
  messageIdHost: string;
  /** Where letters come back to; without it, to the sender. */
  returnAddresses?: ReturnAddresses | undefined;
  /** How many letters mail domains and readers get a minute; without it, as many as there are. */
  throttle?: Throttle | undefined;
}

/** A message as it goes to the mail server, and, word for word, as the ledger keeps it. */
export interface Written {
  mail: Mail;
  composed: ComposedLetter;
}

/** What else waits for the reader of a digest. */
export interface DigestSurroundings {
  needs: readonly NeedRow[];
  definitions: ReadonlyMap<string, ProgrammeDefinition>;
  calendars: ReadonlyMap<string, CalendarData>;
}

/**
 * Writes a letter to its reader.
 * @param before the Message-IDs of the thread that it goes on with, oldest first
 */
export function composeMail(
  dossier: Dossier,
  reader: Person,
  now: Instant,
  setting: MailSetting,
  { sender, before }: { sender: Sender; before: readonly string[] | undefined },
): Written {
  const { publicUrl, messageIdHost: host } = setting;
  const rendered = renderFor(reader.language, (language) =>
    asPosted(writeToReader(dossier, { reader, language, now, publicUrl }), dossier.letter, language),
  );
  const { mail, composed } = addressed([dossier], reader, rendered, setting);
  const { subject } = rendered;
  const invitation = invitationOf(dossier, { reader, now, publicUrl, host, organizer: sender, subject });
  const sent = { ...mail, thread: threadHeaders(before), invitation };
  if (invitation === null) return { mail: sent, composed };
  // An invitation is one person's: a copy would put the meeting into another calendar under the reader's name.
  return { mail: { ...sent, cc: undefined }, composed: { ...composed, copiedTo: null } };
}

/** Writes the letters of one reader, and whatever else waits for him or her, as one. @param dossiers the carrier first */
export function composeDigest(
  dossiers: readonly [Dossier, ...Dossier[]],
  surroundings: DigestSurroundings,
  reader: Person,
  now: Instant,
  setting: MailSetting,
): Written {
  const { publicUrl } = setting;
  const rendered = renderFor(reader.language, (language) => {
    const facts = digestFacts({ letters: dossiers, ...surroundings }, { reader, language, now, publicUrl });
    return asPosted(digest(facts), { id: dossiers[0].letter.id }, language);
  });
  return addressed(dossiers, reader, rendered, setting);
}

function addressed(
  dossiers: readonly [Dossier, ...Dossier[]],
  reader: Person,
  { subject, text, html }: RenderedLetter,
  { messageIdHost, returnAddresses }: MailSetting,
): Written {
  const { language, address } = reader;
  const { id: letterId, attempt } = dossiers[0].letter;
  const messageId = `<${letterId}@${messageIdHost}>`;
  const copy = copyOf(dossiers, reader);
  const party = (person: Person) => ({ name: oneLine(nameOf(person, language ?? 'zh')), address: person.address });
  const returnTo = returnAddresses?.of({ letterId, attempt });
  return {
    mail: { messageId, to: party(reader), ...(copy && { cc: party(copy) }), subject, text, html, returnTo },
    composed: {
      recipient: reader.id,
      address,
      copiedTo: copy?.id ?? null,
      language,
      subject,
      bodyText: text,
      bodyHtml: html,
      messageId,
    },
  };
}
