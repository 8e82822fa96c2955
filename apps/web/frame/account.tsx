import type { PersonShort, Role } from '@citypath/contracts';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { signOut } from '../api/writes';
import { RoleName } from '../parts/role-name';
import { frameWords } from '../words/frame-words';
import { rightsWords } from '../words/rights-words';
import { useSpeech, useWords } from '../words/use-words';
import styles from './frame.module.css';

/** Who is signed in, as what, and the way out. */
export function Account({ person, roles }: { person: PersonShort; roles: Role[] }) {
  const words = useWords(frameWords);
  const rights = useWords(rightsWords);
  const speech = useSpeech();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const leave = useMutation({
    mutationFn: signOut,
    onSuccess: async () => {
      await navigate('/sign-in');
      queryClient.clear();
    },
  });
  return (
    <>
      <button
        type="button"
        className={styles.tool}
        popoverTarget="account"
        aria-label={words.account(speech.name(person))}
      >
        <span className={styles.wideOnly}>{speech.name(person)}</span>
        <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
          <circle cx="8" cy="5.5" r="3" fill="none" stroke="currentColor" strokeWidth="1.4" />
          <path d="M2 14.5c.6-3 3-4.5 6-4.5s5.4 1.5 6 4.5" fill="none" stroke="currentColor" strokeWidth="1.4" />
        </svg>
      </button>
      <div id="account" popover="auto" className={styles.account}>
        <strong>{speech.fullName(person)}</strong>
        <ul className="small">
          {roles.map((role) => (
            <li key={JSON.stringify(role)}>
              <RoleName role={role} withCity />
            </li>
          ))}
        </ul>
        <Link to="/account" onClick={() => document.getElementById('account')?.hidePopover()}>
          {words.ownAccount}
        </Link>
        <Link to="/rights" onClick={() => document.getElementById('account')?.hidePopover()}>
          {rights.link}
        </Link>
        <Button variant="default" loading={leave.isPending} onClick={() => leave.mutate()}>
          {words.signOut}
        </Button>
      </div>
    </>
  );
}
