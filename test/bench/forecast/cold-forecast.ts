import { forecast } from '@citypath/journey';
import { timeOf } from '../time-of';
import type { ForecastTask } from './forecast-task';

const CALLS = 5;

/** The first forecasts of a process's life: nothing compiled, nothing kept. Answers with what each took. */
process.once('message', (message) => {
  const { context, state, now, untilOn } = message as ForecastTask;
  const taken = Array.from({ length: CALLS }, () =>
    timeOf((): unknown => forecast({ ...context }, state, now, untilOn)),
  );
  process.send?.(taken, () => process.disconnect());
});
