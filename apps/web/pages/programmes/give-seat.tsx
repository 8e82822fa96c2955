import type { ProgrammeResponse } from '@citypath/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { putProgrammeSeat } from '../../api/people';
import { RecordForm } from '../../forms/record-form';
import { peopleWords } from '../../words/people-words';
import { useSpeech, useWords } from '../../words/use-words';
import { StillHolds } from './still-holds';

interface Props {
  programme: string;
  seat: ProgrammeResponse['seats'][number];
  onDone: () => void;
}

/** Gives a seat of a programme to somebody; whoever held it loses it at once. */
export function GiveSeat({ programme, seat, onDone }: Props) {
  const words = useWords(peopleWords);
  const speech = useSpeech();
  const queryClient = useQueryClient();
  return (
    <div>
      {seat.person ? <StillHolds person={seat.person.id} without={{ programme, seat: seat.seat }} /> : null}
      <RecordForm
        label={`${words.give}${speech.colon}${speech.say(seat.title)}`}
        parts={[
          {
            part: 'field',
            field: { pointer: '/person', label: words.choose, required: true, input: { type: 'person', options: [] } },
          },
        ]}
        submit={words.give}
        send={(body) => putProgrammeSeat(programme, seat.seat, String(body['person']))}
        onDone={() => {
          void queryClient.invalidateQueries();
          onDone();
        }}
        onCancel={onDone}
      />
      <p className="dim small">{words.atOnce}</p>
    </div>
  );
}
