import { Button } from '@mantine/core';
import { accountWords } from '../../words/account-words';
import { useLanguage, useWords } from '../../words/use-words';
import styles from './account.module.css';

const languages = [
  { language: 'en', name: 'English', lang: 'en' },
  { language: 'zh', name: '中文', lang: 'zh-CN' },
] as const;

/** The language of pages and letters: each choice in its own language. */
export function LanguageSection() {
  const words = useWords(accountWords);
  const { language, choose } = useLanguage();
  return (
    <section aria-labelledby="account-language">
      <h2 id="account-language">{words.language}</h2>
      <p className="dim small">{words.languageExplained}</p>
      <div className={styles.choices} role="group" aria-labelledby="account-language">
        {languages.map((one) => (
          <Button
            key={one.language}
            lang={one.lang}
            variant={one.language === language ? 'filled' : 'default'}
            aria-pressed={one.language === language}
            onClick={() => choose(one.language)}
          >
            {one.name}
          </Button>
        ))}
      </div>
    </section>
  );
}
