/** Each waits up to five seconds at the api. */
const MOST_REPETITIONS = 12;

/** The api as the loader knows it: signs in as somebody, and sends each request with a key of its own. */
export class ApiDoor {
  private cookie = '';

  constructor(private readonly apiUrl: string) {}

  /** Signs in through the local door. */
  async signInAs(person: string): Promise<void> {
    this.cookie = '';
    const response = await this.send('POST', '/session', { person });
    this.cookie = response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ');
  }

  async get<Answer>(path: string): Promise<Answer> {
    return (await (await this.send('GET', path)).json()) as Answer;
  }

  /** @param key the same key and body again are nothing new */
  async write<Answer>(method: 'POST' | 'PUT', path: string, body: object, key: string): Promise<Answer> {
    let response = await this.send(method, path, body, key);
    // Taken but not recorded yet: the same request again is nothing new, and waits for its record.
    for (let again = 0; response.status === 202 && again < MOST_REPETITIONS; again += 1) {
      response = await this.send(method, path, body, key);
    }
    if (response.status === 202) throw new Error(`${method} ${path} is still not recorded: is the worker running?`);
    return (await response.json()) as Answer;
  }

  private async send(method: string, path: string, body?: object, key?: string): Promise<Response> {
    const response = await fetch(`${this.apiUrl}/api/v1${path}`, {
      method,
      headers: {
        'Content-Type': 'application/json',
        Origin: this.apiUrl,
        ...(this.cookie === '' ? {} : { Cookie: this.cookie }),
        ...(key === undefined ? {} : { 'Idempotency-Key': key }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path} was answered ${response.status}: ${await response.text()}`);
    return response;
  }
}
