import { useQuery, useQueryClient } from '@tanstack/react-query';
import { personQuery } from '../../api/people';
import { sessionQuery } from '../../api/queries';
import { PostSection } from '../people/post-section';

/** When letters go to the reader. */
export function OwnPostSection() {
  const queryClient = useQueryClient();
  const person = useQuery(sessionQuery).data?.person?.id;
  const own = useQuery({ ...personQuery(person ?? ''), enabled: person !== undefined });
  if (!own.data) return null;
  return (
    <PostSection
      page={own.data}
      onSaved={(next) => queryClient.setQueryData(personQuery(next.person.id).queryKey, next)}
    />
  );
}
