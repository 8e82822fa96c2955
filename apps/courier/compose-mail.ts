import type { Instant } from '@citypath/calendar';
import { invitationOf, nameOf, oneLine, renderFor, writeLetter, type Dossier } from '@citypath/letters';
import type { ComposedLetter, Person } from '@citypath/store';
import { asPosted } from './as-posted';
import type { ReturnAddresses } from './bounces/return-addresses';
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

/**
 * Writes a letter to its reader: as it goes to the mail server, and, word for word, as the ledger keeps it.
 * @param before the Message-IDs of the thread that it goes on with, oldest first
 */
export function composeMail(
  dossier: Dossier,
  reader: Person,
  now: Instant,
  { publicUrl, messageIdHost, returnAddresses }: MailSetting,
  { sender, before }: { sender: Sender; before: readonly string[] | undefined },
): { mail: Mail; composed: ComposedLetter } {
  const { language, address } = reader;
  const { subject, text, html } = renderFor(language, (one) =>
    asPosted(writeLetter(dossier, { reader, language: one, now, publicUrl }), dossier.letter, one),
  );
  const { id: letterId, attempt } = dossier.letter;
  const messageId = `<${letterId}@${messageIdHost}>`;
  return {
    mail: {
      messageId,
      to: { name: oneLine(nameOf(reader, language ?? 'zh')), address },
      subject,
      text,
      html,
      thread: threadHeaders(before),
      invitation: invitationOf(dossier, { reader, now, publicUrl, host: messageIdHost, organizer: sender, subject }),
      returnTo: returnAddresses?.of({ letterId, attempt }),
    },
    composed: { recipient: reader.id, address, language, subject, bodyText: text, bodyHtml: html, messageId },
  };
}
