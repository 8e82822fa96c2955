import type { BoardResponse, BoardRow } from '@citypath/contracts';
import { Link } from 'react-router';
import { CityName } from '../../parts/city-name';
import { LadderSign } from '../../parts/ladder-sign';
import { SignAndWord } from '../../parts/sign';
import { boardWords } from '../../words/board-words';
import { signWords } from '../../words/sign-words';
import { useSpeech, useWords } from '../../words/use-words';
import { StageCell } from './stage-cell';
import { NextCell } from './next-cell';
import styles from './board.module.css';

interface Props {
  stages: BoardResponse['programme']['stages'];
  rows: BoardRow[];
}

/** The roles are named, because a narrow screen lays the table out as blocks, which takes them away. */
export function BoardTable({ stages, rows }: Props) {
  const words = useWords(boardWords);
  const speech = useSpeech();
  return (
    <table className={styles.table} role="table" aria-label={words.title}>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader" className={styles.cityColumn}>
            {words.city}
          </th>
          {stages.map((stage) => (
            <th key={stage.key} scope="col" role="columnheader">
              {speech.say(stage.title)}
            </th>
          ))}
          <th scope="col" role="columnheader" className={styles.nextColumn}>
            {words.next}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <CityRow key={row.journeyId} row={row} stages={stages} />
        ))}
      </tbody>
    </table>
  );
}

/** What somebody who runs the programme has to know of a city beside its steps. */
function Marks({ row, address }: { row: BoardRow; address: string }) {
  const words = useWords(boardWords);
  const signs = useWords(signWords);
  const speech = useSpeech();
  const { toldToTheTop: top, gaps } = row;
  return (
    <>
      {top ? (
        <Link
          className={styles.mark}
          to={`${address}/steps/${encodeURIComponent(top.step)}`}
          title={`${signs.toldToTheTop} · ${speech.say(top.title)} · ${speech.day(top.since)}`}
          data-mark="told-to-the-top"
        >
          <LadderSign />
          <span className="hurts">{signs.toldToTheTop}</span>
        </Link>
      ) : null}
      {gaps ? (
        <Link className={styles.mark} to={`${address}#gaps`} title={words.gapsTitle} data-mark="gaps">
          {words.gaps(gaps)}
        </Link>
      ) : null}
    </>
  );
}

function CityRow({ row, stages }: { row: BoardRow; stages: Props['stages'] }) {
  const signs = useWords(signWords);
  const speech = useSpeech();
  const address = `/journeys/${encodeURIComponent(row.journeyId)}`;
  return (
    <tr role="row" className="fade-in" data-line-of-list>
      <th scope="row" role="rowheader" className={styles.city}>
        <Link to={address} title={speech.cityName(row.city)} data-line>
          <CityName city={row.city} />
        </Link>
        {row.status === 'active' ? null : (
          <span className={styles.second}>
            {row.status === 'on-hold' ? <SignAndWord sign="on-hold" /> : signs.journey[row.status]}
          </span>
        )}
        <Marks row={row} address={address} />
      </th>
      {row.cells.map((cell, order) => (
        <StageCell
          key={cell.stage}
          cell={cell}
          stage={stages[order]?.title}
          address={address}
          provisionalFromOn={row.provisionalFromOn}
        />
      ))}
      <NextCell row={row} address={address} />
    </tr>
  );
}
