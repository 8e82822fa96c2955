import { z } from 'zod';
import { sign } from './board';
import { party } from './person';
import { dayOut, text } from './primitives';

/** How a step stands, before an act or after it. */
const standing = z.object({
  sign,
  dueOn: dayOut.nullable(),
  /** When it will be done if everybody keeps to the dates; null: that hangs on a day to be confirmed. */
  doneOn: dayOut.nullable(),
  /** The seat that has it, or will; null: it is settled, or was not there. */
  seat: text.nullable(),
});

export const stepChange = z
  .object({
    ref: z.string(),
    title: text,
    /** What it was called before; null: the same. */
    formerTitle: text.nullable(),
    /** `new`: the programme did not have it before; `let-go`: it has it no more. */
    fate: z.enum(['stays', 'new', 'let-go']),
    before: standing,
    after: standing,
  })
  .meta({ id: 'StepChange' });
export type StepChange = z.infer<typeof stepChange>;

export const letterChange = z
  .object({
    /** `cancelled`: it would have gone; `moved`: it goes on another day; `added`: it would not have gone. */
    change: z.enum(['cancelled', 'moved', 'added']),
    kindTitle: text,
    to: party,
    /** "Xiong Tao is told that Workshop report is late." */
    sentence: text,
    /** Null: it would not have gone before; or goes no more. */
    beforeOn: dayOut.nullable(),
    afterOn: dayOut.nullable(),
    /** What it will say, in its reader's language. Null: it stands in the ledger, or goes no more. */
    words: z.object({ subject: z.string(), text: z.string() }).nullable(),
  })
  .meta({ id: 'LetterChange' });
export type LetterChange = z.infer<typeof letterChange>;

/** `POST <an act's address>/dry-run`, with the act's own body: what the act would do, by the rules that will run. Nothing is changed. */
export const dryRunResponse = z
  .object({
    /** Send it with the act as `If-Match: "<seen>"`: the act is refused where it would do anything else by then. */
    seen: z.string(),
    /** "4 steps change; 3 letters go no more, 1 letter goes." */
    sentence: text,
    steps: z.array(stepChange),
    letters: z.array(letterChange),
    /** Days from this one on are provisional: the holidays of their years are not published. */
    provisionalFromOn: dayOut,
    /** Everybody who gets another letter than before, or one less. */
    people: z.array(party),
    /** What no later act takes back. */
    final: z.array(text),
    /** The last day that was looked at. */
    untilOn: dayOut,
  })
  .meta({ id: 'DryRunResponse' });
export type DryRunResponse = z.infer<typeof dryRunResponse>;
