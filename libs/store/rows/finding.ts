import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { Instant } from '../types';
import { instantColumn } from './instant-column';

/**
 * What the watch looks for. `workflow-missing`: a journey goes on and its workflow does not. `workflow-superfluous`: the
 * other way round. `run-differs`: a run holds another state than its journal leads to; it was reset, or the records were
 * restored. `read-model-differs`: what is shown is not what the journal leads to. `journal-gap`: facts are missing in
 * between. `step-adrift`: nothing carries an open step on. `letters-late`: letters are due and nobody posts them.
 */
export type FindingKind =
  | 'workflow-missing'
  | 'workflow-superfluous'
  | 'run-differs'
  | 'read-model-differs'
  | 'journal-gap'
  | 'step-adrift'
  | 'letters-late';

/** More of what was found, by kind. */
export interface FindingAbout {
  /** Of a missing workflow: Temporal does not know it, it ended, or it ended because it disagreed with the journal. */
  how?: 'unknown' | 'ended' | 'disagreed';
  /** Of a superfluous one: how the journey stands; null: there is none. */
  status?: string | null;
  step?: string;
  letters?: number;
}

/** Something that should not be, from when the watch first saw it until it saw it no more. */
@Entity('findings')
@Index('findings_open', ['kind', 'journeyId', 'place'], { unique: true, where: 'gone_at IS NULL' })
@Index('findings_gone', ['kind', 'journeyId', 'place', 'goneAt'], { where: 'gone_at IS NOT NULL' })
export class Finding {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('text')
  kind!: FindingKind;

  /** Empty: it touches all. There may be no such journey, hence no foreign key. */
  @Column('text')
  journeyId!: string;

  /** What tells two of a kind and journey apart: a step. */
  @Column('text')
  place!: string;

  @Column('jsonb', { default: {} })
  about!: FindingAbout;

  @Column(instantColumn)
  sinceAt!: Instant;

  /** When a look first saw it; of one that is there again, when it saw the first. */
  @Column(instantColumn)
  seenAt!: Instant;

  @Column({ ...instantColumn, nullable: true })
  goneAt!: Instant | null;

  /** The first of those that it is again: each was back within a day of having gone. All of them are one matter. */
  @Column('bigint', { nullable: true })
  againOf!: string | null;
}
