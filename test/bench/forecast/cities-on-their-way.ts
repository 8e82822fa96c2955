import { addDays, addMonths, type Day, type Instant } from '@citypath/calendar';
import { emptyState, fold, type JourneyState } from '@citypath/journey';
import { JourneyInHand } from '../../support/journey-in-hand';
import { silentMonthsCalendar } from '../../support/silent-months-calendar';
import { silentCity, silenceEndsAt, submittedAt, takenOverAt } from '../../support/silent-months-story';
import { resilientCitiesChina } from '@citypath/programmes';
import type { ForecastTask } from './forecast-task';

/** Silent City an hour after it was taken over: nobody will act, so that each of its deadlines runs through all letters. */
export function silentTask(): ForecastTask {
  const city = new JourneyInHand('2031-01-06', resilientCitiesChina, silentMonthsCalendar);
  city.until(takenOverAt).join(silentCity).until(submittedAt).submit('p1_assets');
  return { context: city.context, state: city.state, now: submittedAt, untilOn: silenceEndsAt.slice(0, 10) as Day };
}

/** A city that has just applied: as little is open as ever. */
export function newcomerTask(): ForecastTask {
  const city = new JourneyInHand('2031-01-06', resilientCitiesChina, silentMonthsCalendar);
  const seats = [{ seat: 'focal_point', person: 'p-focal', fromOn: null }];
  city.join({ joinedOn: '2031-01-06', seats });
  return { context: city.context, state: city.state, now: city.now, untilOn: addMonths('2031-01-06', 18) };
}

/** A day in the life of a city: its state, and the moment at which it is asked about. */
export interface CityToday {
  state: JourneyState;
  now: Instant;
}

/** So many cities in all stages: each as Silent City was after some of its facts, none sharing an object with another. */
export function citiesOnTheirWay(count: number): CityToday[] {
  const city = new JourneyInHand('2031-01-06', resilientCitiesChina, silentMonthsCalendar);
  city.until(takenOverAt).join(silentCity).until(submittedAt).submit('p1_assets');
  for (let day = addDays('2031-01-06', 1); day < '2032-07-01'; day = addDays(day, 1)) city.on(day);
  const born = city.facts.findIndex(({ kind }) => kind === 'welcomed') + 1;
  return Array.from({ length: count }, (_, index) => {
    const facts = city.facts.slice(0, born + (index % (city.facts.length - born)));
    const state = fold(emptyState(city.state.journeyId), structuredClone(facts));
    return { state, now: facts.at(-1)?.recordedAt ?? takenOverAt };
  });
}
