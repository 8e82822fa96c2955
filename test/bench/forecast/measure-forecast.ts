import { fork } from 'node:child_process';
import { once } from 'node:events';
import { forecast, why } from '@citypath/journey';
import { atMost, median, percentile, plain, rounded, type Figure, type Measured } from '../figure';
import { measurement } from '../measurement';
import { citiesOnTheirWay, newcomerTask, silentTask } from './cities-on-their-way';
import type { ForecastTask } from './forecast-task';

const WARM_UP = 50;
const CALLS = 300;
const COLD_PROCESSES = 5;
const CITIES = 1000;
const TARGET_MS = 20;

/** Forecasts of eighteen months, and what a board of a thousand cities asks. */
async function measureForecast(): Promise<Measured> {
  const silent = silentTask();
  const { letters } = forecast(silent.context, silent.state, silent.now, silent.untilOn);
  const coldMs: number[] = [];
  for (let turn = 0; turn < COLD_PROCESSES; turn += 1) coldMs.push(await coldForecast(silent));
  return {
    figures: [
      ...forecastFigures(`Forecast of 18 months, ${letters.length} letters`, silent),
      atMost('  first call of a new process, median of 5', median(coldMs), TARGET_MS, 'ms'),
      ...forecastFigures('Forecast of 18 months of a newcomer', newcomerTask()),
      ...whyFigures(),
    ],
    notes: [
      `${CALLS} calls after ${WARM_UP} to warm up; each with a context of its own, so that no schedule is kept from the call before.`,
      'The board: 1,000 cities at different moments of their way, of one pinned context, as the api keeps it.',
    ],
  };
}

function forecastFigures(what: string, { context, state, now, untilOn }: ForecastTask): Figure[] {
  const ms = timed((): unknown => forecast({ ...context }, state, now, untilOn));
  return [
    atMost(`${what}: median`, median(ms), TARGET_MS, 'ms'),
    atMost('  95th percentile', percentile(ms, 95), TARGET_MS, 'ms'),
  ];
}

function whyFigures(): Figure[] {
  const { context } = silentTask();
  const cities = citiesOnTheirWay(CITIES);
  const board = (): void => {
    for (const { state, now } of cities) why(context, state, now);
  };
  const firstStartedMs = performance.now();
  board();
  const firstMs = performance.now() - firstStartedMs;
  const boards = timed(board, 5, 20);
  return [
    plain('Why, one city: median', `${rounded((median(boards) / CITIES) * 1000)} µs`),
    plain('Why, board of 1,000 cities: median', `${rounded(median(boards))} ms`),
    plain('  the first board', `${rounded(firstMs)} ms`),
  ];
}

function timed(call: () => unknown, warmUp = WARM_UP, calls = CALLS): number[] {
  for (let turn = 0; turn < warmUp; turn += 1) call();
  return Array.from({ length: calls }, () => {
    const startedMs = performance.now();
    call();
    return performance.now() - startedMs;
  });
}

async function coldForecast(task: ForecastTask): Promise<number> {
  const child = fork(require.resolve('./cold-forecast'), { execArgv: [] });
  child.send(task);
  const [ms] = (await once(child, 'message')) as [number];
  return ms;
}

measurement(measureForecast);
