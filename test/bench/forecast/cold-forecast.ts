import { forecast } from '@citypath/journey';
import type { ForecastTask } from './forecast-task';

/** The first forecast of a process's life: nothing compiled, nothing kept. Answers with its milliseconds. */
process.once('message', (message) => {
  const { context, state, now, untilOn } = message as ForecastTask;
  const startedMs = performance.now();
  forecast(context, state, now, untilOn);
  process.send?.(performance.now() - startedMs, () => process.disconnect());
});
