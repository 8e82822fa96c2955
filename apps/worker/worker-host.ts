import { TemporalDoor, untilReached, type Logger } from '@citypath/runtime';
import { BulkActWork, Journal, type DataSource } from '@citypath/store';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { heartbeat } from '@temporalio/activity';
import { NativeConnection, type Worker } from '@temporalio/worker';
import { BulkActActivity } from './activities/bulk-act.activity';
import { RunningJourneys } from './activities/journey-door';
import { PeopleFirst } from './activities/people-first';
import type { RecordActivity } from './activities/record.activity';
import { createJourneyWorker } from './journey-worker';
import { LookOverActivity } from './watch/look-over.activity';
import { scheduleWatch } from './watch/schedule-watch';
import type { WorkerConfig } from './worker-config';

/** Runs the worker for as long as the process lives. */
export class WorkerHost implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private healing: Promise<void> = Promise.resolve();
  private running: { worker: Worker; connection: NativeConnection; door: TemporalDoor; done: Promise<void> } | null =
    null;

  constructor(
    private readonly config: WorkerConfig,
    private readonly logger: Logger,
    private readonly records: DataSource,
    private readonly activities: RecordActivity,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { temporalAddress: address, temporalNamespace: namespace, temporalTaskQueue: taskQueue } = this.config;
    const connection = await untilReached('Temporal', this.logger, () => NativeConnection.connect({ address }));
    const door = TemporalDoor.open(this.config);
    const people = new PeopleFirst();
    const { giveNext, endBulkAct } = new BulkActActivity(
      new BulkActWork(this.records),
      new RunningJourneys(door, new Journal(this.records), taskQueue),
      people,
      this.logger,
      heartbeat,
    );
    const record: RecordActivity['record'] = (request, runId) => {
      people.notice(request.facts);
      return this.activities.record(request, runId);
    };
    const { lookOver } = new LookOverActivity(this.records, door, this.logger);
    const worker = await untilReached('the namespace', this.logger, () =>
      createJourneyWorker({ connection, namespace, taskQueue, activities: { record, giveNext, endBulkAct, lookOver } }),
    );
    this.running = { worker, connection, door, done: this.run(worker) };
    this.healing = this.activities.healAll().catch((error: unknown) => {
      this.logger.warn({ err: error }, 'read models that are behind were left as they are');
    });
    // Journeys run without it, so that it keeps no worker from starting.
    await door
      .within((client) => scheduleWatch(client, taskQueue))
      .catch((error: unknown) => this.logger.warn({ err: error }, 'nothing is watched until a worker starts again'));
  }

  /** Takes no more work, lets records in progress finish, then lets go of what they needed. */
  async beforeApplicationShutdown(): Promise<void> {
    if (this.running) {
      const { worker, connection, door, done } = this.running;
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await done;
      await this.healing;
      await connection.close();
      await door.close();
    }
    await this.records.destroy();
  }

  /** A worker that fails takes its process with it: whoever supervises the process starts a new one. */
  private async run(worker: Worker): Promise<void> {
    try {
      await worker.run();
    } catch (error) {
      this.logger.fatal({ err: error }, 'the worker failed');
      process.exitCode = 1;
      process.kill(process.pid, 'SIGTERM');
    }
  }
}
