import type { Instant } from '@citypath/calendar';
import type { BoardResponse } from '@citypath/contracts';
import type { ProgrammeDefinition } from '@citypath/journey';
import type { BoardPage } from '@citypath/store';
import type { Reader } from '../session/reader';
import { boardRow } from './board-row';
import { cursorOf } from './cursor';
import type { KnownJourney } from './journey-reader';
import type { Directory } from './names';

export interface BoardInput extends Omit<BoardPage, 'items'> {
  definition: ProgrammeDefinition;
  /** Those of the page. */
  journeys: readonly KnownJourney[];
  directory: Directory;
  reader: Reader;
  now: Instant;
}

/** The board: all cities were counted where they are kept, and a page of those that the filter leaves is drawn. */
export function board({
  definition,
  journeys,
  directory,
  reader,
  now,
  counts,
  nextReviewOn,
  next,
}: BoardInput): BoardResponse {
  return {
    programme: {
      key: definition.key,
      title: definition.title,
      stages: definition.stages.map(({ key, title }) => ({ key, title })),
    },
    counts: {
      cities: counts.all,
      late: counts.late,
      atRisk: counts['at-risk'],
      onHold: counts['on-hold'],
      closed: counts.closed,
      mine: counts.mine,
      toAccept: counts['to-accept'],
      vacancy: counts.vacancy,
    },
    nextReviewOn,
    rows: journeys.map((journey) => boardRow(journey, directory, reader, now)),
    next: next && cursorOf({ ...next }),
  };
}
