import type { PersonShort, ProgrammeResponse } from '@citypath/contracts';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { putProgrammeSeat } from '../../api/people';
import { Dialog } from '../../parts/dialog';
import { Failure } from '../../parts/failure';
import { peopleWords } from '../../words/people-words';
import { useSpeech, useWords } from '../../words/use-words';
import { StillHolds } from './still-holds';
import styles from './programmes.module.css';

interface Props {
  programme: string;
  seat: ProgrammeResponse['seats'][number];
  person: PersonShort;
  onDone: () => void;
}

/** Asks before a seat is withdrawn, with what the person holds beside it. */
export function WithdrawSeat({ programme, seat, person, onDone }: Props) {
  const words = useWords(peopleWords);
  const speech = useSpeech();
  const queryClient = useQueryClient();
  const withdrawing = useMutation({
    mutationFn: () => putProgrammeSeat(programme, seat.seat, null),
    onSuccess: () => {
      void queryClient.invalidateQueries();
      onDone();
    },
  });
  return (
    <Dialog title={words.withdrawTitle(speech.name(person), speech.say(seat.title))} onClose={onDone}>
      <p>{words.withdrawCauses}</p>
      <StillHolds person={person.id} without={{ programme, seat: seat.seat }} />
      {withdrawing.isError ? <Failure error={withdrawing.error} /> : null}
      <div className={styles.acts}>
        <Button loading={withdrawing.isPending} onClick={() => withdrawing.mutate()}>
          {words.withdraw}
        </Button>
        <Button variant="default" onClick={onDone} data-first-focus>
          {words.cancel}
        </Button>
      </div>
    </Dialog>
  );
}
