/** A table in a backup. */
export interface BackedUpTable {
  name: string;
  /** In the order in which the columns of a row are written. */
  columns: string[];
  rows: number;
  /** Of its rows as COPY writes them, in the order of the primary key; hexadecimal. */
  sha256: string;
}

/** A sequence that numbers rows. */
export interface BackedUpSequence {
  name: string;
  /** The last number that it gave; null: none yet. */
  lastValue: string | null;
}

/** What a database held at one moment. */
export interface BackedUp {
  /** The migrations that had run, in order: what the tables look like. */
  migrations: string[];
  /** Each after those that it refers to. */
  tables: BackedUpTable[];
  sequences: BackedUpSequence[];
}
