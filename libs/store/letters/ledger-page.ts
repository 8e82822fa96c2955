import type { DataSource, SelectQueryBuilder } from 'typeorm';
import type { Letter } from '../plain';
import { Letter as LetterRow } from '../rows/letter';
import type { Instant, Page, PageRequest } from '../types';
import type { Carrier, LedgerFilter, LedgerKey, LedgerLine, LetterInFull } from './ledger';

/** What a line says beside its own row: who took it along, how many it took along, and why somebody skipped it. */
const BESIDE = {
  carrier: `(SELECT jsonb_build_object('subject', c.subject, 'isDigest', c.is_digest, 'recipient', c.recipient,
    'settledAt', c.settled_at) FROM letters c WHERE c.id = letter.carried_by)`,
  carries: '(SELECT count(*)::integer FROM letters c WHERE c.carried_by = letter.id)',
  skipReason: "(SELECT t.body #>> '{}' FROM texts t WHERE t.ref = letter.skip_words)",
};

interface Beside {
  carrier: Carrier | null;
  carries: number;
  skipReason: string | null;
}

const NOTHING_BESIDE: Beside = { carrier: null, carries: 0, skipReason: null };

/** @returns a page of the ledger, newest first, without the letters' words; one statement */
export async function ledgerPage(
  dataSource: DataSource,
  filter: LedgerFilter,
  page: PageRequest<LedgerKey>,
): Promise<Page<LedgerLine, LedgerKey>> {
  const query = lineQuery(dataSource)
    .orderBy('letter.dueAt', 'DESC')
    .addOrderBy('letter.id', 'DESC')
    .limit(page.limit + 1);
  narrow(query, filter);
  if (page.after) query.andWhere('(letter.dueAt, letter.id) < (:dueAt, :id)', page.after);
  const lines = await linesOf(query);
  const items = lines.slice(0, page.limit);
  const last = items.at(-1);
  return { items, next: last && lines.length > items.length ? { dueAt: last.dueAt, id: last.id } : null };
}

/** @returns one letter with its words, or null */
export async function ledgerLine(dataSource: DataSource, id: string): Promise<LetterInFull | null> {
  const query = lineQuery(dataSource)
    .addSelect(['letter.bodyText', 'letter.bodyHtml'])
    .where('letter.id = :id', { id });
  const [line] = await linesOf(query);
  return line ?? null;
}

function lineQuery(dataSource: DataSource): SelectQueryBuilder<LetterRow> {
  const query = dataSource.getRepository(LetterRow).createQueryBuilder('letter');
  for (const [name, select] of Object.entries(BESIDE)) query.addSelect(select, name);
  return query;
}

async function linesOf(query: SelectQueryBuilder<LetterRow>): Promise<LetterInFull[]> {
  const { entities, raw } = await query.getRawAndEntities<Beside>();
  const letters: Letter[] = entities;
  return letters.map((letter, line) => {
    const { carrier, carries, skipReason } = raw[line] ?? NOTHING_BESIDE;
    return {
      ...letter,
      carrier: carrier && { ...carrier, settledAt: instantOf(carrier.settledAt) },
      carries,
      skipReason,
    };
  });
}

function narrow(query: SelectQueryBuilder<LetterRow>, filter: LedgerFilter): void {
  if (filter.journeyId !== undefined) query.andWhere('letter.journeyId = :journeyId', filter);
  if (filter.journeyIds !== undefined)
    query.andWhere('letter.journeyId = ANY (:ofJourneys)', { ofJourneys: filter.journeyIds });
  if (filter.readable !== undefined) {
    const { journeyIds, ownIn } = filter.readable;
    query.andWhere(
      `(letter.journeyId = ANY (:journeyIds)
        OR (letter.journeyId = ANY (:ownIn) AND (letter.holder = :reader OR letter.recipient = :reader)))`,
      { journeyIds, ownIn: ownIn.journeyIds, reader: ownIn.person },
    );
  }
  if (filter.step !== undefined) query.andWhere('letter.step = :step', filter);
  if (filter.person !== undefined) query.andWhere('(letter.holder = :person OR letter.recipient = :person)', filter);
  if (filter.status !== undefined) query.andWhere('letter.status = ANY (:status)', filter);
  if (filter.kind !== undefined) query.andWhere('letter.kind = ANY (:kind)', filter);
  if (filter.fromAt !== undefined) query.andWhere('letter.dueAt >= :fromAt', filter);
  if (filter.beforeAt !== undefined) query.andWhere('letter.dueAt < :beforeAt', filter);
  if (filter.cancelledBy !== undefined)
    query.andWhere(
      '(letter.journeyId, letter.cancelledBy) IN (SELECT * FROM unnest(:causeJourneys::text[], :causeSeqs::int[]))',
      {
        causeJourneys: filter.cancelledBy.map(({ journeyId }) => journeyId),
        causeSeqs: filter.cancelledBy.map(({ seq }) => seq),
      },
    );
  if (filter.carriedBy !== undefined) query.andWhere('letter.carriedBy = :carriedBy', filter);
}

/** PostgreSQL writes an instant into JSON in its own way. */
function instantOf(inJson: string | null): Instant | null {
  return inJson === null ? null : (new Date(inJson).toISOString() as Instant);
}
