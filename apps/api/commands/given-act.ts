import type { ActName } from '@citypath/contracts';
import type { Command, PersonId } from '@citypath/journey';
import type { KnownJourney } from '../journeys/journey-reader';
import type { ActTarget } from '../policies/may-act';
import type { Reader } from '../session/reader';

/** An act that somebody is allowed to do, on its way to becoming a command. */
export interface GivenAct {
  act: ActName;
  target: ActTarget;
  journey: KnownJourney;
  actor: Reader;
  onBehalfOf: PersonId | null;
  idempotencyKey: string;
  /** Only to be looked at: what it would do is the answer, and nothing is done. */
  dry?: true;
  /** What the actor was shown of it beforehand; without it nothing was. */
  seen?: string;
}

/** What people wrote in a request, by the place it has in the command. */
export type WrittenTexts = Record<string, unknown>;

/** What an act asks for: the words to keep first, and the command once they have references. */
export interface Asked {
  body: unknown;
  texts: WrittenTexts;
  command(refs: TextRefs): Command;
  /** The command says what the records held when it was made: a journey that has taken anything since refuses it. */
  onlyAsRead?: true;
}

/** References of the texts that were given. @throws Error for one that was not */
export type TextRefs = (name: string) => string;
