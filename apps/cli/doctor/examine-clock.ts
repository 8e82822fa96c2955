import { ok, wrong, type Finding, type Part } from './finding';

/** Days begin by a second's difference, not by minutes: what is further apart shifts letters from one day to another. */
const LARGEST_SKEW_MS = 5_000;

/** Holds the clock of a server against the one of this machine. @param read both, read at the same moment */
export function examineClock(part: Part, read: { at: Date; oursAt: Date }): Finding {
  const aheadMs = read.at.getTime() - read.oursAt.getTime();
  const seconds = Math.round(Math.abs(aheadMs) / 1_000);
  const said = seconds === 0 ? 'less than a second' : seconds === 1 ? 'a second' : `${seconds} seconds`;
  if (Math.abs(aheadMs) <= LARGEST_SKEW_MS) return ok(part, `It differs by ${said} from the one of this machine.`);
  return wrong(
    part,
    `It is ${said} ${aheadMs > 0 ? 'ahead of' : 'behind'} the one of this machine, which says ${read.oursAt.toISOString()}.`,
    'Let both machines take their time from the same source (NTP).',
  );
}
