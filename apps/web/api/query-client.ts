import { QueryCache, QueryClient } from '@tanstack/react-query';
import { codeOf, statusOf } from './problem-error';
import { sessionQuery } from './queries';

/** What the api refused is refused again; what had no answer is worth asking again. */
function worthAskingAgain(failures: number, error: Error): boolean {
  const status = statusOf(error);
  return failures < 3 && (status === null || status === 503);
}

export function makeQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    // The session ended meanwhile: reading it again leads to the sign-in.
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (query.queryKey[0] === 'session' || codeOf(error) !== 'not-signed-in') return;
        void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
      },
    }),
    defaultOptions: {
      queries: {
        retry: worthAskingAgain,
        staleTime: 15_000,
        // The api may be on this machine: being offline says nothing about it.
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
  return client;
}
