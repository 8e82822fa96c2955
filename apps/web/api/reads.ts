import type {
  BoardFilter,
  BoardResponse,
  CityPageResponse,
  ComingLettersResponse,
  GapsResponse,
  HistoryResponse,
  LedgerState,
  LetterResponse,
  LetterToComeResponse,
  LettersResponse,
  PreparedLetterResponse,
  ProgrammesResponse,
  SessionResponse,
  SignInPeopleResponse,
} from '@citypath/contracts';
import { request } from './request';

/** The reading half of the one typed door to the api. Paths and types are those of libs/contracts. */

export type Query = Record<string, string | number | null | undefined>;

const root = '/api/v1';

export async function read(path: string, query: Query, signal: AbortSignal): Promise<unknown> {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query))
    if (value !== null && value !== undefined && value !== '') search.set(key, String(value));
  const { body } = await request(`${root}${path}${search.size > 0 ? `?${search.toString()}` : ''}`, { signal });
  return body;
}

const segment = encodeURIComponent;

export async function readSession(signal: AbortSignal): Promise<SessionResponse> {
  return (await read('/session', {}, signal)) as SessionResponse;
}

export async function readSignInPeople(signal: AbortSignal): Promise<SignInPeopleResponse> {
  return (await read('/session/people', {}, signal)) as SignInPeopleResponse;
}

export async function readProgrammes(signal: AbortSignal): Promise<ProgrammesResponse> {
  return (await read('/programmes', {}, signal)) as ProgrammesResponse;
}

export interface BoardAsk {
  programme: string;
  filter: BoardFilter;
  limit: number;
  after: string | null;
}

export async function readBoard(ask: BoardAsk, signal: AbortSignal): Promise<BoardResponse> {
  return (await read('/journeys', { ...ask }, signal)) as BoardResponse;
}

export async function readCityPage(journeyId: string, signal: AbortSignal): Promise<CityPageResponse> {
  return (await read(`/journeys/${segment(journeyId)}`, {}, signal)) as CityPageResponse;
}

export async function readPreparedLetter(
  journeyId: string,
  step: string,
  signal: AbortSignal,
): Promise<PreparedLetterResponse> {
  const path = `/journeys/${segment(journeyId)}/steps/${segment(step)}/prepared-letter`;
  return (await read(path, {}, signal)) as PreparedLetterResponse;
}

export async function readGaps(after: string | null, signal: AbortSignal): Promise<GapsResponse> {
  return (await read('/gaps', { after, limit: 20 }, signal)) as GapsResponse;
}

export async function readHistory(
  journeyId: string,
  after: string | null,
  signal: AbortSignal,
): Promise<HistoryResponse> {
  const path = `/journeys/${segment(journeyId)}/history`;
  return (await read(path, { after, limit: 15 }, signal)) as HistoryResponse;
}

export interface LettersAsk {
  journey?: string | undefined;
  city?: string | undefined;
  step?: string | undefined;
  person?: string | undefined;
  state?: LedgerState | undefined;
  kind?: string | undefined;
  fromAt?: string | undefined;
  beforeAt?: string | undefined;
}

export async function readLetters(
  ask: LettersAsk,
  after: string | null,
  signal: AbortSignal,
): Promise<LettersResponse> {
  return (await read('/letters', { ...ask, after, limit: 50 }, signal)) as LettersResponse;
}

export async function readLetter(id: string, signal: AbortSignal): Promise<LetterResponse> {
  return (await read(`/letters/${segment(id)}`, {}, signal)) as LetterResponse;
}

/** Of which letters to come; nothing asked: all. */
export type ComingAsk = Pick<LettersAsk, 'city' | 'journey' | 'step' | 'person'>;

export async function readComingLetters(ask: ComingAsk, signal: AbortSignal): Promise<ComingLettersResponse> {
  return (await read('/letters/coming', { ...ask }, signal)) as ComingLettersResponse;
}

export async function readLetterToCome(key: string, signal: AbortSignal): Promise<LetterToComeResponse> {
  return (await read(`/letters/coming/${segment(key)}`, {}, signal)) as LetterToComeResponse;
}
