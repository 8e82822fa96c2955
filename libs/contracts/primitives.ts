import { z } from 'zod';

/**
 * What all messages are made of. Text that comes in is refused when it holds control characters, characters that
 * turn the direction of writing, or half a surrogate pair (PostgreSQL's jsonb takes none of them); markup is text
 * like any other and is shown as such.
 */
const noControls = /^[^\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]*$/u;
const noControlsButLines = /^[^\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]*$/u;

const wellFormed = (value: string) => value.isWellFormed();

const line = (maxLength: number) =>
  z
    .string()
    .trim()
    .min(1, 'text-empty')
    .max(maxLength, 'text-too-long')
    .regex(noControls, 'text-with-control-characters')
    .refine(wellFormed, 'text-with-control-characters');

/** One line, at most 200 characters: a person's or city's name, a title, a place. */
export const name = line(200);

/** One short line, for a code that people chose: the key of a city, a seat's title. */
export const shortLine = line(80);

/** Several lines: a reason, a comment. Line breaks and tabs are kept. */
export const longText = z
  .string()
  .trim()
  .min(1, 'text-empty')
  .max(4000, 'text-too-long')
  .regex(noControlsButLines, 'text-with-control-characters')
  .refine(wellFormed, 'text-with-control-characters');

/** A key of a definition or a city: lower case letters, digits, dashes and underscores. */
export const key = z
  .string()
  .max(64, 'text-too-long')
  .regex(/^[a-z0-9][a-z0-9_-]*$/, 'key-malformed');

/** '<programme>.<city>'. */
export const journeyId = z
  .string()
  .max(130, 'text-too-long')
  .regex(/^[a-z0-9][a-z0-9_-]*\.[a-z0-9][a-z0-9_-]*$/, 'key-malformed');

/** A step's key, or key@occurrence: 'draft', 'q_review@2027-Q1', 'p2_discovery@2'. */
export const stepRef = z
  .string()
  .max(130, 'text-too-long')
  .regex(/^[a-z0-9][a-z0-9_-]*(@[A-Za-z0-9-]+)?$/, 'key-malformed');

export const personId = z
  .string()
  .max(64, 'text-too-long')
  .regex(/^p-[A-Za-z0-9_-]+$/, 'key-malformed');

/** A calendar day, 'YYYY-MM-DD', in the city's zone. */
export const day = z.iso.date('day-malformed').refine((on) => on >= '1990-01-01' && on < '2200-01-01', 'day-malformed');

/** An instant in UTC: '2026-10-26T01:00:00.000Z'. */
export const instantIn = z.iso
  .datetime('instant-malformed')
  .refine((at) => at >= '1990' && at < '2200', 'instant-malformed')
  .transform((at) => at as `${number}-${number}-${number}T${string}Z`);

/** A time of the day on the city's clock, 'HH:MM'. */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time-malformed');

/** An IANA time zone that this machine knows: 'Asia/Shanghai'. */
export const timeZone = z.string().max(64, 'text-too-long').refine(isTimeZone, 'zone-unknown');

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** A link to a paper, http or https. */
export const link = z
  .string()
  .max(2000, 'text-too-long')
  .regex(/^https?:\/\/[^\s\u0000-\u001f\u007f<>"]+$/u, 'link-malformed')
  .refine(wellFormed, 'link-malformed');

export const language = z.enum(['en', 'zh']);
export type Language = z.infer<typeof language>;

/** A sentence or title in both languages. */
export const text = z.object({ en: z.string(), zh: z.string() }).meta({ id: 'Text' });
export type Text = z.infer<typeof text>;

/** Outgoing days and instants: they come from the rules, and need no second check. */
export const dayOut = z.string().meta({ format: 'date' });
export const instantOut = z.string().meta({ format: 'date-time' });

/** Where the next page begins: opaque, as the page before gave it. */
export const cursor = z
  .string()
  .max(400, 'text-too-long')
  .regex(/^[A-Za-z0-9_-]+$/, 'cursor-malformed');

/** How many rows a page has. Query strings are text, hence the coercion. */
export const limit = (most: number, usual: number) => z.coerce.number().int().min(1).max(most).default(usual);
