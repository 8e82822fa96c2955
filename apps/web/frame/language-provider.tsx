import type { Language } from '@citypath/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { sessionQuery } from '../api/queries';
import { changeLanguage } from '../api/writes';
import { firstLanguage, keepLanguage } from '../words/language';
import { LanguageContext } from '../words/use-words';

/** The reader's language: the session's once somebody is signed in, else the one that was last chosen here. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const queryClient = useQueryClient();
  const session = useQuery(sessionQuery).data;
  const [unsigned, setUnsigned] = useState(firstLanguage);
  const signedIn = session?.person ? session : null;
  const language = signedIn?.language ?? unsigned;

  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    keepLanguage(language);
  }, [language]);

  const choose = (chosen: Language) => {
    setUnsigned(chosen);
    if (!signedIn) return;
    queryClient.setQueryData(sessionQuery.queryKey, { ...signedIn, language: chosen });
    // Should it not arrive, the page still speaks the chosen language until it is loaded anew.
    changeLanguage(chosen).catch(() => undefined);
  };

  return <LanguageContext value={{ language, choose }}>{children}</LanguageContext>;
}
