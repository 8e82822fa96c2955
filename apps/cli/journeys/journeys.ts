import {
  boardResponse,
  cityPageResponse,
  programmesResponse,
  type BoardResponse,
  type BoardRow,
  type JourneyStatus,
  type Text,
} from '@citypath/contracts';
import type { ApiDoor } from '../api/api-door';

export interface ProgrammeStatus {
  programme: string;
  title: Text;
  counts: BoardResponse['counts'];
  nextReviewOn: string | null;
}

/** How all programmes stand that the reader may see. */
export async function statusOf(api: ApiDoor): Promise<ProgrammeStatus[]> {
  const { programmes } = await api.read(programmesResponse, '/programmes');
  return Promise.all(
    programmes.map(async ({ key, title }) => {
      const { counts, nextReviewOn } = await api.read(boardResponse, `/journeys?programme=${key}&limit=1`);
      return { programme: key, title, counts, nextReviewOn };
    }),
  );
}

export interface ListWishes {
  programme?: string;
  state?: JourneyStatus;
  late?: boolean;
}

export type JourneyLine = BoardRow & { programme: string };

const PAGE = 200;

/** Journeys as the board has them, by programme and city. All wishes given must hold. */
export async function listJourneys(
  api: ApiDoor,
  { programme, state, late = false }: ListWishes,
): Promise<JourneyLine[]> {
  const { programmes } = await api.read(programmesResponse, '/programmes');
  const known = programmes.map(({ key }) => key);
  if (programme !== undefined && !known.includes(programme))
    throw new Error(`There is no programme ${programme}: ${known.join(', ') || 'there is none'}.`);
  const found: JourneyLine[] = [];
  for (const key of programme === undefined ? known : [programme]) {
    let after = '';
    for (;;) {
      const query = new URLSearchParams({ programme: key, filter: late ? 'late' : 'all', limit: String(PAGE) });
      if (after !== '') query.set('after', after);
      const { rows, next } = await api.read(boardResponse, `/journeys?${query.toString()}`);
      found.push(...rows.map((row) => ({ ...row, programme: key })));
      if (next === null) break;
      after = next;
    }
  }
  return found.filter(({ status }) => state === undefined || status === state);
}

export interface JourneyWhy {
  journey: string;
  status: JourneyStatus;
  sentence: Text;
  /** The read model could not be written: the sentence may be old. */
  stale: boolean;
}

/** What a journey waits for, in one sentence. */
export async function whyOf(api: ApiDoor, journey: string): Promise<JourneyWhy> {
  const { status, sentence, stale } = await api.read(cityPageResponse, `/journeys/${encodeURIComponent(journey)}`);
  return { journey, status, sentence, stale };
}
