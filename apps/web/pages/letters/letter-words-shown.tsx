import { Button } from '@mantine/core';
import { useState } from 'react';
import { LetterFrame } from '../../parts/letter-frame';
import { letterWords } from '../../words/letter-words';
import { useWords } from '../../words/use-words';
import styles from './letters.module.css';

interface Props {
  title: string;
  text: string;
  /** Null: it was kept as text only. */
  html: string | null;
  /** Null: not known; it speaks both. */
  language: string | null;
}

/** A letter's words, as mail programs show it and as text. */
export function LetterWords({ title, text, html, language }: Props) {
  const words = useWords(letterWords);
  const [asText, setAsText] = useState(false);
  return (
    <div className={styles.words}>
      <p className={styles.subject}>{title}</p>
      {html === null ? null : (
        <div className={styles.looks} role="group" aria-label={words.look}>
          {[false, true].map((plain) => (
            <Button
              key={String(plain)}
              size="compact-sm"
              variant={plain === asText ? 'filled' : 'default'}
              aria-pressed={plain === asText}
              onClick={() => setAsText(plain)}
            >
              {plain ? words.asText : words.asSent}
            </Button>
          ))}
        </div>
      )}
      {html === null || asText ? (
        <pre className={styles.text} lang={language === 'zh' ? 'zh-CN' : 'en'} tabIndex={0}>
          {text}
        </pre>
      ) : (
        <LetterFrame title={words.frame(title)} html={html} />
      )}
    </div>
  );
}
