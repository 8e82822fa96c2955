import { Option, type Command } from 'commander';
import { asSomebody } from '../api/as-somebody';
import { asking, type Asking } from '../api/asking';
import { parsedJson } from '../api/parsed-json';
import type { Tell } from '../tell';
import { giveAct, tryAct } from './give-act';
import { dryRunInWords, givenInWords } from './in-words';

interface Wishes extends Asking {
  body: unknown;
  dryRun?: boolean;
  seen?: string;
  key?: string;
}

/** `citypath act`: what a page offers to the person as whom one asks, tried dry or done. */
export function addAct(citypath: Command, tell: Tell): void {
  const command = citypath
    .command('act <journey> <act> [step-or-seat]')
    .description('do what the page of a city offers, for example: act 100rc-cn.yiwu agree-date asw_report --dry-run')
    .option('--body <json>', 'the request of the act, as the api describes it', parsedJson, {})
    .option('--dry-run', 'change nothing: say what the act would do')
    .option('--seen <seen>', 'of a dry run: refuse the act where it would do anything else by now')
    .addOption(new Option('--key <key>', 'the same act with the same key is done once').conflicts('dryRun'));
  asking(command).action(async (journey: string, act: string, of: string | undefined, wishes: Wishes) => {
    const { as = null, language, body, dryRun = false, seen = null, key = null } = wishes;
    const wish = { journey, act, of: of ?? null, body };
    if (dryRun) {
      const tried = await asSomebody(as, (api) => tryAct(api, wish));
      tell(tried, dryRunInWords(tried, language));
      return;
    }
    const given = await asSomebody(as, (api) => giveAct(api, wish, { seen, key }));
    tell(given, givenInWords(given, language));
    // To be asked again, as when a part is away.
    if (given.head === null) process.exitCode = 3;
  });
}
