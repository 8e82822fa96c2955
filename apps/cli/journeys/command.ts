import type { JourneyStatus } from '@citypath/contracts';
import { Option, type Command } from 'commander';
import { asSomebody } from '../api/as-somebody';
import { asking, type Asking } from '../api/asking';
import type { Tell } from '../tell';
import { listInWords, statusInWords, whyInWords } from './in-words';
import { listJourneys, statusOf, whyOf, type ListWishes } from './journeys';

const STATES: JourneyStatus[] = ['active', 'on-hold', 'completed', 'withdrawn'];

/** `citypath status`, `citypath list` and `citypath why`: what the api says to the person as whom they ask. */
export function addJourneys(citypath: Command, tell: Tell): void {
  asking(citypath.command('status').description('how many cities are late, at risk, on hold, closed')).action(
    async ({ as = null, language }: Asking) => {
      const programmes = await asSomebody(as, statusOf);
      tell({ programmes }, statusInWords(programmes, language));
    },
  );
  asking(citypath.command('list').description('the journeys, with what each waits for'))
    .option('--programme <key>', 'of this programme only')
    .addOption(new Option('--state <state>', 'in this state only').choices(STATES))
    .option('--late', 'only what is late')
    .action(async ({ as = null, language, ...wishes }: Asking & ListWishes) => {
      const journeys = await asSomebody(as, (api) => listJourneys(api, wishes));
      tell({ journeys }, listInWords(journeys, language));
    });
  asking(citypath.command('why <journey>').description('what a journey waits for, in one sentence')).action(
    async (journey: string, { as = null, language }: Asking) => {
      const why = await asSomebody(as, (api) => whyOf(api, journey));
      tell(why, whyInWords(why, language));
    },
  );
}
