import { CITY_JOURNEY } from '@citypath/workflows/messages';
import { atMost, median, plain, rounded, type Measured } from '../figure';
import { measurement } from '../measurement';
import { HANDWRITTEN_YEAR } from './handwritten.messages';
import { historyCost, type HistoryCost } from './history-cost';
import { referenceSteps, reviewReminders } from './reference-year';
import { YearHouse, type YearPlayed, type YearWorkflow } from './year-house';
import { yearScript } from './year-script';

const FIRST_YEAR = 2027;
const ABBA: readonly YearWorkflow[] = [CITY_JOURNEY, HANDWRITTEN_YEAR, HANDWRITTEN_YEAR, CITY_JOURNEY];
const ROUNDS = 7;

/** Plays reference years by the real workflow and by the hand-written one, in rounds of A B B A. */
async function measureYear(): Promise<Measured> {
  const rounds = process.argv.includes('short') ? 1 : ROUNDS;
  const house = await YearHouse.open();
  let year = FIRST_YEAR;
  const play = (workflow: YearWorkflow): Promise<YearPlayed> => house.play(workflow, yearScript(year++));
  try {
    const script = yearScript(FIRST_YEAR);
    // The first year of each is not timed: it warms the servers, and its history is the one that is counted.
    const ours = await play(CITY_JOURNEY);
    const handwritten = await play(HANDWRITTEN_YEAR);
    const costs = [await historyCost(ours.journey), await historyCost(handwritten.journey)] as const;
    const ratios: Record<'wallMs' | 'cpuMs', number>[] = [];
    const walls: Record<YearWorkflow, number[]> = { [CITY_JOURNEY]: [], [HANDWRITTEN_YEAR]: [] };
    for (let round = 0; round < rounds; round += 1) {
      const played: Record<YearWorkflow, YearPlayed[]> = { [CITY_JOURNEY]: [], [HANDWRITTEN_YEAR]: [] };
      for (const workflow of ABBA) played[workflow].push(await play(workflow));
      const sum = (workflow: YearWorkflow, of: 'wallMs' | 'cpuMs'): number =>
        played[workflow].reduce((total, year) => total + year[of], 0);
      const ratio = (of: 'wallMs' | 'cpuMs'): number => sum(CITY_JOURNEY, of) / sum(HANDWRITTEN_YEAR, of);
      ratios.push({ wallMs: ratio('wallMs'), cpuMs: ratio('cpuMs') });
      for (const workflow of [CITY_JOURNEY, HANDWRITTEN_YEAR] as const)
        walls[workflow].push(...played[workflow].map(({ wallMs }) => wallMs));
    }
    const wallRatios = ratios.map(({ wallMs }) => wallMs);
    const reminders = `${rounded(script.reminders / script.asked)} reminders a step`;
    return {
      figures: [
        atMost('Reference year: history events, all runs', costs[0].events, 1200),
        atMost('Reference year: events of the longest run', costs[0].longestRun, 500),
        plain('  the city journey', inWords(costs[0], ours.records)),
        plain('  written by hand', inWords(costs[1], handwritten.records)),
        plain('  events and actions, times the hand-written one', twice(costs)),
        plain(
          '  wall time of a year, median',
          `${seconds(walls[CITY_JOURNEY])}; by hand ${seconds(walls[HANDWRITTEN_YEAR])}`,
        ),
        atMost(`Wall time, times the hand-written one: median of ${rounds} ABBA rounds`, median(wallRatios), 1.15),
        plain('  the rounds', wallRatios.map((ratio) => ratio.toFixed(2)).join(' ')),
        plain(
          '  processor time of client, worker and workflow, the same ratio',
          median(ratios.map(({ cpuMs }) => cpuMs)).toFixed(2),
        ),
      ],
      notes: [
        `${Object.keys(referenceSteps).length} steps and ${reviewReminders.length} quarterly reviews, each submitted and accepted; ` +
          `${script.commands.length} commands, ${script.reminders} reminders (${reminders}), in time-skipping time, recorded into PostgreSQL.`,
        'The hand-written workflow is told all dates beforehand, runs no rules and never continues as new.',
        'Actions: the start, timers, activities, updates, signals, continue-as-new, search attribute upserts.',
      ],
    };
  } finally {
    await house.close();
  }
}

function inWords({ runs, events, actions, timers, activities, updates }: HistoryCost, records: number): string {
  return (
    `${events} events in ${runs} run${runs === 1 ? '' : 's'}, ${actions} actions ` +
    `(${updates} updates, ${timers} timers, ${activities} activities, ${records} records)`
  );
}

function twice([ours, handwritten]: readonly [HistoryCost, HistoryCost]): string {
  return `${(ours.events / handwritten.events).toFixed(2)} and ${(ours.actions / handwritten.actions).toFixed(2)}`;
}

function seconds(wallMs: readonly number[]): string {
  return `${(median(wallMs) / 1000).toFixed(2)} s`;
}

measurement(measureYear);
