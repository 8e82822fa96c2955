import type { LetterActResponse, QuarantineResponse, quarantineQuery, SettleLetterRequest } from '@citypath/contracts';
import { Deliveries, Letters, Quarantine, type Instant } from '@citypath/store';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Clock } from '../clock';
import { cursorOf, keyIn } from '../journeys/cursor';
import { ProblemError } from '../problems/problem-error';
import type { Reader } from '../session/reader';

/** What people know of letters after they were posted, and what came back and was not believed. */
@Injectable()
export class LetterDeliveryService {
  constructor(
    private readonly letters: Letters,
    private readonly deliveries: Deliveries,
    private readonly quarantined: Quarantine,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError letter-not-unknown when its outcome is known, not by this very word; not-found */
  async settle(reader: Reader, id: string, outcome: SettleLetterRequest['outcome']): Promise<LetterActResponse> {
    const { person } = reader;
    const change =
      outcome === 'arrived'
        ? await this.deliveries.arrived(id, person, this.clock.now())
        : await this.deliveries.notArrived(id, person, this.clock.now());
    const letter = await this.letters.byId(id);
    if (!letter) throw new ProblemError('not-found');
    const said = outcome === 'arrived' ? 'accepted' : 'refused';
    const isRepeated = letter.settledBy === person && letter.status === said;
    if (change !== 'changed' && !isRepeated) throw new ProblemError('letter-not-unknown');
    return { id, status: letter.status };
  }

  /** Settles it when it is unknown; whatever else is known of it stays. @throws ProblemError not-found: it is not the reader's */
  async seen(reader: Reader, id: string): Promise<LetterActResponse> {
    const letter = await this.letters.byId(id);
    if (letter === null || letter.recipient !== reader.person) throw new ProblemError('not-found');
    const change = await this.deliveries.arrived(id, 'click', this.clock.now());
    return { id, status: change === 'changed' ? 'accepted' : letter.status };
  }

  async quarantine({ after, limit }: z.output<typeof quarantineQuery>): Promise<QuarantineResponse> {
    const key = keyIn<{ receivedAt: string; id: string }>(after, { receivedAt: 'string', id: 'string' });
    const page = await this.quarantined.page({
      limit,
      ...(key && { after: { receivedAt: key.receivedAt as Instant, id: key.id } }),
    });
    const mails = page.items.map(({ id, receivedAt, reason, sender, recipient, sizeBytes }) => ({
      id,
      receivedAt,
      reason,
      sender,
      recipient,
      sizeBytes,
    }));
    return { mails, next: page.next && cursorOf({ ...page.next }) };
  }
}
