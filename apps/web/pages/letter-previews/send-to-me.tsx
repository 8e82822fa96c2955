import type { TestLetterRequest } from '@citypath/contracts';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { sendTestLetter, testLettersQuery } from '../../api/letter-previews';
import { newIdempotencyKey } from '../../api/writes';
import { Failure } from '../../parts/failure';
import { letterPreviewWords } from '../../words/letter-preview-words';
import { useSpeech, useWords } from '../../words/use-words';
import styles from './letter-previews.module.css';

interface Props {
  journey: string;
  kind: string;
  /** Null: about no step. */
  step: string | null;
}

/** Sends the letter to whoever looks, and says when it has gone. */
export function SendToMe({ journey, kind, step }: Props) {
  const words = useWords(letterPreviewWords);
  const { say } = useSpeech();
  const queryClient = useQueryClient();
  const send = useMutation({
    mutationFn: (language: TestLetterRequest['language']) =>
      sendTestLetter(journey, { kind, language, ...(step !== null && { step }) }, newIdempotencyKey()),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: testLettersQuery.queryKey }),
  });
  const sent = useQuery({ ...testLettersQuery, enabled: send.data !== undefined });
  const letter = sent.data?.letters.find(({ id }) => id === send.data?.id) ?? send.data;
  return (
    <div className={styles.send}>
      <div className={styles.either}>
        {(['en', 'zh', 'both'] as const).map((language) => (
          <Button
            key={language}
            variant="default"
            loading={send.isPending && send.variables === language}
            disabled={send.isPending}
            onClick={() => send.mutate(language)}
          >
            {words.send[language]}
          </Button>
        ))}
      </div>
      <p className="dim small" role="status">
        {letter ? `${letter.subject}${words.colon}${say(letter.sentence)}` : words.sendExplained}
      </p>
      {send.isError ? <Failure error={send.error} /> : null}
    </div>
  );
}
