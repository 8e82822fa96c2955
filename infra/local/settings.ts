/** What a local start was asked for. The script that starts us reads it from the environment, once. */
export interface LocalSettings {
  readonly checkout: string;
  /** The ignored folder that keeps databases, mail and logs between starts. */
  readonly dataFolder: string;
  readonly reset: boolean;
  readonly empty: boolean;
  /** Addresses of parts that run elsewhere; ours then step aside. */
  readonly given: { readonly databaseUrl?: string; readonly temporalAddress?: string; readonly smtpUrl?: string };
  readonly ports: LocalPorts;
  /** In local mode one signs in as anybody; in production there is nobody to load the four cities as. */
  readonly mode: 'local' | 'production';
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Temporal's command line; absent when `given.temporalAddress` is set. */
  readonly temporalProgram?: { readonly program: string; readonly version: string };
}

/** Ports on 127.0.0.1. */
export interface LocalPorts {
  readonly web: number;
  readonly postgres: number;
  readonly temporal: number;
  readonly temporalPage: number;
  readonly smtp: number;
  readonly inboxPage: number;
  /** Where mail servers report what could not be delivered. */
  readonly bounces: number;
}
