import { addDays, dayAt, type Day, type Instant } from '@citypath/calendar';
import { cancellations, emptyState, fold, lettersDue, type Fact, openNeeds } from '@citypath/journey';
import { resilientCitiesChina } from '@citypath/programmes';
import { Calendars, Cities, Definitions, Journal, People, type DataSource } from '@citypath/store';
import { china } from '../../support/china';
import { JourneyInHand } from '../../support/journey-in-hand';

const CITY = 'testville';
const OFFICER = 'p-cro';
/** Joined so many months ago, so that the cities stand at different places. */
const MONTHS_ON_THEIR_WAY = [0, 1, 2, 4, 6, 9, 12, 15];
const DAYS_PER_MONTH = 30;

/** Cities that come into the records as a run would have recorded them; no run stands behind them. */
export class ManyCities {
  private count = 0;
  private readonly journal: Journal;

  private constructor(
    private readonly dataSource: DataSource,
    private readonly calendarHash: string,
    private readonly lives: { facts: string; nextMomentAt: Instant | null }[],
  ) {
    this.journal = new Journal(dataSource);
  }

  static async prepared(dataSource: DataSource, now: Instant): Promise<ManyCities> {
    const definitionHash = await new Definitions(dataSource).put(resilientCitiesChina);
    const calendarHash = await new Calendars(dataSource).put(china);
    const yesterday = addDays(dayAt(china, now), -1);
    const lives = MONTHS_ON_THEIR_WAY.map((months) => {
      const city = lifeOf(addDays(yesterday, -months * DAYS_PER_MONTH), yesterday, { definitionHash, calendarHash });
      return { facts: JSON.stringify(city.facts), nextMomentAt: city.next() };
    });
    return new ManyCities(dataSource, calendarHash, lives);
  }

  /** Adds cities, each with an officer of its own, until there are so many. */
  async fillUpTo(count: number): Promise<void> {
    while (this.count < count) {
      this.count += 1;
      await this.add(`city-${String(this.count).padStart(4, '0')}`);
    }
  }

  private async add(key: string): Promise<void> {
    const { calendarHash, dataSource } = this;
    const unknown = { nameZh: null, gbCode: null, topicEn: null, topicZh: null };
    const city = { key, nameEn: `City ${key}`, level: 'prefecture', country: 'CN', calendarHash };
    await new Cities(dataSource).put({ ...city, ...unknown });
    const person = { displayName: null, zhName: null, titleEn: null, titleZh: null, isAdministrator: false };
    const names = { familyName: 'Officer', givenName: key, address: `${key}@cities.example`, language: 'en' as const };
    await new People(dataSource).put({ id: `p-${key}`, ...person, ...names });
    const { facts: template, nextMomentAt } = this.lives[this.count % this.lives.length] ?? {
      facts: '[]',
      nextMomentAt: null,
    };
    const facts = JSON.parse(template.replaceAll(CITY, key).replaceAll(OFFICER, `p-${key}`)) as Fact[];
    const journeyId = `${resilientCitiesChina.key}.${key}`;
    await this.journal.record({
      journeyId,
      generation: 1,
      afterSeq: 0,
      facts,
      nextMomentAt,
      letters: facts.flatMap(lettersDue),
      cancellations: facts.flatMap(cancellations),
      project: (state) => fold(state ?? emptyState(journeyId), facts),
      needs: openNeeds,
    });
  }
}

/** A city with an officer and a workshop behind it, of which nothing is heard. */
function lifeOf(from: Day, to: Day, pins: { definitionHash: string; calendarHash: string }): JourneyInHand {
  const done = ['application', 'selection', 'grant', 'cro', 'asw_prep', 'asw'];
  const city = new JourneyInHand(from, resilientCitiesChina, china);
  return city
    .join({
      ...pins,
      city: CITY,
      takeover: true,
      seats: [{ seat: 'cro', person: OFFICER, fromOn: null }],
      done: done.map((step) => ({ step, happenedOn: null })),
    })
    .on(to);
}
