import { randomUUID } from 'node:crypto';
import { bulkActResponse, bulkDryRunResponse, historyResponse } from '@citypath/contracts';
import { Option, type Command } from 'commander';
import type { ApiDoor } from '../api/api-door';
import { asSomebody } from '../api/as-somebody';
import { asking, type Asking } from '../api/asking';
import { bulkDryRunInWords, bulkInWords } from '../bulk/in-words';
import { sendAct, tryRequest } from '../give/give-act';
import { dryRunInWords, givenInWords } from '../give/in-words';
import type { Tell } from '../tell';
import { undoableInWords, type UndoableAct } from './in-words';

interface Wishes extends Asking {
  reason?: string;
  dryRun?: boolean;
  seen?: string;
  key?: string;
}

/** `citypath undo` takes an act of the last 24 hours back, or says which can be; `bulk-undo` one upon many cities. */
export function addUndo(citypath: Command, tell: Tell): void {
  const wishing = (command: Command): Command =>
    asking(command)
      .option('--reason <words>', 'why it is taken back; stays in the history')
      .option('--dry-run', 'change nothing: say what it would do')
      .addOption(new Option('--key <key>', 'the same with the same key is done once').conflicts('dryRun'));
  const reasonOf = ({ reason }: Wishes): string =>
    reason ?? citypath.error('Say why, with --reason.', { code: 'citypath.reason' });

  wishing(citypath.command('undo <journey> [command]'))
    .description('take an act of the last 24 hours back; without a command, say which can be taken back')
    .option('--seen <seen>', 'of a dry run: refuse it where it would do anything else by now')
    .action(async (journey: string, command: string | undefined, wishes: Wishes) => {
      const { as = null, language, dryRun = false, seen = null, key = null } = wishes;
      if (command === undefined) {
        const undoable = await asSomebody(as, (api) => undoableOf(api, journey));
        tell({ undoable }, undoableInWords(undoable, language));
        return;
      }
      const href = `/api/v1/journeys/${encodeURIComponent(journey)}/acts/${encodeURIComponent(command)}/undo`;
      const body = { reason: reasonOf(wishes) };
      if (dryRun) {
        const tried = await asSomebody(as, (api) => tryRequest(api, href, body));
        tell(tried, dryRunInWords(tried, language));
        return;
      }
      const given = await asSomebody(as, (api) => sendAct(api, href, body, { seen, key }));
      tell(given, givenInWords(given, language));
      // To be asked again, as when a part is away.
      if (given.head === null) process.exitCode = 3;
    });

  wishing(citypath.command('bulk-undo <id>'))
    .description('take an act upon many cities back, for all that have it, as far as each still can')
    .action(async (id: string, wishes: Wishes) => {
      const { as = null, language, dryRun = false, key = randomUUID() } = wishes;
      const href = `/api/v1/bulk-acts/${encodeURIComponent(id)}/undo`;
      const body = { reason: reasonOf(wishes) };
      if (dryRun) {
        const looked = await asSomebody(as, async (api) =>
          bulkDryRunResponse.parse((await api.post(`${href}/dry-run`, body)).body),
        );
        tell(looked, bulkDryRunInWords(looked, language));
        return;
      }
      const started = await asSomebody(as, async (api) =>
        bulkActResponse.parse((await api.post(href, body, { 'Idempotency-Key': key })).body),
      );
      tell(started, bulkInWords(started, language));
    });
}

const PAGE = 100;

/** Of the newest part of its story: what is older than a day cannot be. */
async function undoableOf(api: ApiDoor, journey: string): Promise<UndoableAct[]> {
  const path = `/journeys/${encodeURIComponent(journey)}/history?limit=${PAGE}`;
  const { entries } = await api.read(historyResponse, path);
  return entries.flatMap(({ undo, sentence, recordedAt }) => {
    const command = undo === null ? undefined : /\/acts\/(?<command>[^/]+)\/undo$/.exec(undo.href)?.groups?.['command'];
    return command === undefined ? [] : [{ command, recordedAt, sentence }];
  });
}
