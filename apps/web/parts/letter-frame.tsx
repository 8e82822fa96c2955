import { useState } from 'react';
import styles from './letter-frame.module.css';

interface Props {
  title: string;
  html: string;
}

/**
 * A letter's HTML as mail programs show it, shut off from the page: no scripts run in it, and its links lead nowhere.
 * It is of our origin for one thing only, so that the frame can be as high as the letter.
 */
export function LetterFrame({ title, html }: Props) {
  const [height, setHeight] = useState(480);
  return (
    <iframe
      className={styles.frame}
      title={title}
      sandbox="allow-same-origin"
      srcDoc={html.replace('<head>', '<head><base target="_blank">')}
      style={{ height }}
      onLoad={(event) => {
        const shown = event.currentTarget.contentDocument?.documentElement;
        if (shown) setHeight(shown.scrollHeight);
      }}
    />
  );
}
