import type { Inbox } from '@citypath/local/inbox';

/** A letter that the mail server has received whole and has not answered yet: it is being posted. */
export interface HeldLetter {
  /** The Message-ID, once it is there. */
  arrived: Promise<string | null>;
  /** The server keeps it, or throws it away and hangs up; in both cases after the sender may have died. */
  letGo(fate: Fate): void;
}

export type Fate = 'kept' | 'thrown away';

/** Holds the next letter that is posted; the ones after it are taken at once. */
export function holdNextLetter(inbox: Inbox): HeldLetter {
  const arrival = Promise.withResolvers<string | null>();
  const fate = Promise.withResolvers<Fate>();
  inbox.judgeBy(async ({ messageId }) => {
    inbox.judgeBy(() => ({ kind: 'accept' }));
    arrival.resolve(messageId);
    return { kind: (await fate.promise) === 'kept' ? 'accept' : 'drop' };
  });
  return { arrived: arrival.promise, letGo: fate.resolve };
}
