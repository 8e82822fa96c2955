/**
 * Running text, how something was counted, somebody's own words, figures to be typed elsewhere, a short list, or a group
 * of things with a link each.
 * Everything is plain: the renderer escapes.
 */
export type Paragraph = string | { aside: string } | { quote: string } | { code: string } | { list: string[] } | Group;

/** Several things under one heading, each leading somewhere: 'Overdue', 'This week'. */
export interface Group {
  group: string;
  entries: { text: string; url: string }[];
}

export interface Link {
  label: string;
  url: string;
}

/** A letter in words, in one language: what the renderer makes plain text and HTML of. */
export interface LetterText {
  subject: string;
  /** Whose letter it is, above everything: the programme. Absent: CityPath's own. */
  letterhead?: string;
  /** What the reader has to know before anything else: a demonstration, a test. */
  notice?: string;
  /** What a list of mails shows beside the subject. Absent: the first paragraph. */
  preview?: string;
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
