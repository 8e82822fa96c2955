import { problem, type Problem } from '@citypath/contracts';
import { PartAway } from '../part-away';

/** What is needed of a schema here. */
interface Schema<Read> {
  parse(value: unknown): Read;
}

/** What the api did not refuse. */
interface Answered {
  status: number;
  body: unknown;
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
    return schema.parse((await this.send('GET', `/api/v1${path}`)).body);
  }

  /**
   * Sends a request that may change something. Throws as `read` does.
   * @param href from the root, as the api gives the addresses of acts
   */
  async post(href: string, body: unknown, headers: Record<string, string> = {}): Promise<Answered> {
    const ours = { 'Content-Type': 'application/json', Origin: new URL(this.publicUrl).origin };
    return this.send('POST', href, { body: JSON.stringify(body), headers: { ...ours, ...headers } });
  }

  private async send(method: string, href: string, more: { body?: string; headers?: object } = {}): Promise<Answered> {
    const headers = { Cookie: `citypath_session=${this.token}`, 'Accept-Language': 'en', ...more.headers };
    let response: Response;
    try {
      const signal = AbortSignal.timeout(ANSWERS_WITHIN_MS);
      response = await fetch(`${this.publicUrl}${href}`, { method, ...more, headers, signal });
    } catch (error) {
      throw new PartAway(`The api at ${this.publicUrl}`, error);
    }
    const body: unknown = await response.json().catch(() => null);
    if (response.ok) return { status: response.status, body };
    const refused = problem.safeParse(body);
    if (!refused.success)
      throw new PartAway(`The api at ${this.publicUrl}`, new Error(`it answers ${response.status}`));
    throw new Error(inWords(refused.data));
  }
}

/** A refusal, and under it the fields that it is about; of a single one that says the same only the place. */
function inWords({ detail, errors = [] }: Problem): string {
  const [only] = errors;
  if (only && errors.length === 1 && only.detail === detail) return `${detail} (${only.pointer})`;
  return [detail, ...errors.map((one) => `  ${one.pointer}: ${one.detail}`)].join('\n');
}
