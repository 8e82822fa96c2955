import type { DataSource } from 'typeorm';
import type { JourneyKey } from '../journey-in-list';
import type { Instant, PageRequest } from '../types';
import { boardPage, type BoardAsk, type BoardPage } from './board-page';
import { chainsOf, type JourneyChains } from './chains';
import { openOccurrences } from './open-occurrences';
import { needsPage, type NeedKey, type NeedSection, type NeedsPage, type NeedsReader } from './needs-page';

/** What cities wait for, over all of them. The read model has it; this only looks. */
export class OpenSteps {
  constructor(private readonly dataSource: DataSource) {}

  /** One statement, whatever the number of cities. */
  board(ask: BoardAsk, page: PageRequest<JourneyKey>): Promise<BoardPage> {
    return boardPage(this.dataSource, ask, page);
  }

  /** One statement, whatever the number of cities. */
  needs(
    reader: NeedsReader,
    ask: { section: NeedSection | null; now: Instant },
    page: PageRequest<NeedKey>,
  ): Promise<NeedsPage> {
    return needsPage(this.dataSource, reader, ask, page);
  }

  /** The occurrences of these steps that are open in any city of a programme. One statement. */
  occurrences(programme: string, steps: string[]): Promise<string[]> {
    return openOccurrences(this.dataSource, programme, steps);
  }

  /** One statement, whatever the number of cities: what the preflight of all that is open asks of the cities. */
  chains(programmes: string[], now: Instant): Promise<JourneyChains[]> {
    return chainsOf(this.dataSource, programmes, now);
  }
}
