import { join } from 'node:path';
import { Inbox } from './inbox/inbox';
import { InboxWeb } from './inbox/inbox-web';
import { Cluster } from './postgres/cluster';
import { isEmpty } from './postgres/is-empty';
import type { PidNotes } from './processes/pid-notes';
import { runCli, service, type ServiceSettings } from './services';
import type { LocalSettings } from './settings';
import { devServer } from './temporal/dev-server';

/** Who loads the demonstration, and the first to sign in as. An empty house has its own made by the command line. */
const firstAdministrator = [
  'add-administrator',
  ...['--id', 'p-administrator', '--address', 'administrator@citypath.example'],
  ...['--family-name', 'Administrator', '--given-name', 'CityPath'],
];

/** A part that can be stopped. */
interface Part {
  stop(): Promise<void>;
}

/** The parts of the house in the order in which they depend on each other; they stop in the opposite order. */
export class House {
  private readonly running: Part[] = [];
  private readonly logFolder: string;
  private isStopping = false;

  constructor(
    private readonly settings: LocalSettings,
    private readonly address: string,
    private readonly notes: PidNotes,
    private readonly say: (sentence: string) => void,
  ) {
    this.logFolder = join(settings.dataFolder, 'logs');
  }

  /** Starts every part that does not run elsewhere. Gives the address of the database. */
  async start(): Promise<string> {
    const [databaseUrl, temporalAddress, smtpUrl] = await Promise.all([
      this.settings.given.databaseUrl ?? this.startPostgres(),
      this.settings.given.temporalAddress ?? this.startTemporal(),
      this.settings.given.smtpUrl ?? this.startInbox(),
    ]);
    const services: ServiceSettings = {
      checkout: this.settings.checkout,
      logFolder: this.logFolder,
      environment: {
        MAIL_FROM: 'CityPath <letters@citypath.example>',
        PUBLIC_URL: this.address,
        PAPERS_FOLDER: join(this.settings.dataFolder, 'papers'),
        // Of a Temporal elsewhere only its owner knows where the page is.
        ...(this.settings.given.temporalAddress === undefined
          ? { TEMPORAL_UI_URL: `http://127.0.0.1:${this.settings.ports.temporalPage}` }
          : {}),
        UPLOADS_FOLDER: join(this.settings.dataFolder, 'uploads'),
        NODE_ENV: 'production',
        // Node keeps what it compiled: the second start of each part takes half the time.
        NODE_COMPILE_CACHE: join(this.settings.dataFolder, 'compile-cache'),
        ...this.settings.environment,
        CITYPATH_MODE: this.settings.mode,
        DATABASE_URL: databaseUrl,
        TEMPORAL_ADDRESS: temporalAddress,
        SMTP_URL: smtpUrl,
        PORT: String(this.settings.ports.web),
        // Elsewhere it is open only where somebody asks for it, with a secret.
        ...(this.settings.mode === 'local' ? { BOUNCE_PORT: String(this.settings.ports.bounces) } : {}),
      },
    };
    await Promise.all([this.prepareDatabase(databaseUrl, services), runCli(['prepare-temporal'], services)]);
    await this.startServices(services);
    return databaseUrl;
  }

  /** Stops every part in order; one that fails to stop does not keep the others. */
  async stop(): Promise<void> {
    this.isStopping = true;
    for (const part of this.running.splice(0).reverse()) {
      await part.stop().catch((fault: unknown) => this.say(`A part did not stop in order: ${String(fault)}`));
    }
  }

  private async prepareDatabase(databaseUrl: string, services: ServiceSettings): Promise<void> {
    await runCli(['migrate'], services);
    if (this.settings.mode === 'production' || this.settings.empty) return;
    const nobody = await isEmpty(databaseUrl, 'SELECT 1 FROM people WHERE is_administrator LIMIT 1');
    if (nobody) await runCli(firstAdministrator, services);
  }

  private async startPostgres(): Promise<string> {
    const wishes = {
      folder: join(this.settings.dataFolder, 'postgres'),
      port: this.settings.ports.postgres,
      logFile: join(this.logFolder, 'postgres.log'),
    };
    const cluster = await Cluster.prepared(wishes, this.notes, this.say);
    await this.startPart(cluster, () => cluster.start());
    await cluster.ensureDatabase('citypath');
    return cluster.urlOf('citypath');
  }

  private async startTemporal(): Promise<string> {
    const { temporalProgram, dataFolder, ports, environment } = this.settings;
    if (!temporalProgram) throw new Error('Neither an address of Temporal nor its program is known.');
    const wishes = {
      ...temporalProgram,
      folder: join(dataFolder, 'temporal'),
      port: ports.temporal,
      pagePort: ports.temporalPage,
      logFile: join(this.logFolder, 'temporal.log'),
    };
    const server = await devServer(wishes, environment, this.notes, this.say);
    await this.startPart(server, () => server.start());
    return `127.0.0.1:${ports.temporal}`;
  }

  private async startInbox(): Promise<string> {
    const { dataFolder, ports } = this.settings;
    const inbox = new Inbox({ folder: join(dataFolder, 'inbox') });
    const page = new InboxWeb(inbox);
    const stop = async () => {
      await Promise.all([page.close(), inbox.close()]);
    };
    await this.startPart({ stop }, async () => {
      await inbox.listen(ports.smtp);
      await page.listen(ports.inboxPage);
    });
    return `smtp://127.0.0.1:${ports.smtp}`;
  }

  /** The worker first: the api and the courier give it work at once. They stop before it. */
  private async startServices(settings: ServiceSettings): Promise<void> {
    const services = (['worker', 'api', 'courier'] as const).map((name) =>
      service(name, settings, this.notes, this.say),
    );
    await Promise.all(services.map((part) => this.startPart(part, () => part.start())));
  }

  /** A part is stopped with the others from the moment it begins to start. */
  private async startPart(part: Part, start: () => Promise<void>): Promise<void> {
    if (this.isStopping) return;
    this.running.push(part);
    await start();
  }
}
