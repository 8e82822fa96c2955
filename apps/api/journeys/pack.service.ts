import type { PackResponse } from '@citypath/contracts';
import { seatDefinition, type SeatKey } from '@citypath/journey';
import { Journal, People } from '@citypath/store';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { ProblemError } from '../problems/problem-error';
import type { Reader } from '../session/reader';
import { handoverPack } from './handover-pack';
import { JourneyReader, type KnownJourney } from './journey-reader';
import { JourneysService } from './journeys.service';

/** As much of the history as one reads in one go. */
const HISTORY_ENTRIES = 20;

/** The handover packs of seats: read from the city's page, its history and the people in its seats. */
@Injectable()
export class PackService {
  constructor(
    private readonly journeys: JourneysService,
    private readonly reader: JourneyReader,
    private readonly journal: Journal,
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError seat-unknown for a seat that the city does not have */
  async of(journey: KnownJourney, seat: SeatKey, reader: Reader): Promise<PackResponse> {
    const { definition } = journey.context;
    if (seatDefinition(definition, seat)?.of !== 'city') throw new ProblemError('seat-unknown', { params: { seat } });
    const page = await this.journeys.cityPage(journey, reader);
    const history = await this.journeys.history(journey, reader, { limit: HISTORY_ENTRIES });
    const facts = await this.journal.facts(journey.row.id);
    const before = facts.flatMap((fact) => ('from' in fact && typeof fact.from === 'string' ? [fact.from] : []));
    const directory = (await this.reader.directory([journey], before))(journey.row.programmeKey);
    const people = await this.people.byIds([...directory.people.keys()]);
    return handoverPack({
      journey,
      seat,
      page,
      facts,
      history: history.entries,
      directory,
      people,
      now: this.clock.now(),
    });
  }
}
