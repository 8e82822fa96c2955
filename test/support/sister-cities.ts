import { cityPageResponse } from '@citypath/contracts';
import type { Fact } from '@citypath/journey';
import type { House } from './house';
import { report, takeOverDeyang, takeOverYiwu, type Yiwu } from './yiwu-on-its-way';

/** What the assessment of Phase I needs. */
const BEFORE_THE_ASSESSMENT = ['p1_stakeholders', 'p1_actions', 'p1_assets'];

/**
 * Yiwu, which things happen to, and Deyang, which nothing happens to: taken over together with the same behind them.
 * Whatever is done in Yiwu once it is mended is done in Deyang too, so that the two stay the same.
 */
export class SisterCities {
  private constructor(
    private readonly house: House,
    readonly yiwu: Yiwu,
    readonly deyang: Yiwu,
    /** Message-IDs of the mail that was taken so far. */
    private readonly taken: () => unknown[],
  ) {}

  /** The house posts each letter at once and alone, or what goes together would not be the same. */
  static async takenOver(
    house: House,
    taken = (): unknown[] => house.inbox.messages().map(({ messageId }) => messageId),
  ): Promise<SisterCities> {
    const yiwu = await takeOverYiwu(house);
    return new SisterCities(house, yiwu, await takeOverDeyang(house, yiwu), taken);
  }

  /** Something is done in Yiwu and then in Deyang. */
  async both(act: (city: Yiwu) => Promise<unknown>): Promise<void> {
    for (const city of [this.yiwu, this.deyang]) await act(city);
  }

  /** The manager agrees another day with both. */
  async agree(dueOn: string): Promise<void> {
    await this.both((city) => this.agreeWith(city, dueOn));
  }

  async agreeWith(city: Yiwu, dueOn: string): Promise<void> {
    const manager = await this.house.as(this.yiwu.people.manager);
    await manager.does(dateOf(city), { dueOn, reason: 'It was agreed.' });
  }

  /** The officers hand their reports in. */
  async handIn(): Promise<void> {
    await this.both(async ({ path, people }) => {
      await (await this.house.as(people.cro)).does(`${path}/steps/asw_report/submission`, report());
    });
  }

  /** Once their letters have gone the two are the same, and each letter has gone once. */
  async expectSame(): Promise<void> {
    await this.house.deliver();
    expect(await this.standOf(this.yiwu)).toEqual(await this.standOf(this.deyang));
    const gone = (await this.house.ledger()).filter(({ status }) => status === 'accepted');
    expect([...this.taken()].sort()).toEqual(gone.map(({ messageId }) => messageId).sort());
  }

  /** Yiwu, which was mended, stands as its sister does, and takes the next act as she does. */
  async goOnAlike(dueOn: string): Promise<void> {
    await this.expectSame();
    await this.agree(dueOn);
    await this.expectSame();
  }

  /** What was handed in is accepted; what else comes before the next step is done, and that opens. */
  async expectSameToTheEnd(): Promise<void> {
    const manager = await this.house.as(this.yiwu.people.manager);
    await this.both(async ({ path }) => {
      await manager.does(`${path}/steps/asw_report/acceptance`, {});
      for (const step of BEFORE_THE_ASSESSMENT)
        await manager.does(`${path}/steps/${step}/completion`, { happenedOn: null, reason: 'It was done before.' });
    });
    await this.expectSame();
    const { steps } = await this.standOf(this.yiwu);
    expect(steps).toContainEqual(expect.objectContaining({ ref: 'asw_report', sign: 'done' }));
    expect(steps).toContainEqual(expect.objectContaining({ ref: 'pra', sign: 'open' }));
  }

  /** A city without its name and without those of its people: its steps with their days, its letters, its facts. */
  private async standOf(city: Yiwu) {
    const page = await (await this.house.asAdministrator()).read(cityPageResponse, city.path);
    const letters = (await this.house.ledger()).filter(({ journeyId }) => journeyId === city.journeyId);
    const facts = await this.house.factsOf(city.journeyId);
    return {
      status: page.status,
      stale: page.stale,
      steps: page.steps.map(({ ref, sign, round, openedOn, dates }) => ({ ref, sign, round, openedOn, dates })),
      letters: letters
        .map(({ kind, step, round, threshold, seat, dueAt, recipient, status }) =>
          [kind, step, round, threshold, seat, roleOf(city, recipient), dueAt.slice(0, 10), status].join(' '),
        )
        .sort(),
      facts: facts.map((fact) => withoutNames(fact, city)),
    };
  }
}

/** Where another day is agreed for what stays open all the while. */
export function dateOf({ path }: Yiwu): string {
  return `${path}/steps/leadership_group/date`;
}

function roleOf({ people }: Yiwu, person: string | null): string | undefined {
  return Object.entries(people).find(([, id]) => id === person)?.[0];
}

/** Words are kept under references of their own. */
const REFERENCE = /\bt-[0-9a-f]{40}\b/g;

function withoutNames(fact: Fact, city: Yiwu): unknown {
  const { recordedAt: _, commandId: __, commandHash: ___, ...body } = fact;
  let said = JSON.stringify('city' in body ? { ...body, city: null } : body).replace(REFERENCE, 't');
  for (const [role, id] of Object.entries(city.people)) said = said.replaceAll(id, role);
  return JSON.parse(said);
}
