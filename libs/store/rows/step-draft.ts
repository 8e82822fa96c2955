import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../types';
import { instantColumn } from './instant-column';

/** The form of a step as far as it is filled in: shared by all who may hand it in, one for each round. */
@Entity('step_drafts')
export class StepDraft {
  @PrimaryColumn('text')
  journeyId!: string;

  @PrimaryColumn('text')
  stepRef!: string;

  @PrimaryColumn('integer')
  round!: number;

  /** Grows with each save: who saves says which one they had seen. */
  @Column('integer')
  version!: number;

  @Column('jsonb')
  answers!: unknown;

  @Column('text')
  byPerson!: string;

  @Column(instantColumn)
  updatedAt!: Instant;
}
