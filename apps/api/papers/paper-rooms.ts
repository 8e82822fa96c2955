import type { PaperStore } from '@citypath/runtime';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '../clock';
import { PAPERS } from '../tokens';
import { StagedFiles } from './staged-files';
import { Uploads } from './uploads';
import { VirusScanner } from './virus-scanner';

/** Where files go: what the api is given from outside. */
export interface PaperGround {
  /** Of this machine, outliving the process. */
  uploadsFolder: string;
  /** host:port of clamd; undefined: nobody scans. */
  clamavAddress: string | undefined;
  openStore: () => Promise<PaperStore>;
}

interface Rooms {
  staged: StagedFiles;
  uploads: Uploads;
  store: PaperStore;
  scanner: VirusScanner | null;
}

const SWEEP_EVERY_MS = 3_600_000;

/** The folder of uploads, the store of papers and the scanner, opened once; and the hourly look for what was left. */
@Injectable()
export class PaperRooms implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('Papers');
  private opened: Promise<Rooms> | null = null;
  private sweeping: NodeJS.Timeout | undefined;

  constructor(
    @Inject(PAPERS) private readonly ground: PaperGround,
    private readonly clock: Clock,
  ) {}

  open(): Promise<Rooms> {
    this.opened ??= this.openAll();
    return this.opened;
  }

  /** A store that is away must not keep the api from starting: everything else works without it. */
  async onApplicationBootstrap(): Promise<void> {
    await this.sweep();
    this.sweeping = setInterval(() => void this.sweep(), SWEEP_EVERY_MS);
    this.sweeping.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.sweeping);
  }

  private async openAll(): Promise<Rooms> {
    const { uploadsFolder, clamavAddress, openStore } = this.ground;
    try {
      const staged = await StagedFiles.in(uploadsFolder);
      const scanner = clamavAddress === undefined ? null : new VirusScanner(clamavAddress);
      return { staged, uploads: new Uploads(staged), store: await openStore(), scanner };
    } catch (error) {
      // The next request tries again.
      this.opened = null;
      throw error;
    }
  }

  private async sweep(): Promise<void> {
    try {
      const { staged } = await this.open();
      const count = await staged.sweep(Date.parse(this.clock.now()));
      if (count > 0) this.logger.log(`Threw away ${count} uploads that waited for more than a day`);
    } catch (error) {
      this.logger.warn(`The folder of uploads cannot be looked through: ${String(error)}`);
    }
  }
}
