import type { RightsResponse, RightsRow } from '@citypath/contracts';
import { rightsWords } from '../../words/rights-words';
import { useSpeech, useWords } from '../../words/use-words';
import { ReachCell } from './reach-cell';
import styles from './rights.module.css';

/** Every role side by side, for a wide screen. */
export function RightsTable({ rights }: { rights: RightsResponse }) {
  const words = useWords(rightsWords);
  const speech = useSpeech();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{words.act}</th>
          {rights.roles.map(({ role, title }) => (
            <th key={role} scope="col">
              {speech.say(title)}
            </th>
          ))}
        </tr>
      </thead>
      {rights.features.map(({ feature, title, rows }) => (
        <tbody key={feature}>
          <tr>
            <th className={styles.feature} scope="rowgroup" colSpan={rights.roles.length + 1}>
              {speech.say(title)}
            </th>
          </tr>
          {rows.map((row) => (
            <tr key={`${row.method} ${row.path}`}>
              <th scope="row">
                <WhatAndWho row={row} />
              </th>
              {row.reaches.map((reach, index) => (
                <td key={rights.roles[index]?.role}>
                  <ReachCell reach={reach} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** What one does, and under it who may, in words. */
export function WhatAndWho({ row }: { row: RightsRow }) {
  const speech = useSpeech();
  return (
    <>
      <span>{speech.say(row.does)}</span>
      <span className="dim small">{speech.say(row.who)}</span>
    </>
  );
}
