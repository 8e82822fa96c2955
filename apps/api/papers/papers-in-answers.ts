import type { EvidenceAnswers, EvidenceHandedIn } from '@citypath/contracts';
import type { Paper } from '@citypath/store';
import type { Names } from '../journeys/names';
import { paperShort } from './paper-short';

/** Ids of all papers that answers name, wherever in these words answers are. */
export function papersNamedIn(words: Iterable<unknown>): string[] {
  return [...words].flatMap((word) =>
    isRecord(word)
      ? Object.values(word).flatMap((answer) =>
          isRecord(answer) && answer['kind'] === 'document' && Array.isArray(answer['papers'])
            ? (answer['papers'] as string[])
            : [],
        )
      : [],
  );
}

/** Answers as they were kept, with the papers themselves in place of their ids. Older answers name none. */
export function withPapers(
  answers: EvidenceAnswers,
  papers: ReadonlyMap<string, Paper>,
  names: Names,
): EvidenceHandedIn {
  return Object.fromEntries(
    Object.entries(answers).map(([key, answer]) => {
      if (answer.kind !== 'document' || answer.papers === undefined) return [key, answer];
      const known = answer.papers.map((id) => papers.get(id)).filter((paper) => paper !== undefined);
      return [key, { ...answer, papers: known.map((paper) => paperShort(paper, names.person(paper.byPerson))) }];
    }),
  ) as EvidenceHandedIn;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
