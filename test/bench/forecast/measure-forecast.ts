import { fork } from 'node:child_process';
import { once } from 'node:events';
import { forecast, why } from '@citypath/journey';
import { atMost, median, percentile, plain, rounded, type Figure, type Measured } from '../figure';
import { measurement } from '../measurement';
import { timeOf, type Taken } from '../time-of';
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
  const cold: Taken[][] = [];
  for (let turn = 0; turn < COLD_PROCESSES; turn += 1) cold.push(await coldForecasts(silent));
  return {
    figures: [
      ...forecastFigures(`Forecast of 18 months, ${letters.length} letters`, silent),
      ...coldFigures(cold),
      ...forecastFigures('Forecast of 18 months of a newcomer', newcomerTask()),
      ...whyFigures(),
    ],
    notes: [
      `${CALLS} calls after ${WARM_UP} to warm up; each with a context of its own, so that no schedule is kept from the call before.`,
      `The board: ${CITIES} cities at different moments of their way, of one pinned context, as the api keeps it.`,
      'What bounds the first call: the rules are interpreted, nothing of them is compiled yet; the next calls show how that passes.',
      'Processor time counts all threads, and does not grow when others use the machine.',
    ],
  };
}

function forecastFigures(what: string, { context, state, now, untilOn }: ForecastTask): Figure[] {
  const taken = repeated((): unknown => forecast({ ...context }, state, now, untilOn));
  const wallMs = taken.map((each) => each.wallMs);
  return [
    atMost(`${what}: median`, median(wallMs), TARGET_MS, 'ms'),
    atMost('  95th percentile', percentile(wallMs, 95), TARGET_MS, 'ms'),
    plain('  processor time, median', `${rounded(medianCpu(taken))} ms`),
  ];
}

/** The first call of new processes, and how it falls with the next ones. */
function coldFigures(processes: readonly Taken[][]): Figure[] {
  const calls = (processes[0] ?? []).map((_, call) =>
    processes.map((taken) => taken[call]).filter((taken) => taken !== undefined),
  );
  const [first = [], ...next] = calls;
  return [
    atMost(`  first call of a new process, median of ${processes.length}`, medianWall(first), TARGET_MS, 'ms'),
    plain('  processor time of that', `${rounded(medianCpu(first))} ms`),
    plain('  the next calls of that process', `${next.map((taken) => rounded(medianWall(taken))).join(', ')} ms`),
  ];
}

function whyFigures(): Figure[] {
  const { context } = silentTask();
  const cities = citiesOnTheirWay(CITIES);
  const board = (): void => {
    for (const { state, now } of cities) why(context, state, now);
  };
  const first = timeOf(board);
  const boards = repeated(board, 5, 20);
  const inWords = ({ wallMs, cpuMs }: Taken): string => `${rounded(wallMs)} ms, processor ${rounded(cpuMs)} ms`;
  return [
    plain('Why, one city: processor time, median', `${rounded((medianCpu(boards) / CITIES) * 1000)} µs`),
    plain(`Why, board of ${CITIES} cities: median`, inWords({ wallMs: medianWall(boards), cpuMs: medianCpu(boards) })),
    plain('  the first board', inWords(first)),
  ];
}

function repeated(call: () => unknown, warmUp = WARM_UP, calls = CALLS): Taken[] {
  for (let turn = 0; turn < warmUp; turn += 1) call();
  return Array.from({ length: calls }, () => timeOf(call));
}

function medianWall(taken: readonly Taken[]): number {
  return median(taken.map(({ wallMs }) => wallMs));
}

function medianCpu(taken: readonly Taken[]): number {
  return median(taken.map(({ cpuMs }) => cpuMs));
}

async function coldForecasts(task: ForecastTask): Promise<Taken[]> {
  const child = fork(require.resolve('./cold-forecast'), { execArgv: [] });
  child.send(task);
  const [taken] = (await once(child, 'message')) as [Taken[]];
  return taken;
}

measurement(measureForecast);
