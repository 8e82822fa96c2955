import type { PaperShort } from '@citypath/contracts';
import { paperWords } from '../words/paper-words';
import { useSpeech, useWords } from '../words/use-words';
import styles from './paper-lines.module.css';

/** Papers that were handed in: each with its name to download it, how large it is, which version, by whom and when. */
export function PaperLines({ papers }: { papers: PaperShort[] }) {
  const words = useWords(paperWords);
  const speech = useSpeech();
  if (papers.length === 0) return null;
  return (
    <ul className={styles.papers} aria-label={words.papers}>
      {papers.map((paper) => (
        <li key={paper.id}>
          <a href={paper.href} download className={styles.name}>
            <bdi>{paper.name}</bdi>
          </a>
          <span className="dim small">
            {[
              words.size(paper.sizeBytes),
              ...(paper.version > 1 ? [words.version(paper.version)] : []),
              words.uploaded(paper.by ? speech.name(paper.by) : null, speech.instant(paper.uploadedAt)),
            ].join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
