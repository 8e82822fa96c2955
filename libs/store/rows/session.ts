import { Column, Entity, ForeignKey, Generated, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Instant } from '../types';
import { instantColumn } from './instant-column';
import { Person } from './person';

/** How a session began: by the link or the code of a letter, by an organisation's account, or by the local door. */
export type SignInWay = 'link' | 'code' | 'organisation' | 'local';

export type BrowserFamily = 'chrome' | 'edge' | 'firefox' | 'opera' | 'qq' | 'safari' | 'samsung' | 'wechat' | 'other';

/** A signed-in browser. The token itself is known to the browser only. */
@Entity('sessions')
@Index('sessions_by_person', ['personId'])
@Unique('sessions_id', ['id'])
export class Session {
  @PrimaryColumn('text')
  tokenHash!: string;

  /** Names the session to people; opens nothing. */
  @Generated('uuid')
  @Column('uuid')
  id!: string;

  @ForeignKey(() => Person, { name: 'sessions_person', onDelete: 'CASCADE' })
  @Column('text')
  personId!: string;

  @Column(instantColumn)
  createdAt!: Instant;

  @Column(instantColumn)
  lastSeenAt!: Instant;

  @Column(instantColumn)
  expiresAt!: Instant;

  @Column('text', { default: 'local' })
  way!: SignInWay;

  /** The browser's family ('firefox') and no more: enough to recognise one's own, too little to follow anybody. */
  @Column('text', { default: 'other' })
  browser!: BrowserFamily;

  @Column('text', { default: 'computer' })
  device!: 'computer' | 'phone';
}
