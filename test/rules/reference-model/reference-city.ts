import { BLANK, putInOrder, type Paper } from './paper';

/**
 * What a city manager with a sheet of paper would say of a small programme: a second account of what acts do, written
 * from the words of the design and not from the rules, and much smaller because it knows no letters and no facts.
 * The officer joined on the first day; the secretary's seat is empty.
 */
export function referenceCity(): Paper {
  const paper: Paper = {
    today: 0,
    off: new Set(),
    version: 1,
    formerNames: [],
    steps: {
      plan: { ...BLANK },
      survey: { ...BLANK },
      talks: { ...BLANK },
      pledge: { ...BLANK },
      strategy: { ...BLANK },
    },
    seats: { officer: { holder: 'p-officer', liaison: null }, secretary: { holder: null, liaison: null } },
    hold: null,
    stood: 0,
    ended: null,
    cadence: null,
    acts: [],
  };
  putInOrder(paper);
  return paper;
}
