import { dayAt, type Day, type Instant } from '@citypath/calendar';
import { stuck, type JourneyId, type Stuck } from '@citypath/journey';
import { Journeys, type JourneyHead, type JourneyInList } from '@citypath/store';
import { Injectable } from '@nestjs/common';
import { PinnedData } from '../journeys/pinned-data';

/** The most running journeys that are looked at. */
const MOST_JOURNEYS = 5_000;

/** What was found of a journey, and of which facts on which day. */
interface Looked {
  at: string;
  found: Stuck | null;
}

/**
 * What holds journeys up. By the rules it hangs on the facts and on the day in the city alone, so a journey is looked
 * at once for each of its heads a day: a thousand states are not read and judged for every reader.
 */
@Injectable()
export class LookedAt {
  private readonly known = new Map<JourneyId, Looked>();

  constructor(
    private readonly journeys: Journeys,
    private readonly pinned: PinnedData,
  ) {}

  /** One statement, and one more for those whose facts or day are new. @returns the running journeys of these programmes */
  async running(programmes: string[], now: Instant): Promise<{ head: JourneyHead; found: Stuck }[]> {
    const heads = await this.journeys.running(programmes);
    await this.pinned.load(heads);
    const missing = heads.filter((head) => this.known.get(head.id)?.at !== this.placeOf(head, now));
    if (missing.length > 0) await this.look(missing, now);
    return heads.flatMap((head) => {
      const found = this.known.get(head.id)?.found;
      return found ? [{ head, found }] : [];
    });
  }

  /** With their states; one statement. */
  async inFull(ids: JourneyId[]): Promise<Map<JourneyId, JourneyInList>> {
    if (ids.length === 0) return new Map();
    const { items } = await this.journeys.list({ ids, sight: null }, { limit: ids.length });
    return new Map(items.map((row) => [row.id, row]));
  }

  /** The day in the city of a journey. */
  todayOf(pins: Pick<JourneyHead, 'definitionHash' | 'calendarHash'>, now: Instant): Day {
    return dayAt(this.pinned.context(pins).calendar, now);
  }

  private async look(missing: JourneyHead[], now: Instant): Promise<void> {
    const ids = missing.slice(0, MOST_JOURNEYS).map(({ id }) => id);
    const rows = await this.inFull(ids);
    // A fact may have come in between, with another edition.
    await this.pinned.load([...rows.values()]);
    for (const row of rows.values()) {
      const found = row.state && stuck(this.pinned.context(row), row.state, now);
      this.known.set(row.id, { at: this.placeOf(row, now), found });
    }
  }

  private placeOf(head: Omit<JourneyHead, 'nameEn' | 'programmeKey' | 'id'>, now: Instant): string {
    const { head: seq, stale, definitionHash, calendarHash } = head;
    return [seq, stale, definitionHash, calendarHash, this.todayOf(head, now)].join(' ');
  }
}
