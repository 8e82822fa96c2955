import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A secret that the house made for itself, where none was configured. Nobody reads it for a person. */
@Entity('kept_secrets')
export class KeptSecret {
  @PrimaryColumn('text')
  name!: string;

  @Column('text')
  secret!: string;
}
