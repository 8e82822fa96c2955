import type { Day } from '@citypath/calendar';
import type { LadderInWords } from '@citypath/contracts';
import type { StepState } from '@citypath/journey';
import type { Names } from './names';
import { dayText, sentence } from './words';

/**
 * Where the delay of a step stands with those above, as far as somebody has to know: a letter that waits to be
 * released, a word that was given or broken, or the end, where nobody else is told by itself. Null: nothing of it.
 */
export function ladderInWords({ ladder }: StepState, names: Names, today: Day): LadderInWords | null {
  if (!ladder) return null;
  const { prepared, endedOn, acknowledged } = ladder;
  if (prepared) {
    const to = names.partyText(prepared.reaches);
    const since = dayText(prepared.on, today);
    return {
      kind: 'to-release',
      on: prepared.on,
      sentence: sentence(
        `a letter to ${to.en} was prepared on ${since.en}; it goes once somebody has read and released it.`,
        `${since.zh}已拟好致${to.zh}的信件，经审阅放行后才会发出。`,
      ),
    };
  }
  if (endedOn !== undefined) {
    const since = dayText(endedOn, today);
    return {
      kind: 'ended',
      on: endedOn,
      sentence: sentence(
        `everybody above was told, the last one on ${since.en}: nothing follows by itself. Handing it in, or agreeing another day, ends this.`,
        `已逐级告知全部上级，最后一次为${since.zh}，此后不再自动上报。提交内容或商定新期限后，此状态即告结束。`,
      ),
    };
  }
  if (!acknowledged) return null;
  const until = dayText(acknowledged.untilOn, today);
  const who = names.partyText({ seat: acknowledged.seat, holder: null });
  return acknowledged.untilOn >= today
    ? {
        kind: 'acknowledged',
        on: acknowledged.untilOn,
        sentence: sentence(
          `${who.en} has taken it on until ${until.en}; nobody above is told before.`,
          `${who.zh}承诺于${until.zh}前办理，在此之前不再上报。`,
        ),
      }
    : {
        kind: 'broken',
        on: acknowledged.untilOn,
        sentence: sentence(
          `${who.en} had taken it on until ${until.en}; since then those above are told again.`,
          `${who.zh}曾承诺于${until.zh}前办理，现已重新开始上报。`,
        ),
      };
}
