import { oneLine } from '@citypath/letters';
import { simpleParser } from 'mailparser';

/** What a report says of one recipient (RFC 3464, 2.3). */
export interface DeliveryReport {
  /** As the reporting server wrote it; null when it did not say. */
  recipient: string | null;
  action: 'failed' | 'delayed' | 'delivered';
  /** '5.1.1' */
  status: string | null;
  /** What the far server said, on one line; the status where it said nothing. */
  words: string;
}

const REPORT = 'message/delivery-status';
const ACTIONS: Record<string, DeliveryReport['action']> = {
  failed: 'failed',
  delayed: 'delayed',
  delivered: 'delivered',
  // Handed to a server that reports no further, or to a list: it has arrived as far as anybody will say.
  relayed: 'delivered',
  expanded: 'delivered',
};

/**
 * Reads a mail as a delivery status notification (multipart/report with message/delivery-status).
 * @returns what it says, a recipient each; null when it is no such report, or says nothing of anybody
 * @throws Error when it cannot be read as a mail
 */
export async function readDeliveryReport(mail: Buffer): Promise<DeliveryReport[] | null> {
  const { attachments, headers } = await simpleParser(mail, {
    keepDeliveryStatus: true,
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipImageLinks: true,
  });
  const type = headers.get('content-type');
  const isReport = typeof type === 'object' && 'value' in type && type.value === 'multipart/report';
  const status = attachments.find(({ contentType }) => contentType === REPORT);
  if (!isReport || status === undefined) return null;
  const reports = recipientsOf(status.content.toString('utf8'));
  return reports.length > 0 ? reports : null;
}

/** The groups of fields after the first one, which speaks of the message. */
function recipientsOf(status: string): DeliveryReport[] {
  const groups = status
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)
    .map(fieldsOf);
  return groups.flatMap((fields) => {
    const action = ACTIONS[(fields.get('action') ?? '').toLowerCase()];
    if (action === undefined) return [];
    const code = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(fields.get('status') ?? '')?.[0] ?? null;
    return [
      {
        recipient: afterType(fields.get('original-recipient')) ?? afterType(fields.get('final-recipient')),
        action,
        status: code,
        words: afterType(fields.get('diagnostic-code')) ?? code ?? action,
      },
    ];
  });
}

/** Names in lower case; continued lines are one. */
function fieldsOf(group: string): Map<string, string> {
  const lines = group.replace(/\n[ \t]+/g, ' ').split('\n');
  const pairs = lines.flatMap((line) => {
    const [, name, value] = /^([!-9;-~]+)[ \t]*:[ \t]*(.*)$/.exec(line) ?? [];
    return name === undefined || value === undefined ? [] : [[name.toLowerCase(), value.trim()] as const];
  });
  return new Map(pairs);
}

/** 'rfc822; a@b' → 'a@b'. */
function afterType(value: string | undefined): string | null {
  // On one line, and nothing in it that the records would not take.
  const words = oneLine(value?.replace(/^[^;]*;/, '') ?? '');
  return words === '' ? null : words;
}
