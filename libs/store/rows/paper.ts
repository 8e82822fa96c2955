import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { Instant } from '../types';
import { instantColumn } from './instant-column';

/** A file that was handed in for an evidence of a step. Its bytes lie in the store of papers, under journey and id. */
@Entity('papers')
@Unique('papers_version', ['journeyId', 'stepRef', 'evidenceKey', 'name', 'version'])
export class Paper {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  journeyId!: string;

  @Column('text')
  stepRef!: string;

  /** Of the step, when it was uploaded. */
  @Column('integer')
  round!: number;

  @Column('text')
  evidenceKey!: string;

  /** As people see it: cleaned, never a path. */
  @Column('text')
  name!: string;

  /** Counts the files of one name for one evidence. */
  @Column('integer')
  version!: number;

  /** By its content: 'pdf', 'docx' … */
  @Column('text')
  kind!: string;

  @Column('integer')
  sizeBytes!: number;

  @Column('text')
  sha256!: string;

  @Column('text', { nullable: true })
  byPerson!: string | null;

  @Column(instantColumn)
  uploadedAt!: Instant;

  /** A virus scanner has looked at it. */
  @Column('boolean')
  scanned!: boolean;
}
