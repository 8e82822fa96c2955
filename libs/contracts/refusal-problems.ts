import type { RefusalCode } from '@citypath/journey';
import type { ProblemWording } from './problem-wording';
import { dayRefusals } from './refusals/days';
import { journeyRefusals } from './refusals/journeys';
import { seatRefusals } from './refusals/seats';
import { stepRefusals } from './refusals/steps';
import { undoRefusals } from './refusals/undoing';
import { versionRefusals } from './refusals/versions';

/**
 * Each refusal of the rules: HTTP status and words. `step`, `seat` and days in the params arrive here as titles and
 * written days, not as keys.
 */
export const refusalProblems: Record<RefusalCode, ProblemWording> = {
  ...journeyRefusals,
  ...stepRefusals,
  ...seatRefusals,
  ...dayRefusals,
  ...versionRefusals,
  ...undoRefusals,
};
