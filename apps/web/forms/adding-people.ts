import type { PersonShort } from '@citypath/contracts';
import { createContext, type ComponentType } from 'react';

/** A window in which somebody new is written down. */
export interface AddsPerson {
  /** What was searched for and not found: a beginning. */
  named?: string;
  onAdded: (person: PersonShort) => void;
  onClose: () => void;
}

/** How a form that asks for a person adds one: the window is itself made of forms, so it is given from outside. */
export const AddingPeople = createContext<ComponentType<AddsPerson> | null>(null);
