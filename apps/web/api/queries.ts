import type { BoardFilter } from '@citypath/contracts';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import {
  readBoard,
  readCityPage,
  readComingLetters,
  readGaps,
  readHistory,
  readLetter,
  readLetterToCome,
  readLetters,
  readPreparedLetter,
  readProgrammes,
  readSession,
  readSignInPeople,
  type ComingAsk,
  type LettersAsk,
} from './reads';

/** What pages read, each with its key. The keys' first words are what live changes make old: see live-changes.ts. */

export const sessionQuery = queryOptions({ queryKey: ['session'], queryFn: ({ signal }) => readSession(signal) });

export const signInPeopleQuery = queryOptions({
  queryKey: ['sign-in-people'],
  queryFn: ({ signal }) => readSignInPeople(signal),
});

export const programmesQuery = queryOptions({
  queryKey: ['programmes'],
  queryFn: ({ signal }) => readProgrammes(signal),
});

/** @param pageRows how many rows a page brings */
export const boardQuery = (programme: string, filter: BoardFilter, pageRows = 100) =>
  infiniteQueryOptions({
    queryKey: ['board', programme, filter, pageRows],
    queryFn: ({ pageParam, signal }) => readBoard({ programme, filter, limit: pageRows, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });

export const cityPageQuery = (journeyId: string) =>
  queryOptions({
    queryKey: ['journey', journeyId, 'page'],
    queryFn: ({ signal }) => readCityPage(journeyId, signal),
  });

/** A letter that waits to be released, as it would read now. */
export const preparedLetterQuery = (journeyId: string, step: string) =>
  queryOptions({
    queryKey: ['journey', journeyId, 'prepared-letter', step],
    queryFn: ({ signal }) => readPreparedLetter(journeyId, step, signal),
  });

/** Who is missing in the chains of what is open, over all cities. */
export const gapsQuery = infiniteQueryOptions({
  queryKey: ['needs', 'gaps'],
  queryFn: ({ pageParam, signal }) => readGaps(pageParam, signal),
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.next,
});

export const historyQuery = (journeyId: string) =>
  infiniteQueryOptions({
    queryKey: ['journey', journeyId, 'history'],
    queryFn: ({ pageParam, signal }) => readHistory(journeyId, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });

export const lettersQuery = (ask: LettersAsk) =>
  infiniteQueryOptions({
    queryKey: ['letters', 'ledger', ask],
    queryFn: ({ pageParam, signal }) => readLetters(ask, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });

export const letterQuery = (id: string) =>
  queryOptions({ queryKey: ['letters', 'one', id], queryFn: ({ signal }) => readLetter(id, signal) });

/** Its words, as they would stand. */
export const letterToComeQuery = (key: string) =>
  queryOptions({
    queryKey: ['letters', 'coming-one', key],
    queryFn: ({ signal }) => readLetterToCome(key, signal),
  });

export const comingLettersQuery = (ask: ComingAsk) =>
  queryOptions({
    queryKey: ['letters', 'coming', ask],
    queryFn: ({ signal }) => readComingLetters(ask, signal),
    placeholderData: keepPreviousData,
  });
