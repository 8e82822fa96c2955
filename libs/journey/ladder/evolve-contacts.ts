import type { Fact } from '../fact';
import type { JourneyState } from '../state';
import type { ContactState } from './ladder-state';

/** Only a journey that ever lost somebody says so: states of before stay as they were. */
export function withContacts(state: JourneyState, keep: (contact: ContactState) => boolean): JourneyState {
  return state.contacts === undefined ? state : { ...state, contacts: state.contacts.filter(keep) };
}

/** As it is kept until letters arrive again. */
export function contactOf({ seat, person, why, on, letterSeq }: Extract<Fact, { kind: 'contact-lost' }>): ContactState {
  return { seat, person, why, sinceOn: on, letterSeq };
}
