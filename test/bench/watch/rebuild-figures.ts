import type { Instant } from '@citypath/calendar';
import { whatFollows, type Fact } from '@citypath/journey';
import { resilientCitiesChina } from '@citypath/programmes';
import { TemporalDoor } from '@citypath/runtime';
import { Calendars, Cities, Definitions, Journal } from '@citypath/store';
import { rebuild, stateOf } from '@citypath/workflows/messages';
import { china } from '../../support/china';
import type { House } from '../../support/house';
import { JourneyInHand } from '../../support/journey-in-hand';
import { atMost, median, plain, rounded, type Figure } from '../figure';

const FACTS = 1_000;
const TIMES = 7;
const MOST_MS = 1_000;
const CITY = 'longville';
const JOURNEY = `${resilientCitiesChina.key}.${CITY}`;

/** How long it takes to rebuild the run of a journey with a thousand facts, and until the new run answers. */
export async function rebuildFigures(house: House): Promise<Figure[]> {
  const head = await recordLongJourney(house);
  const { TEMPORAL_ADDRESS: temporalAddress, TEMPORAL_NAMESPACE: temporalNamespace } = house.environment;
  const door = TemporalDoor.open({ temporalAddress, temporalNamespace });
  const journal = new Journal(house.dataSource);
  const [work, answered]: [number[], number[]] = [[], []];
  try {
    for (let time = 0; time < TIMES; time += 1) {
      const startedMs = performance.now();
      await rebuild(
        JOURNEY,
        new Date().toISOString() as Instant,
        house.environment.TEMPORAL_TASK_QUEUE,
        (rules) => journal.beginAnew(JOURNEY, rules),
        (call) => door.within(call),
      );
      work.push(performance.now() - startedMs);
      await door.within((client) => client.workflow.getHandle(JOURNEY).query(stateOf), 30_000);
      answered.push(performance.now() - startedMs);
    }
  } finally {
    await door.close();
  }
  return [
    atMost(`Rebuild of a journey of ${head} facts: median of ${TIMES}`, median(work), MOST_MS, 'ms'),
    plain('  until the new run answers what it holds: median', `${rounded(median(answered))} ms`),
  ];
}

/** A city about which much was said. */
async function recordLongJourney({ dataSource }: House): Promise<number> {
  const definitionHash = await new Definitions(dataSource).put(resilientCitiesChina);
  const calendarHash = await new Calendars(dataSource).put(china);
  const unknown = { nameZh: null, gbCode: null, topicEn: null, topicZh: null };
  const named = { key: CITY, nameEn: 'Longville', level: 'prefecture', country: 'CN', calendarHash };
  await new Cities(dataSource).put({ ...named, ...unknown });
  const done = ['application', 'selection', 'grant', 'cro', 'asw_prep', 'asw'];
  const city = new JourneyInHand('2026-11-02').join({
    ...{ definitionHash, calendarHash, city: CITY, takeover: true },
    seats: [{ seat: 'cro', person: 'p-cro', fromOn: null }],
    done: done.map((step) => ({ step, happenedOn: null })),
  });
  const mentions = { audience: 'everyone' as const, mentions: [], as: [] };
  while (city.facts.length < FACTS) {
    city.give({ kind: 'comment', step: 'asw_report', comment: `t-${city.facts.length}`, ...mentions });
  }
  const facts: Fact[] = city.facts;
  const outcome = await new Journal(dataSource).record({
    ...{ journeyId: JOURNEY, generation: 1, afterSeq: 0, facts, nextMomentAt: city.next() },
    ...whatFollows(JOURNEY, facts),
  });
  if (outcome.kind !== 'recorded' || outcome.stale)
    throw new Error(`The long journey was not recorded: ${outcome.kind}.`);
  return facts.length;
}
