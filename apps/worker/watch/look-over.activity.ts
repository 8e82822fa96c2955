import type { Instant } from '@citypath/calendar';
import type { Logger, TemporalDoor } from '@citypath/runtime';
import { Findings, Journal, RecordHealth, Watch, type DataSource } from '@citypath/store';
import type { WatchActivities, WatchOutcome } from '@citypath/workflows/activities';
import { OpenRuns } from './open-runs';
import { WatchRecords } from './watch-records';
import { WatchRuns } from './watch-runs';

/** Looks over all journeys in bulk and keeps what is not as it should be, each from when it was first seen until it is gone. */
export class LookOverActivity implements WatchActivities {
  private readonly watch: Watch;
  private readonly findings: Findings;
  private readonly records: WatchRecords;
  private readonly runs: WatchRuns;

  constructor(
    dataSource: DataSource,
    door: TemporalDoor,
    private readonly logger: Logger,
  ) {
    this.watch = new Watch(dataSource);
    this.findings = new Findings(dataSource);
    this.records = new WatchRecords(this.watch, new RecordHealth(dataSource));
    this.runs = new WatchRuns(this.watch, new Journal(dataSource), new OpenRuns(door));
  }

  /** Bound to its instance, since Temporal calls activities as mere functions. */
  readonly lookOver = async (): Promise<WatchOutcome> => {
    const startedMs = performance.now();
    const now = new Date().toISOString() as Instant;
    const heads = await this.watch.heads();
    const [ofRuns, ofRecords] = [await this.runs.look(heads, now), await this.records.look(now)];
    const found = [...ofRuns.found, ...ofRecords.found];
    const tookMs = Math.round(performance.now() - startedMs);
    await this.findings.keep(found, [...ofRuns.looked, ...ofRecords.looked], {
      ...{ at: now, journeys: heads.length, tookMs },
    });
    const outcome = { journeys: heads.length, findings: found.length };
    this.logger.info({ ...outcome, tookMs }, 'looked over all journeys');
    return outcome;
  };
}
