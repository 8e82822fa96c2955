import { problem } from '@citypath/contracts';
import { PartAway } from '../part-away';

/** What is needed of a schema here. */
interface Schema<Read> {
  parse(value: unknown): Read;
}

const ANSWERS_WITHIN_MS = 30_000;

/** The api, as somebody who is signed in. */
export class ApiDoor {
  constructor(
    private readonly publicUrl: string,
    private readonly token: string,
  ) {}

  /**
   * Reads something, held against the schema that the contract gives for it.
   * @param path what comes after /api/v1
   * @throws PartAway when nobody answers
   * @throws Error in the api's own words when it refuses
   */
  async read<Read>(schema: Schema<Read>, path: string): Promise<Read> {
    const headers = { Cookie: `citypath_session=${this.token}`, 'Accept-Language': 'en' };
    let response: Response;
    try {
      const signal = AbortSignal.timeout(ANSWERS_WITHIN_MS);
      response = await fetch(`${this.publicUrl}/api/v1${path}`, { headers, signal });
    } catch (error) {
      throw new PartAway(`The api at ${this.publicUrl}`, error);
    }
    const body: unknown = await response.json().catch(() => null);
    if (response.ok) return schema.parse(body);
    const refused = problem.safeParse(body);
    if (refused.success) throw new Error(refused.data.detail);
    throw new PartAway(`The api at ${this.publicUrl}`, new Error(`something answers ${response.status}`));
  }
}
