import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { frameWords } from '../words/frame-words';
import { useLanguage, useWords } from '../words/use-words';
import styles from './frame.module.css';

export function LanguageSwitch() {
  const words = useWords(frameWords);
  const { language, choose } = useLanguage();
  const other = language === 'en' ? 'zh' : 'en';
  return (
    <button
      type="button"
      className={styles.tool}
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      aria-label={words.otherLanguageLabel}
      onClick={() => choose(other)}
    >
      {words.otherLanguage}
    </button>
  );
}

export function AppearanceSwitch() {
  const words = useWords(frameWords);
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light', { getInitialValueInEffect: false }) === 'dark';
  return (
    <button
      type="button"
      className={styles.tool}
      aria-label={dark ? words.toLightLabel : words.toDarkLabel}
      onClick={() => setColorScheme(dark ? 'light' : 'dark')}
    >
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="1.4" />
        <path d="M8 1.5a6.5 6.5 0 0 1 0 13z" fill="currentColor" />
      </svg>
    </button>
  );
}
