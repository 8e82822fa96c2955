import { useQuery } from '@tanstack/react-query';
import { letterQuery } from '../../api/queries';
import { Dialog } from '../../parts/dialog';
import { letterWords } from '../../words/letter-words';
import { useSpeech, useWords } from '../../words/use-words';
import { OpenedLetter } from './opened-letter';

/** A letter that a link leads to and that is not on the page: it stands above the list. */
export function LetterDialog({ id, onOpen }: { id: string; onOpen: (id: string | null) => void }) {
  const words = useWords(letterWords);
  const speech = useSpeech();
  const letter = useQuery(letterQuery(id)).data;
  return (
    <Dialog
      title={letter ? (letter.subject ?? speech.say(letter.kindTitle)) : words.title}
      wide
      onClose={() => onOpen(null)}
    >
      <OpenedLetter id={id} onOpen={onOpen} />
    </Dialog>
  );
}
