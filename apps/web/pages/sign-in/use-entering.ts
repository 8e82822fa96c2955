import type { SessionResponse } from '@citypath/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { sessionQuery } from '../../api/queries';
import { placeAfter } from './place-after';

/** Goes in, as whoever has just signed in: nothing that the one before read is shown. */
export function useEntering(): (session: SessionResponse, to: string | null) => Promise<void> {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return async (session, to) => {
    queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    queryClient.setQueryData(sessionQuery.queryKey, session);
    await navigate(placeAfter(to), { replace: true });
  };
}
