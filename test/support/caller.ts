import { randomUUID } from 'node:crypto';
import { commandResponse, problem, type CommandResponse, type Problem } from '@citypath/contracts';
import { until } from './until';

/** A response that was read to its end. */
export interface Answer {
  status: number;
  headers: Headers;
  body: unknown;
}

export interface Asked {
  body?: unknown;
  /** Idempotency-Key; null: none is sent. A new one unless given. */
  key?: string | null;
  headers?: Record<string, string>;
  /** Sent as it is, instead of `body`. */
  raw?: string | Buffer;
}

/** What of a schema is needed here. */
interface Schema<Read> {
  parse(value: unknown): Read;
}

/** A person with a browser that is signed in to the api, or (without a cookie) somebody who is not. */
export class Caller {
  constructor(
    private readonly apiUrl: string,
    readonly cookie: string | null,
    /** Whose browser this is. */
    readonly person: string | null,
  ) {}

  /** Signs in through the local door. */
  static async signedIn(apiUrl: string, person: string): Promise<Caller> {
    const nobody = new Caller(apiUrl, null, null);
    const answer = await nobody.send('POST', '/session', { body: { person }, key: null });
    const cookie = answer.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    if (answer.status !== 201 || cookie === '') throw unexpected('POST', '/session', answer);
    return new Caller(apiUrl, cookie, person);
  }

  /** Sends a request as our own pages do; `path` is what comes after /api/v1. Throws only when nobody answers. */
  async send(method: string, path: string, { body, key = randomUUID(), headers, raw }: Asked = {}): Promise<Answer> {
    const writes = method !== 'GET';
    const response = await fetch(`${this.apiUrl}/api/v1${path}`, {
      method,
      headers: {
        ...(writes ? { Origin: this.apiUrl, 'Content-Type': 'application/json' } : {}),
        ...(writes && key !== null ? { 'Idempotency-Key': key } : {}),
        ...(this.cookie === null ? {} : { Cookie: this.cookie }),
        ...headers,
      },
      ...(raw !== undefined ? { body: raw } : body !== undefined ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      body: isJson && text !== '' ? JSON.parse(text) : text,
    };
  }

  /** Opens a stream that is read as it comes. */
  async stream(path: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
    const headers = this.cookie === null ? {} : { Cookie: this.cookie };
    const { ok, status, body } = await fetch(`${this.apiUrl}/api/v1${path}`, { headers, signal });
    if (!ok || body === null) throw new Error(`GET ${path} was answered ${status}.`);
    return body;
  }

  /** Reads something, held against the schema that the contract gives for it. */
  async read<Read>(schema: Schema<Read>, path: string): Promise<Read> {
    const answer = await this.send('GET', path);
    if (answer.status !== 200) throw unexpected('GET', path, answer);
    return schema.parse(answer.body);
  }

  /** Adds or replaces something that is no journey's. */
  async put(method: 'POST' | 'PUT', path: string, body: object): Promise<unknown> {
    const answer = await this.send(method, path, { body });
    if (answer.status >= 300) throw unexpected(method, path, answer);
    return answer.body;
  }

  /** Gives a command that has to be taken, and waits until it is recorded. */
  async does(path: string, body: object, key: string = randomUUID()): Promise<CommandResponse> {
    const answer = await until(`${path} is recorded`, async () => {
      const given = await this.send('POST', path, { body, key });
      return given.status === 202 ? null : given;
    });
    if (answer.status !== 200 && answer.status !== 201) throw unexpected('POST', path, answer);
    return commandResponse.parse(answer.body);
  }

  /** The same while parts of the house are away: sends it again, with its key, until it is recorded. */
  async insists(path: string, body: object, key: string): Promise<CommandResponse> {
    const answer = await until(
      `${path} is recorded`,
      async () => {
        const given = await this.send('POST', path, { body, key }).catch(() => null);
        return given === null || given.status === 202 || given.status >= 500 ? null : given;
      },
      60_000,
    );
    if (answer.status !== 200 && answer.status !== 201) throw unexpected('POST', path, answer);
    return commandResponse.parse(answer.body);
  }

  /** Sends what has to be refused, and gives the problem. */
  async problemOf(method: string, path: string, asked: Asked = {}): Promise<Problem> {
    return asProblem(await this.send(method, path, asked), `${method} ${path}`);
  }
}

/** An answer as the problem that it has to be: of the right type, and with the status that it names. */
export function asProblem(answer: Answer, what = 'The request'): Problem {
  const type = answer.headers.get('content-type') ?? '';
  if (!type.startsWith('application/problem+json')) {
    throw new Error(`${what} was answered ${answer.status} ${type}: ${JSON.stringify(answer.body)}`);
  }
  const read = problem.parse(answer.body);
  if (read.status !== answer.status) throw new Error(`${what}: the problem says ${read.status}, not ${answer.status}.`);
  return read;
}

function unexpected(method: string, path: string, { status, body }: Answer): Error {
  return new Error(`${method} ${path} was answered ${status}: ${JSON.stringify(body)}`);
}
