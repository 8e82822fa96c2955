import { randomUUID } from 'node:crypto';
import { bulkActResponse, bulkDryRunResponse, type BulkActResponse } from '@citypath/contracts';
import { Option, type Command } from 'commander';
import type { ApiDoor } from '../api/api-door';
import { asSomebody } from '../api/as-somebody';
import { asking, type Asking } from '../api/asking';
import { parsedJson } from '../api/parsed-json';
import type { Tell } from '../tell';
import { bulkDryRunInWords, bulkInWords } from './in-words';

interface Wishes extends Asking {
  programme: string;
  journey?: string[];
  filter?: string;
  body: unknown;
  dryRun?: boolean;
  key?: string;
}

/** `citypath bulk`: one act upon many cities, tried dry or begun; `bulk-status`, `bulk-stop` and `bulk-resume` follow one. */
export function addBulk(citypath: Command, tell: Tell): void {
  const command = citypath
    .command('bulk <act> [step]')
    .description('do one act to many cities, for example: bulk skip asw_report --programme 100rc-cn --filter late')
    .requiredOption('--programme <key>', 'whose cities they are')
    .addOption(new Option('--journey <ids...>', 'these').conflicts('filter'))
    .option('--filter <filter>', 'those that a filter of the board leaves now: all, late, at-risk, on-hold …')
    .option('--body <json>', 'the request of the act, as the api describes it', parsedJson, {})
    .option('--dry-run', 'change nothing: say what the act would do to each')
    .addOption(new Option('--key <key>', 'the same key is the same bulk act').conflicts('dryRun'));
  asking(command).action(async (act: string, step: string | undefined, wishes: Wishes) => {
    const { programme, journey, filter, body } = wishes;
    const whom = journey === undefined ? { filter } : { journeys: journey.map((id) => ({ id })) };
    const request = { programme, act, step, body, ...whom };
    if (wishes.dryRun === true) {
      const looked = await asSomebody(wishes.as ?? null, async (api) =>
        bulkDryRunResponse.parse((await api.post('/api/v1/bulk-acts/dry-run', request)).body),
      );
      tell(looked, bulkDryRunInWords(looked, wishes.language));
      return;
    }
    const headers = { 'Idempotency-Key': wishes.key ?? randomUUID() };
    const started = await asSomebody(wishes.as ?? null, async (api) =>
      bulkActResponse.parse((await api.post('/api/v1/bulk-acts', request, headers)).body),
    );
    tell(started, bulkInWords(started, wishes.language));
  });
  const upon = (name: string, description: string, of: (api: ApiDoor, path: string) => Promise<BulkActResponse>) =>
    asking(citypath.command(`${name} <id>`).description(description)).action(
      async (id: string, { as = null, language }: Asking) => {
        const path = `/bulk-acts/${encodeURIComponent(id)}`;
        const bulk = await asSomebody(as, (api) => of(api, path));
        tell(bulk, bulkInWords(bulk, language));
      },
    );
  const posted = async (api: ApiDoor, path: string) =>
    bulkActResponse.parse((await api.post(`/api/v1${path}`, {})).body);
  upon('bulk-status', 'how far an act upon many cities is', (api, path) => api.read(bulkActResponse, path));
  upon('bulk-stop', 'give no more of its commands: the cities that have it keep it', (api, path) =>
    posted(api, `${path}/stop`),
  );
  upon('bulk-resume', 'go on with the cities that are left', (api, path) => posted(api, `${path}/resume`));
}
