import type { ReadyResponse } from '@citypath/contracts';
import { TemporalDoor, type MailTransport } from '@citypath/runtime';
import type { DataSource } from '@citypath/store';
import { Inject, Injectable } from '@nestjs/common';
import { DATABASE, MAIL } from '../tokens';

type PartState = ReadyResponse['parts'][number];

/** A part that has not answered by then is down. */
const WITHIN_MS = 1_500;

/** Looks at each part that the api needs. */
@Injectable()
export class Parts {
  constructor(
    @Inject(DATABASE) private readonly database: DataSource,
    private readonly temporal: TemporalDoor,
    @Inject(MAIL) private readonly mail: MailTransport | null,
  ) {}

  /** All at once. The mail server is looked at only where the api was told of one. */
  async look(): Promise<PartState[]> {
    const { mail } = this;
    return Promise.all([
      this.stateOf('database', () => this.database.query('SELECT 1').then(() => true)),
      this.stateOf('temporal', () => this.temporal.answers(WITHIN_MS)),
      ...(mail ? [this.stateOf('mail', () => mail.verify())] : []),
    ]);
  }

  private async stateOf(part: PartState['part'], look: () => Promise<boolean>): Promise<PartState> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<false>((resolve) => (timer = setTimeout(resolve, WITHIN_MS, false)));
    const up = await Promise.race([look().catch(() => false), late]);
    clearTimeout(timer);
    return { part, up };
  }
}
