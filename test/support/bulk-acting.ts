import {
  bulkActJourneysResponse,
  bulkActResponse,
  bulkDryRunResponse,
  type BulkActJourney,
  type BulkActRequest,
  type BulkActResponse,
  type BulkDryRunResponse,
  type BulkUndoRequest,
} from '@citypath/contracts';
import type { Caller } from './caller';
import { until } from './until';

/** What the page does with an act upon many cities, as whoever is signed in. */
export class BulkActing {
  constructor(private readonly caller: Caller) {}

  async looksAt(request: BulkActRequest): Promise<BulkDryRunResponse> {
    return this.looks('/bulk-acts', request);
  }

  async looksAtUndo(id: string, request: BulkUndoRequest): Promise<BulkDryRunResponse> {
    return this.looks(`/bulk-acts/${id}/undo`, request);
  }

  async starts(request: BulkActRequest, key?: string): Promise<BulkActResponse> {
    return this.begins('/bulk-acts', request, key);
  }

  async undoes(id: string, request: BulkUndoRequest, key?: string): Promise<BulkActResponse> {
    return this.begins(`/bulk-acts/${id}/undo`, request, key);
  }

  private async looks(path: string, body: object): Promise<BulkDryRunResponse> {
    const answer = await this.caller.send('POST', `${path}/dry-run`, { body, key: null });
    if (answer.status !== 200) throw new Error(`It was answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return bulkDryRunResponse.parse(answer.body);
  }

  private async begins(path: string, body: object, key?: string): Promise<BulkActResponse> {
    const answer = await this.caller.send('POST', path, { body, ...(key !== undefined && { key }) });
    if (answer.status !== 202) throw new Error(`It was answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    const started = bulkActResponse.parse(answer.body);
    if (answer.headers.get('location') !== `/api/v1/bulk-acts/${started.id}`)
      throw new Error('It says not where to ask.');
    return started;
  }

  async resumes(id: string): Promise<BulkActResponse> {
    return bulkActResponse.parse(await this.caller.put('POST', `/bulk-acts/${id}/resume`, {}));
  }

  /** Waits until it goes on no longer. */
  async ends(id: string): Promise<BulkActResponse> {
    return until(`${id} has ended`, async () => {
      const act = await this.caller.read(bulkActResponse, `/bulk-acts/${id}`);
      return act.endedAt !== null && act;
    });
  }

  async journeys(id: string): Promise<BulkActJourney[]> {
    return (await this.caller.read(bulkActJourneysResponse, `/bulk-acts/${id}/journeys?limit=500`)).journeys;
  }
}
