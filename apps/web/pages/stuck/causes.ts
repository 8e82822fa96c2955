import type { StuckCause } from '@citypath/contracts';
import { stuckWords } from '../../words/stuck-words';

/** Every cause that an address may name. */
export const stuckCauses = Object.keys(stuckWords.en.cause) as StuckCause[];
