import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../types';
import { instantColumn } from './instant-column';

/** No letter of this journey is taken before an instant. Stands before the journey does, hence without a foreign key. */
@Entity('letter_embargoes')
@Index('letter_embargoes_by_import', ['importId'])
export class LetterEmbargo {
  @PrimaryColumn('text')
  journeyId!: string;

  @Column('text')
  importId!: string;

  @Column(instantColumn)
  untilAt!: Instant;
}
