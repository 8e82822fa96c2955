import type { ProgrammeDefinition } from '@citypath/journey';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One version of a programme, kept for ever under the hash of its content: journeys are pinned to it. */
@Entity('definitions')
export class Definition {
  @PrimaryColumn('text')
  hash!: string;

  @Column('text')
  key!: string;

  @Column('integer')
  version!: number;

  @Column('jsonb')
  body!: ProgrammeDefinition;
}
