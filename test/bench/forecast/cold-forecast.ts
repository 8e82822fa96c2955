import { forecast } from '@citypath/journey';
import { timeOf } from '../time-of';
import type { ForecastTask } from './forecast-task';

/** The first forecast of a process's life: nothing compiled, nothing kept. Answers with what it took. */
process.once('message', (message) => {
  const { context, state, now, untilOn } = message as ForecastTask;
  const taken = timeOf(() => forecast(context, state, now, untilOn));
  process.send?.(taken, () => process.disconnect());
});
