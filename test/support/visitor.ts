import {
  signedInResponse,
  signInLinkResponse,
  type SignedInResponse,
  type SignInLinkResponse,
} from '@citypath/contracts';
import type { Message } from '@citypath/local';
import { asProblem, Caller, type Answer } from './caller';

const AGENT = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

/** A browser of somebody who is about to sign in: it keeps its cookies, and knows nothing else. */
export class Visitor {
  readonly cookies = new Map<string, string>();

  constructor(
    private readonly apiUrl: string,
    private readonly headers: Record<string, string> = {},
  ) {}

  /** Types an address into the page. */
  ask(address: string, to?: string): Promise<Answer> {
    return this.send('POST', '/sign-in', { address, ...(to === undefined ? {} : { to }) });
  }

  /** Opens the page of a link: what it is told. */
  async look(token: string): Promise<SignInLinkResponse> {
    return signInLinkResponse.parse((await this.send('GET', `/sign-in/link/${token}`)).body);
  }

  /** Presses the button of that page. */
  useLink(token: string): Promise<Answer> {
    return this.send('POST', '/sign-in/link', { token });
  }

  useCode(code: string): Promise<Answer> {
    return this.send('POST', '/sign-in/code', { code });
  }

  /** The code of the problem that an answer has to be. */
  async refused(answer: Promise<Answer>): Promise<string> {
    return asProblem(await answer).code;
  }

  /** The one whom an answer has to have signed in. */
  async signedIn(answer: Promise<Answer>): Promise<SignedInResponse> {
    const { status, body } = await answer;
    if (status !== 200) throw new Error(`Nobody was signed in: ${status} ${JSON.stringify(body)}`);
    return signedInResponse.parse(body);
  }

  /** Everything else that a page of a signed-in person asks. */
  get caller(): Caller {
    return new Caller(this.apiUrl, this.cookieHeader(), null);
  }

  async send(method: string, path: string, body?: object): Promise<Answer> {
    const response = await fetch(path.startsWith('http') ? path : `${this.apiUrl}/api/v1${path}`, {
      method,
      redirect: 'manual',
      headers: {
        'User-Agent': AGENT,
        ...(method === 'GET' || method === 'HEAD' ? {} : { Origin: this.apiUrl }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(this.cookies.size > 0 ? { Cookie: this.cookieHeader() } : {}),
        ...this.headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) this.keep(line);
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      body: isJson && text !== '' ? JSON.parse(text) : text,
    };
  }

  private keep(line: string): void {
    const [pair = ''] = line.split(';');
    const [name = '', value = ''] = pair.split('=');
    if (/expires=Thu, 01 Jan 1970/i.test(line)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }

  private cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}

/** What a letter that signs in says. */
export function secretsOf({ text }: Message): { token: string; code: string } {
  const token = /\/sign-in\/([A-Za-z0-9_-]{22})\s/.exec(text)?.[1];
  const code = /\b(\d{4}) (\d{4})\b/.exec(text);
  if (!token || !code) throw new Error(`The letter holds no link and code:\n${text}`);
  return { token, code: `${code[1] ?? ''}${code[2] ?? ''}` };
}
