import type { Message } from './message';

/**
 * What the mail server does with a message once it has all of it. The last two leave the sender in the dark: the
 * connection ends before an answer, once with the message thrown away, once with it kept.
 */
export type Verdict =
  | { readonly kind: 'accept' }
  | { readonly kind: 'refuse'; readonly code: number; readonly text: string }
  | { readonly kind: 'drop' }
  | { readonly kind: 'accept-and-drop' };

/** Decides about each message; the inbox's own answer is to accept. It may take its time (a slow server). */
export type Judge = (message: Message) => Verdict | Promise<Verdict>;
