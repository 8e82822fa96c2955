import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { sessionQuery } from '../../api/queries';
import { bringAnswer } from '../../api/sign-in';
import { Failure } from '../../parts/failure';
import { SkeletonLines } from '../../parts/skeleton-lines';
import { useTitle } from '../../parts/use-title';
import { signInWords } from '../../words/sign-in-words';
import { useWords } from '../../words/use-words';
import { Door } from './door';
import styles from './sign-in.module.css';

/** Where the organisation sends the browser back to: hands its answer over, and goes on. */
export function OrganisationPage() {
  const words = useWords(signInWords);
  const session = useQuery(sessionQuery).data;
  const { search } = useLocation();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  useTitle(words.atOrganisation);
  const { mutate, isError, error } = useMutation({
    mutationFn: () => bringAnswer({ query: search }),
    onSuccess: async (to) => {
      queryClient.removeQueries();
      await navigate(to, { replace: true });
    },
  });
  // An answer counts once, however often the page is drawn.
  const brought = useRef(false);
  useEffect(() => {
    if (brought.current) return;
    brought.current = true;
    mutate();
  }, [mutate]);
  return (
    <Door>
      <div className={styles.form}>
        <h1>{words.atOrganisation}</h1>
        {isError ? (
          <>
            <Failure error={error} />
            <p>
              {session?.person ? (
                <Link to="/account">{words.backToAccount}</Link>
              ) : (
                <Link to="/sign-in">{words.backToSignIn}</Link>
              )}
            </p>
          </>
        ) : (
          <SkeletonLines lines={2} height={44} />
        )}
      </div>
    </Door>
  );
}
