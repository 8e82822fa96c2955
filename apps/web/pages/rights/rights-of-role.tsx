import type { RightsResponse, RightsRole } from '@citypath/contracts';
import { NativeSelect } from '@mantine/core';
import { rightsWords } from '../../words/rights-words';
import { useSpeech, useWords } from '../../words/use-words';
import { ReachCell } from './reach-cell';
import { WhatAndWho } from './rights-table';
import styles from './rights.module.css';

interface Props {
  rights: RightsResponse;
  role: RightsRole;
  onChoose: (role: RightsRole) => void;
}

/** One role at a time, for a narrow screen. */
export function RightsOfRole({ rights, role, onChoose }: Props) {
  const words = useWords(rightsWords);
  const speech = useSpeech();
  const at = rights.roles.findIndex((one) => one.role === role);
  return (
    <div className={styles.ofRole}>
      <NativeSelect
        label={words.chooseRole}
        value={role}
        onChange={(event) => onChoose(event.target.value as RightsRole)}
        data={rights.roles.map((one) => ({ value: one.role, label: speech.say(one.title) }))}
      />
      {rights.features.map(({ feature, title, rows }) => (
        <section key={feature}>
          <h2>{speech.say(title)}</h2>
          <ul>
            {rows.map((row) => (
              <li key={`${row.method} ${row.path}`} className={styles.line}>
                <div>
                  <WhatAndWho row={row} />
                </div>
                <ReachCell reach={row.reaches[at] ?? 'no'} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
