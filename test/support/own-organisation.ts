import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import { Visitor } from './visitor';

const CLIENT = 'citypath';
const SECRET = 'a secret that only the two know';

/** An organisation with an OpenID provider of its own, real and strict: authorization code with PKCE, nothing else. */
export class OwnOrganisation {
  /** Who sits before the organisation's page. */
  account = 'nobody';
  private server: Server | null = null;

  constructor(private readonly port: number) {}

  get issuer(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** What CityPath is told of it. */
  get settings(): Record<`OIDC_${'ISSUER' | 'CLIENT_ID' | 'CLIENT_SECRET' | 'NAME'}`, string> {
    return { OIDC_ISSUER: this.issuer, OIDC_CLIENT_ID: CLIENT, OIDC_CLIENT_SECRET: SECRET, OIDC_NAME: 'City of Yiwu' };
  }

  /** @param redirectUri the page of CityPath that is registered with it */
  async open(redirectUri: string): Promise<void> {
    const { Provider: ProviderClass } = await import('oidc-provider');
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const key = { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'one' };
    const provider: Provider = new ProviderClass(this.issuer, {
      clients: [
        {
          client_id: CLIENT,
          client_secret: SECRET,
          redirect_uris: [redirectUri],
          token_endpoint_auth_method: 'client_secret_post',
        },
      ],
      jwks: { keys: [key] },
      cookies: { keys: ['one'] },
      features: { devInteractions: { enabled: false } },
      pkce: { required: () => true },
      responseTypes: ['code'],
      findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
      interactions: { url: (_context, { uid }) => `/desk/${uid}` },
      ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
      // Whoever signs in agrees.
      loadExistingGrant: async ({ oidc }) => {
        const grant = new oidc.provider.Grant({ clientId: CLIENT, accountId: oidc.session?.accountId ?? '' });
        grant.addOIDCScope('openid');
        await grant.save();
        return grant;
      },
    });
    const answer = provider.callback();
    this.server = createServer((request, response) => {
      if (request.url?.startsWith('/desk/')) void this.signInAtDesk(provider, request, response);
      else void answer(request, response);
    });
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
  }

  async close(): Promise<void> {
    const { server } = this;
    this.server = null;
    server?.closeAllConnections();
    await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
  }

  /** Signs the account in at the organisation's page. @returns the query with which the browser is sent back */
  async visit(url: string, account: string): Promise<string> {
    this.account = account;
    const browser = new Visitor(this.issuer);
    for (let at = url, steps = 0; steps < 10; steps += 1) {
      const { status, headers, body } = await browser.send('GET', at);
      const location = headers.get('location');
      if (location === null) throw new Error(`The organisation answered ${status}: ${JSON.stringify(body)}`);
      const next = new URL(location, at);
      if (next.origin !== this.issuer) return next.search;
      at = next.href;
    }
    throw new Error('The organisation sends the browser round and round.');
  }

  private async signInAtDesk(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
    await provider.interactionFinished(request, response, { login: { accountId: this.account } });
  }
}
