import type { BoardFilter } from '@citypath/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { boardQuery } from '../../api/queries';

const ROWS_A_PAGE = 200;

/** Which cities are chosen: some by name, or all that the filter leaves, also those that are not shown yet. */
export function useChoice(programme: string, filter: BoardFilter) {
  const board = useInfiniteQuery(boardQuery(programme, filter, ROWS_A_PAGE));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isAll, setIsAll] = useState(false);
  const rows = board.data?.pages.flatMap((page) => page.rows) ?? [];
  return {
    board,
    rows,
    isAll,
    has: (journeyId: string) => isAll || chosen.has(journeyId),
    /** Null: all that the filter leaves. */
    journeys: isAll ? null : rows.map(({ journeyId }) => journeyId).filter((id) => chosen.has(id)),
    choose: (journeyId: string, is: boolean) => {
      const next = new Set(isAll ? rows.map((row) => row.journeyId) : chosen);
      if (is) next.add(journeyId);
      else next.delete(journeyId);
      setIsAll(false);
      setChosen(next);
    },
    chooseAll: (is: boolean) => {
      setIsAll(is);
      setChosen(new Set());
    },
  };
}

export type Choice = ReturnType<typeof useChoice>;
