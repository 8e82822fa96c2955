import type { Config } from '@citypath/runtime';
import type * as OpenId from 'openid-client';
import { ProblemError } from '../problems/problem-error';

/** An organisation whose accounts sign in here: an OpenID provider, and what was agreed with it. */
export interface OrganisationSettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** On buttons. */
  name: string;
}

/** What this browser has to bring back with the organisation's answer. */
export interface OrganisationFlow {
  state: string;
  nonce: string;
  verifier: string;
}

/** Whom the organisation knows: stays the same whatever becomes of names and addresses. */
export interface OrganisationIdentity {
  issuer: string;
  subject: string;
}

/** From the configuration, which has all of them or none. */
export function organisationSettings(
  config: Pick<Config, 'oidcIssuer' | 'oidcClientId' | 'oidcClientSecret' | 'oidcName'>,
): OrganisationSettings | null {
  const { oidcIssuer: issuer, oidcClientId: clientId, oidcClientSecret: clientSecret, oidcName: name } = config;
  return issuer && clientId && clientSecret && name ? { issuer, clientId, clientSecret, name } : null;
}

/** Speaks with the organisation's OpenID provider: authorization code with PKCE, state and nonce. */
export class Organisation {
  private discovered: Promise<OpenId.Configuration> | null = null;

  constructor(private readonly settings: OrganisationSettings | null) {}

  /** Null: there is no such door. */
  get name(): string | null {
    return this.settings?.name ?? null;
  }

  /**
   * @param redirectUri where the organisation sends the browser back to
   * @returns where to send the browser, and what it has to keep meanwhile
   * @throws ProblemError organisation-closed, organisation-away
   */
  async begin(redirectUri: string): Promise<{ url: string; flow: OrganisationFlow }> {
    const openid = await loadOpenId();
    const provider = await this.provider();
    const flow = {
      state: openid.randomState(),
      nonce: openid.randomNonce(),
      verifier: openid.randomPKCECodeVerifier(),
    };
    const url = openid.buildAuthorizationUrl(provider, {
      redirect_uri: redirectUri,
      scope: 'openid',
      state: flow.state,
      nonce: flow.nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(flow.verifier),
      code_challenge_method: 'S256',
    });
    return { url: url.href, flow };
  }

  /**
   * @param answered the address that the organisation sent the browser back to, whole
   * @throws ProblemError organisation-closed, organisation-away, organisation-failed (also when the person said no)
   */
  async finish(answered: URL, { state, nonce, verifier }: OrganisationFlow): Promise<OrganisationIdentity> {
    const openid = await loadOpenId();
    const provider = await this.provider();
    try {
      const tokens = await openid.authorizationCodeGrant(provider, answered, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw new ProblemError('organisation-failed');
      return { issuer: claims.iss, subject: claims.sub };
    } catch (error) {
      if (error instanceof ProblemError) throw error;
      throw new ProblemError(isAway(error) ? 'organisation-away' : 'organisation-failed', { cause: error });
    }
  }

  /** Asked for once; again when the provider was away. */
  private async provider(): Promise<OpenId.Configuration> {
    if (!this.settings) throw new ProblemError('organisation-closed');
    this.discovered ??= discover(this.settings);
    try {
      return await this.discovered;
    } catch (error) {
      this.discovered = null;
      throw new ProblemError('organisation-away', { retryAfterSeconds: 30, cause: error });
    }
  }
}

async function discover({ issuer, clientId, clientSecret }: OrganisationSettings): Promise<OpenId.Configuration> {
  const openid = await loadOpenId();
  const url = new URL(issuer);
  // The configuration lets nothing but this machine in local mode do without TLS. (The library marks the way to allow
  // it as deprecated, so that it stands out; here it shall.)
  const withoutTls: (provider: OpenId.Configuration) => void = Reflect.get(openid, 'allowInsecureRequests');
  const execute = url.protocol === 'http:' ? [withoutTls] : [];
  return openid.discovery(url, clientId, clientSecret, undefined, { execute, timeout: 5 });
}

/** Loaded when it is needed: most installations have no such door. */
function loadOpenId(): Promise<typeof OpenId> {
  return import('openid-client');
}

/** The provider could not be reached or has a fault of its own, as against an answer that is not what was asked for. */
function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, status } = error as { code?: unknown; status?: unknown };
  return (
    code === 'OAUTH_TIMEOUT' || (typeof status === 'number' && status >= 500) || /fetch failed/i.test(error.message)
  );
}
