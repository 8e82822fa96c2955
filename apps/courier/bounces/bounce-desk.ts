import type { Instant } from '@citypath/calendar';
import { Deliveries, Quarantine, type DataSource, type DeliveryChange, type MailToKeep } from '@citypath/store';
import { assertNever } from '../assert-never';
import { patienceBeganAt, tryAgainAt } from '../smtp/pauses';
import { isTooOften } from '../smtp/post-outcome';
import { readDeliveryReport, type DeliveryReport } from './delivery-report';
import type { Posting, ReturnAddresses } from './return-addresses';

/** A mail as it came in for one recipient. `content` is its beginning when it was too large to be kept in memory. */
export interface IncomingMail extends Omit<MailToKeep, 'reason'> {
  tooLarge: boolean;
}

/** What a mail to the address for bounces led to. */
export type DeskOutcome = DeliveryChange | 'quarantined' | 'delayed';

/**
 * Reads what comes to the address for bounces. What is signed by us and is a report changes the ledger, once however
 * often it comes; everything else is kept in quarantine, and changes nothing.
 */
export class BounceDesk {
  private readonly deliveries: Deliveries;
  private readonly quarantine: Quarantine;

  constructor(
    dataSource: DataSource,
    private readonly addresses: ReturnAddresses,
  ) {
    this.deliveries = new Deliveries(dataSource);
    this.quarantine = new Quarantine(dataSource);
  }

  /** Whether an address is one for bounces, genuine or not. */
  takes(address: string): boolean {
    return this.addresses.read(address).kind !== 'not-ours';
  }

  /** @throws when the database is away: then the sender is to keep the mail and come again */
  async receive(mail: IncomingMail, now: Instant): Promise<DeskOutcome> {
    const address = this.addresses.read(mail.recipient);
    if (address.kind !== 'posting') {
      return this.setAside(mail, address.kind === 'forged' ? 'forged' : 'no-letter', now);
    }
    if (mail.tooLarge) return this.setAside(mail, 'too-large', now);
    let reports: DeliveryReport[] | null;
    try {
      reports = await readDeliveryReport(mail.content);
    } catch {
      return this.setAside(mail, 'unreadable', now);
    }
    if (reports === null) return this.setAside(mail, 'no-report', now);
    const changes: DeskOutcome[] = [];
    for (const report of reports) changes.push(await this.believe(address.posting, report, now));
    if (changes.includes('letter-unknown')) return this.setAside(mail, 'letter-unknown', now);
    return changes.includes('changed') ? 'changed' : (changes[0] ?? 'known');
  }

  private async believe(posting: Posting, report: DeliveryReport, now: Instant): Promise<DeskOutcome> {
    const { letterId, attempt } = posting;
    const { action, recipient, words } = report;
    switch (action) {
      case 'failed':
        if (isTooOften(words)) {
          const notBeforeAt = tryAgainAt('letter-deferred', attempt, now);
          return this.deliveries.putBack(posting, words, { notBeforeAt, patienceBeganAt: patienceBeganAt(now) }, now);
        }
        return this.deliveries.bounced(posting, recipient, words, now);
      case 'delivered':
        return this.deliveries.arrived(letterId, 'report', now);
      case 'delayed':
        // Nothing is decided yet; another report follows.
        return 'delayed';
      default:
        return assertNever(action);
    }
  }

  private async setAside(
    { sender, recipient, sizeBytes, content }: IncomingMail,
    reason: MailToKeep['reason'],
    now: Instant,
  ): Promise<'quarantined'> {
    await this.quarantine.keep({ reason, sender, recipient, sizeBytes, content }, now);
    return 'quarantined';
  }
}
