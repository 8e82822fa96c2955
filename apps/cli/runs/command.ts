import { randomUUID } from 'node:crypto';
import { runAct, runActResponse, runDryRunResponse, type RunAct } from '@citypath/contracts';
import { Argument, Option, type Command } from 'commander';
import { asSomebody } from '../api/as-somebody';
import { asking, type Asking } from '../api/asking';
import type { Tell } from '../tell';
import { runDoneInWords, runLookInWords } from './in-words';

interface Wishes extends Asking {
  reason?: string;
  dryRun?: boolean;
  seen?: string;
  key?: string;
}

/** `citypath run`: what the page “Why stuck” offers to do to the workflow of a city, tried dry or done. */
export function addRun(citypath: Command, tell: Tell): void {
  const command = citypath
    .command('run')
    .description('do something to the workflow of a city through the api, which refuses what mends nothing')
    .addArgument(new Argument('<act>').choices(runAct.options))
    .argument('<journey>')
    .option('--reason <words>', 'why; stands in the audit')
    .option('--dry-run', 'change nothing: say what the act would do')
    .option('--seen <seen>', 'of a dry run: refuse the act where it would do anything else by now')
    .addOption(new Option('--key <key>', 'the same act with the same key is done once').conflicts('dryRun'));
  asking(command).action(async (act: RunAct, journey: string, wishes: Wishes) => {
    const { as = null, language, reason = '', dryRun = false, seen = null, key = randomUUID() } = wishes;
    const href = `/api/v1/journeys/${encodeURIComponent(journey)}/run/${act}`;
    if (dryRun) {
      const { body } = await asSomebody(as, (api) => api.post(`${href}/dry-run`, {}));
      const looked = runDryRunResponse.parse(body);
      tell(looked, runLookInWords(looked, language));
      return;
    }
    const headers = { 'Idempotency-Key': key, ...(seen === null ? {} : { 'If-Match': `"${seen}"` }) };
    const { body } = await asSomebody(as, (api) => api.post(href, { reason }, headers));
    const done = runActResponse.parse(body);
    tell(done, runDoneInWords(done, language));
  });
}
