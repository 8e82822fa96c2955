import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { organisationQuery, unlinkOrganisation } from '../../api/account';
import { beginLinking } from '../../api/sign-in';
import { Failure } from '../../parts/failure';
import { accountWords } from '../../words/account-words';
import { useSpeech, useWords } from '../../words/use-words';
import styles from './account.module.css';

/** The account of the reader's organisation; nothing where this installation takes none. */
export function OrganisationSection() {
  const words = useWords(accountWords);
  const speech = useSpeech();
  const queryClient = useQueryClient();
  const [search] = useSearchParams();
  const { data: organisation, isError, error, refetch } = useQuery(organisationQuery);
  const link = useMutation({ mutationFn: beginLinking, onSuccess: (url) => window.location.assign(url) });
  const unlink = useMutation({
    mutationFn: unlinkOrganisation,
    onSettled: () => queryClient.invalidateQueries({ queryKey: organisationQuery.queryKey }),
  });
  if (isError) return <Failure error={error} again={() => void refetch()} />;
  if (!organisation?.name) return null;
  const { name, linkedAt } = organisation;
  return (
    <section aria-labelledby="account-organisation">
      <h2 id="account-organisation">{words.organisation}</h2>
      <p role="status" className="small">
        {linkedAt !== null && search.get('linked') === 'yes' ? words.justLinked : null}
      </p>
      <p className={styles.sentence}>
        {linkedAt === null ? words.notLinked(name) : words.linked(name, speech.instant(linkedAt))}
      </p>
      {linkedAt === null ? (
        <Button variant="default" loading={link.isPending || link.isSuccess} onClick={() => link.mutate()}>
          {words.link(name)}
        </Button>
      ) : (
        <Button variant="default" loading={unlink.isPending} onClick={() => unlink.mutate()}>
          {words.unlink(name)}
        </Button>
      )}
      {link.isError ? <Failure error={link.error} /> : null}
      {unlink.isError ? <Failure error={unlink.error} /> : null}
    </section>
  );
}
