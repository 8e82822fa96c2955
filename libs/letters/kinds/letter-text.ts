/** Running text, somebody's own words, or a short list. Everything is plain: the renderer escapes. */
export type Paragraph = string | { quote: string } | { list: string[] };

export interface Link {
  label: string;
  url: string;
}

/** A letter in words, in one language: what the renderer makes plain text and HTML of. */
export interface LetterText {
  subject: string;
  greeting: string;
  /** What is wanted by when, then how the day was counted, then whatever else must be known. */
  paragraphs: Paragraph[];
  /** Null: nothing is wanted. */
  button: Link | null;
  /** What happens by itself if nothing happens. */
  afterwards: string[];
  /** Small: why the reader gets this, whom to ask, how to hand it over. */
  footnotes: (string | Link)[];
}
