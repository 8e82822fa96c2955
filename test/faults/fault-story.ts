import { LEASE_MS } from '@citypath/courier';
import type { LedgerEntry } from '@citypath/store';
import { House, orStop, type HouseWishes } from '../support/house';
import { until } from '../support/until';
import { report, takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';
import { holdNextLetter, type Fate } from './held-letter';
import { expectNothingLost } from './nothing-lost';
import { RecordGate, type Moment } from './record-gate';

/** Something that dies by kill -9, and comes back. */
export interface Victim {
  kill(): Promise<void>;
  startAgain(): Promise<void>;
}

/**
 * Yiwu's report goes back and forth between officer and manager. In each round a letter is in the hands of the mail
 * server and a command in the middle of its record, and then somebody is killed.
 */
export class FaultStory {
  private rounds = 0;

  private constructor(
    readonly house: House,
    readonly yiwu: Yiwu,
    private readonly gate: RecordGate,
  ) {}

  static async open(wishes: HouseWishes = {}): Promise<FaultStory> {
    const house = await House.start({ ...wishes, withCourier: true, lettersAtOnce: true });
    return orStop(house, async () => {
      const yiwu = await takeOverYiwu(house);
      const story = new FaultStory(house, yiwu, await RecordGate.build(house.database.url));
      await story.untilPosted();
      return story;
    });
  }

  async close(): Promise<void> {
    await this.gate.remove();
    await this.house.stop();
  }

  /** One of the house's own processes. */
  process(name: 'api' | 'worker' | 'courier'): Victim {
    const process = this.house.processes[name];
    return { kill: () => process.kill(), startAgain: () => process.start() };
  }

  /** Kills in the middle of things, starts again, and sees the report's way through. */
  async round(victim: Victim): Promise<void> {
    const { moment, fate } = this.nextVariation();
    const { house, yiwu, gate } = this;
    const [officer, manager] = [await house.as(yiwu.people.cro), await house.as(yiwu.people.manager)];
    const path = `${yiwu.path}/steps/asw_report`;
    const letter = holdNextLetter(house.inbox);
    // The round before may have left a part that is still coming back.
    await officer.insists(`${path}/submission`, report(), `submit-${this.rounds}`);
    await letter.arrived;

    await gate.close(moment, yiwu.journeyId);
    const returned = { body: { comment: `Round ${this.rounds}: the list is missing.` }, key: `return-${this.rounds}` };
    const firstAttempt = manager.send('POST', `${path}/return`, returned).catch(() => null);
    await gate.untilHeld();
    await victim.kill();
    await gate.open();
    letter.letGo(fate);
    await victim.startAgain();

    const { head } = await manager.insists(`${path}/return`, returned.body, returned.key);
    await firstAttempt;
    await this.untilPosted(({ seq }) => seq === head);
  }

  /** After the last round: nothing was lost, nothing was done twice. */
  async expectNothingLost(): Promise<void> {
    const { house, yiwu } = this;
    await house.processes.courier.stop();
    // What a dead courier held is let go once its lease is over.
    await house.deliver(new Date(Date.now() + LEASE_MS + 60_000));
    await expectNothingLost(house, yiwu.journeyId);
    const done = (await house.factsOf(yiwu.journeyId)).map(({ kind }) => kind);
    for (const kind of ['step-submitted', 'step-returned'] as const)
      expect(done.filter((candidate) => candidate === kind)).toHaveLength(this.rounds);
  }

  private nextVariation(): { moment: Moment; fate: Fate } {
    const variation = variations[this.rounds % variations.length]!;
    this.rounds += 1;
    return variation;
  }

  /** Letters that a dead courier holds stay as they are. */
  private async untilPosted(which: (letter: LedgerEntry) => boolean = () => true): Promise<void> {
    await until(
      'letters are posted',
      async () => {
        const letters = (await this.house.ledger()).filter(which);
        return letters.length > 0 && letters.every(({ status }) => status === 'accepted');
      },
      LEASE_MS * 2,
    );
  }
}

/** All ways in which the two may be caught take turns. */
const variations: { moment: Moment; fate: Fate }[] = [
  { moment: 'at its commit', fate: 'kept' },
  { moment: 'before it wrote anything', fate: 'thrown away' },
  { moment: 'at its commit', fate: 'thrown away' },
  { moment: 'before it wrote anything', fate: 'kept' },
];

/** 1, 2, … up to the number of rounds asked for: two, or twenty in `npm run faults`. */
export const rounds = Array.from(
  { length: Number(process.env['CITYPATH_FAULT_ROUNDS'] ?? 2) },
  (_, index) => index + 1,
);
