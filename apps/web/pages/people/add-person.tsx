import type { CreatePersonRequest } from '@citypath/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { createPortal } from 'react-dom';
import { addPerson } from '../../api/people';
import type { AddsPerson } from '../../forms/adding-people';
import { RecordForm } from '../../forms/record-form';
import { Dialog } from '../../parts/dialog';
import { peopleWords } from '../../words/people-words';
import { useWords } from '../../words/use-words';
import { personParts } from './person-parts';

/** A window in which somebody new is written down. */
export function AddPerson({ named = '', onAdded, onClose }: AddsPerson) {
  const words = useWords(peopleWords);
  const queryClient = useQueryClient();
  // Beside the page, not within it: a form may stand around the place that opens it.
  return createPortal(
    <Dialog title={words.add} onClose={onClose}>
      <RecordForm
        label={words.add}
        parts={personParts(words)}
        values={beginning(named)}
        submit={words.add}
        send={(body, key) => addPerson(body as unknown as CreatePersonRequest, key)}
        onDone={({ person }) => {
          void queryClient.invalidateQueries({ queryKey: ['people'] });
          onAdded(person);
        }}
        onCancel={onClose}
      />
    </Dialog>,
    document.body,
  );
}

function beginning(named: string): Record<string, string> {
  const name = named.trim();
  if (name === '') return {};
  if (/\p{Script=Han}/u.test(name)) return { '/nameZh': name };
  if (name.includes('@')) return { '/address': name };
  const [familyName = '', ...givenName] = name.split(/\s+/);
  return { '/familyName': familyName, '/givenName': givenName.join(' ') };
}
