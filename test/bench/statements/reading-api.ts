import { readFileSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '@citypath/local';
import { Caller } from '../../support/caller';
import { checkout } from '../../support/checkout';
import type { House } from '../../support/house';
import { OwnProcess } from '../../support/own-process';
import { TemporalTrap } from './temporal-trap';

/** Asks Temporal on purpose: whether the house is ready, what became of a command that is not recorded yet, and what is wrong. */
const ASKS_TEMPORAL = ['/health/ready', '/api/v1/commands/{id}', '/api/v1/stuck/machinery'];
/** Is of the letter that somebody asked for to sign in with. */
const NEEDS_A_LETTER = '/api/v1/sign-in/link/{token}';
/** Live changes never end; they come from PostgreSQL's notifications. */
const NEVER_ENDS = '/api/v1/events';

/** What the routes want to know: values for their path's parameters and for the query. */
export interface ReadingPlan {
  values: Record<string, Record<string, string>>;
  queries: Record<string, string>;
}

/** An api that can reach its records, but no Temporal. */
export class ReadingApi {
  private constructor(
    private readonly process: OwnProcess,
    private readonly trap: TemporalTrap,
    readonly url: string,
  ) {}

  /** @param house whose records and papers it reads */
  static async start({
    DATABASE_URL,
    PAPERS_FOLDER,
    UPLOADS_FOLDER,
  }: Pick<House['environment'], 'DATABASE_URL' | 'PAPERS_FOLDER' | 'UPLOADS_FOLDER'>): Promise<ReadingApi> {
    const [trap, port] = [await TemporalTrap.set(), await freePort()];
    const url = `http://127.0.0.1:${port}`;
    const process = new OwnProcess('api', {
      DATABASE_URL,
      PAPERS_FOLDER,
      UPLOADS_FOLDER,
      TEMPORAL_ADDRESS: trap.address,
      PUBLIC_URL: url,
      PORT: String(port),
      CITYPATH_MODE: 'local',
      LOG_LEVEL: 'warn',
    });
    await process.start();
    return new ReadingApi(process, trap, url);
  }

  get visitsToTemporal(): number {
    return this.trap.visits;
  }

  async stop(): Promise<void> {
    await this.process.stop();
    await this.trap.close();
  }

  /** Asks what does ask Temporal. */
  async askWhetherReady(): Promise<void> {
    await fetch(`${this.url}/health/ready`);
  }

  /** Reads every route of the published description. @returns the routes read; throws when one does not answer 200 */
  async readAll(person: string, { values, queries }: ReadingPlan): Promise<string[]> {
    const caller = await Caller.signedIn(this.url, person);
    const routes = readRoutes();
    for (const route of routes) {
      const path = route.replace(/\{(\w+)\}/g, (_, name: string) => values[route]?.[name] ?? '');
      const query = queries[route] ?? '';
      const { status } = await caller.send('GET', `${path.replace('/api/v1', '')}${query}`);
      if (status !== 200) throw new Error(`${path}${query} was answered ${status}.`);
    }
    return routes;
  }
}

function readRoutes(): string[] {
  const file = path.join(checkout, 'apps/api/openapi.json');
  const { paths } = JSON.parse(readFileSync(file, 'utf8')) as { paths: Record<string, object> };
  return Object.entries(paths)
    .filter(([route, methods]) => 'get' in methods && route.startsWith('/api/v1/'))
    .map(([route]) => route)
    .filter((route) => !ASKS_TEMPORAL.includes(route) && route !== NEVER_ENDS && route !== NEEDS_A_LETTER);
}
