import { type AddressObject, simpleParser } from 'mailparser';

/** One letter as the inbox received it. */
export interface Message {
  /** Grows with every message. */
  readonly id: number;
  readonly receivedAt: string;
  /** Who it was really handed over from and to (the envelope), whatever its headers say. */
  readonly envelopeFrom: string;
  readonly envelopeTo: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly messageId: string | null;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  /** All headers, names in lower case, as they stand in the message. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly html: string | null;
  readonly raw: Buffer;
}

/** What the mail server knows of a message besides its bytes. */
export type Delivery = Pick<Message, 'id' | 'receivedAt' | 'envelopeFrom' | 'envelopeTo'>;

/** Reads a message from its bytes. */
export async function parseMessage(raw: Buffer, delivery: Delivery): Promise<Message> {
  const mail = await simpleParser(raw, { skipImageLinks: true });
  return {
    ...delivery,
    from: addressText(mail.from),
    to: addressText(mail.to),
    subject: mail.subject ?? '',
    messageId: mail.messageId ?? null,
    inReplyTo: mail.inReplyTo ?? null,
    references: [mail.references ?? []].flat(),
    headers: Object.fromEntries(
      mail.headerLines.map(({ key, line }) => [key, line.slice(line.indexOf(':') + 1).trim()]),
    ),
    text: mail.text ?? '',
    html: mail.html === false ? null : mail.html,
    raw,
  };
}

function addressText(addresses: AddressObject | AddressObject[] | undefined): string {
  return [addresses ?? []]
    .flat()
    .map(({ text }) => text)
    .join(', ');
}
