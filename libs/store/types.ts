import type { Command, Fact } from '@citypath/journey';

/** This room may know the journey's types only, so what they take from the calendar is named through them. */
export type Instant = Fact['recordedAt'];
export type Day = Extract<Fact, { kind: 'reminder-fell-due' }>['dueOn'];
export type CalendarData = Extract<Command, { kind: 'adopt-calendar' }>['calendar'];

export type Language = 'en' | 'zh';

/** One page of a list and where the next one starts (null: there is none). */
export interface Page<Item, Key> {
  items: Item[];
  next: Key | null;
}

/** Where a page starts (after which row; absent: at the beginning) and how many rows it has at most. */
export interface PageRequest<Key> {
  after?: Key;
  limit: number;
}
