import type { ProgrammeDefinition } from '@citypath/journey';
import { resilientCitiesChina } from './100rc-cn';

export { resilientCitiesChina };

/** Every programme that ships with the platform. */
export const programmes: readonly ProgrammeDefinition[] = [resilientCitiesChina];
