import type { LetterPreviewResponse } from '@citypath/contracts';
import { letterPreviewWords } from '../../words/letter-preview-words';
import { useSpeech, useWords } from '../../words/use-words';
import { LetterShown } from './letter-shown';
import styles from './letter-previews.module.css';
import type { PreviewView } from './preview-view';
import { SendToMe } from './send-to-me';

interface Props {
  preview: LetterPreviewResponse;
  journey: string;
  choice: PreviewView;
}

/** To whom a letter goes and when, and its words in both languages side by side; in one letter where it would go so. */
export function Preview({ preview, journey, choice }: Props) {
  const words = useWords(letterPreviewWords);
  const { say, fullName } = useSpeech();
  const { to, language, letters } = preview;
  const seat = say(to.seatTitle);
  const forms = language === null && to.person !== null ? (['both', 'en', 'zh'] as const) : (['en', 'zh'] as const);
  return (
    <>
      <p className={styles.when}>
        {to.person ? words.to(fullName(to.person), seat) : words.toNobody(seat)}
        {to.person ? <span className="dim"> · {words.reads[language ?? 'both']}</span> : null}
        <br />
        <span className="dim">{say(preview.sentence)}</span>
      </p>
      <SendToMe journey={journey} kind={preview.kind} step={preview.step} />
      <div className={styles.letters}>
        {forms.map((form) => (
          <LetterShown key={form} title={words.languages[form]} form={form} letter={letters[form]} choice={choice} />
        ))}
      </div>
    </>
  );
}
