import type { LetterInWords } from '@citypath/contracts';
import { LetterFrame } from '../../parts/letter-frame';
import styles from './letter-previews.module.css';
import type { PreviewView } from './preview-view';

interface Props {
  title: string;
  form: 'en' | 'zh' | 'both';
  letter: LetterInWords;
  choice: PreviewView;
}

/** A letter as a list of mails shows it, and opened. */
export function LetterShown({ title, form, letter, choice }: Props) {
  const lang = form === 'both' ? undefined : form === 'zh' ? 'zh-CN' : 'en';
  return (
    <section className={styles.letter} aria-label={title} style={{ maxWidth: choice.width }}>
      <h2 className="dim small">{title}</h2>
      <p className={styles.inList} lang={lang}>
        <strong>{letter.subject}</strong> <span className="dim">{letter.preview}</span>
      </p>
      {choice.as === 'html' ? (
        <LetterFrame title={`${title}: ${letter.subject}`} html={letter.html} />
      ) : (
        <pre className={styles.text} lang={lang} tabIndex={0}>
          {letter.text}
        </pre>
      )}
    </section>
  );
}
