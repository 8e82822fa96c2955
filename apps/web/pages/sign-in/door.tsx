import type { ReactNode } from 'react';
import { AppearanceSwitch, LanguageSwitch } from '../../frame/switches';
import styles from './sign-in.module.css';

/** What is around the pages of somebody who is not signed in. */
export function Door({ children }: { children: ReactNode }) {
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <strong>CityPath</strong>
        <div>
          <LanguageSwitch />
          <AppearanceSwitch />
        </div>
      </header>
      <main id="content">{children}</main>
    </div>
  );
}
