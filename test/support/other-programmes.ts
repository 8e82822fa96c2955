/*
 * Read by a process before its own program: the package of programmes holds what the file that CITYPATH_TEST_PROGRAMMES
 * names holds, as that of a newer release would.
 */
import { readFileSync } from 'node:fs';
import type { ProgrammeDefinition } from '@citypath/journey';
import { programmes } from '@citypath/programmes';

const shipped = programmes as ProgrammeDefinition[];
const file = process.env['CITYPATH_TEST_PROGRAMMES'] ?? '';
shipped.splice(0, shipped.length, ...(JSON.parse(readFileSync(file, 'utf8')) as ProgrammeDefinition[]));
