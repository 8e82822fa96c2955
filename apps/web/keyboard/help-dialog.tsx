import { Dialog } from '../parts/dialog';
import { frameWords } from '../words/frame-words';
import { useWords } from '../words/use-words';
import styles from './keyboard.module.css';

export function HelpDialog({ onClose }: { onClose: () => void }) {
  const words = useWords(frameWords);
  return (
    <Dialog title={words.keys} onClose={onClose}>
      <dl className={styles.keys}>
        {words.keyHelp.map(([keys, meaning]) => (
          <div key={keys}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
