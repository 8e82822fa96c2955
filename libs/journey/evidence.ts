import type { Day } from '@citypath/calendar';
import type { EvidenceWanted } from './grammar';
import type { PersonId, TextRef } from './ids';

/** What was handed in, by the key of what was wanted. */
export type EvidenceAnswers = Record<string, EvidenceAnswer>;
export type EvidenceAnswer =
  /** At least a link or a paper; `papers`: ids of what was uploaded for this step. */
  | { kind: 'document'; title?: string | undefined; link?: string | undefined; papers?: string[] | undefined }
  | { kind: 'form'; values: Record<string, string | number> }
  | { kind: 'list'; rows: Record<string, string | number>[] }
  | { kind: 'decision'; choice: string };

/**
 * What the rules and the journal see of a submission: which answers were given (the answers themselves lie in
 * the erasable table of texts, under `text`), and the few values that rules read.
 */
export interface EvidenceGiven {
  text: TextRef | null;
  keys: string[];
  /** Of an appointment: the person, and the first day in post. */
  person?: PersonId;
  fromOn?: Day;
  /** Titles of the rows of a list that later steps repeat over. */
  items?: string[];
  /** The chosen options of decisions, by evidence key. */
  choices?: Record<string, string>;
}

export interface EvidenceComplaint {
  /** JSON pointer below the answers, for example '/appointment/values/from'. */
  field: string;
  code: 'evidence-missing' | 'evidence-unknown' | 'evidence-malformed' | 'evidence-out-of-range';
}
export type { EvidenceWanted };
