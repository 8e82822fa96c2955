import type { Day } from '@citypath/calendar';
import type { LadderInWords } from '@citypath/contracts';
import { ladderView, type LadderView, type StepState } from '@citypath/journey';
import { assertNever } from '../assert-never';
import type { KnownJourney } from './journey-reader';
import type { Names } from './names';
import { dayText, sentence } from './words';

/** Why those above a step are not simply told of its delay, in a sentence; null where they are, or nothing is late. */
export function ladderInWords(
  { state, context }: KnownJourney,
  step: StepState,
  names: Names,
  today: Day,
): LadderInWords | null {
  if (step.status !== 'open' && step.status !== 'submitted') return null;
  const view = ladderView(context, state, step, today);
  return view && said(view, names, today);
}

function said(view: LadderView, names: Names, today: Day): LadderInWords {
  const since = dayText(view.sinceOn, today);
  switch (view.kind) {
    case 'to-release': {
      const to = names.partyText(view.reaches);
      const left = view.left
        ? { en: ' The programme director was told that nobody has.', zh: '因尚无人处理，已告知项目主任。' }
        : { en: '', zh: '' };
      return {
        kind: 'to-release',
        on: view.sinceOn,
        sentence: sentence(
          `a letter to ${to.en} was prepared on ${since.en}; it goes once somebody has read and released it.${left.en}`,
          `${since.zh}已拟好致${to.zh}的信件，经审阅放行后才会发出。${left.zh}`,
        ),
      };
    }
    case 'ended':
      return {
        kind: 'ended',
        on: view.sinceOn,
        sentence: sentence(
          `everybody above was told, the last one on ${since.en}; nothing follows by itself. Handing it in or agreeing another day ends this.`,
          `已逐级告知各级负责人，最后一次为${since.zh}，此后不再自动上报。提交内容或商定新期限后，此状态即告结束。`,
        ),
      };
    case 'acknowledged': {
      const until = dayText(view.untilOn, today);
      return view.broken
        ? {
            kind: 'broken',
            on: view.untilOn,
            sentence: sentence(
              `it was taken on until ${until.en}; since then those above are told again.`,
              `曾承诺于${until.zh}前办理，逾期未办，现已重新开始上报。`,
            ),
          }
        : {
            kind: 'acknowledged',
            on: view.untilOn,
            sentence: sentence(
              `it is taken on until ${until.en}; nobody above is told before.`,
              `已承诺于${until.zh}前办理，在此之前不再上报。`,
            ),
          };
    }
    case 'contact-lost': {
      const who = names.partyText({ seat: view.seat, holder: view.person });
      return {
        kind: 'contact-lost',
        on: view.sinceOn,
        sentence: sentence(
          `since ${since.en} letters do not reach ${who.en}; nobody above is told over their head until the address is mended.`,
          `自${since.zh}起信件无法送达${who.zh}；在更正联系方式之前，不会越过对方上报。`,
        ),
      };
    }
    case 'awaiting-post': {
      const to = names.seatTitle(view.seat);
      return {
        kind: 'awaiting-post',
        on: view.sinceOn,
        sentence: sentence(
          `a letter to the ${to.en} went on ${since.en}; what follows is counted from its arrival.`,
          `${since.zh}已致信${to.zh}，后续时间自信件送达之日起计算。`,
        ),
      };
    }
    default:
      return assertNever(view);
  }
}
