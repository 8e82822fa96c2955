import type { Text } from '@citypath/contracts';
import { assertNever } from '../../assert-never';
import type { Names } from '../names';
import { sentence, type TellDay } from '../words';
import { actorText } from './actor';
import { factsOf, type FactOf } from './facts-of';

export const isLadderFact = factsOf(
  'rung-prepared',
  'rung-left-unreleased',
  'rung-declined',
  'rung-passed-over',
  'post-reported',
  'contact-lost',
  'contact-mended',
  'step-acknowledged',
  'cadence-set',
);

type LadderFact = FactOf<
  | 'rung-prepared'
  | 'rung-left-unreleased'
  | 'rung-declined'
  | 'rung-passed-over'
  | 'post-reported'
  | 'contact-lost'
  | 'contact-mended'
  | 'step-acknowledged'
  | 'cadence-set'
>;

const PASSED: Record<FactOf<'rung-passed-over'>['why'], Text> = {
  vacant: { en: 'nobody holds the seat', zh: '该职务空缺' },
  empty: { en: 'nobody is there to write to', zh: '该职务无可联系的人员' },
  absent: { en: 'they are away', zh: '其正在休假' },
  bounced: { en: 'letters do not reach them', zh: '信件无法送达' },
};

/** Who was to be told of a delay, and what came of it. */
export function ladderSentence(fact: LadderFact, names: Names, tellDay: TellDay): Text {
  const actor = actorText(fact, names);
  switch (fact.kind) {
    case 'rung-prepared': {
      const [step, to, reaches] = [names.stepTitle(fact.step), names.partyText(fact.to), names.partyText(fact.reaches)];
      return sentence(
        `A letter to ${reaches.en} about ${step.en} is prepared; ${to.en} is asked to release it.`,
        `已拟好就“${step.zh}”致${reaches.zh}的信件，请${to.zh}决定是否放行。`,
      );
    }
    case 'rung-left-unreleased': {
      const [step, to, reaches] = [names.stepTitle(fact.step), names.partyText(fact.to), names.partyText(fact.reaches)];
      return sentence(
        `Nobody has released or declined the letter to ${reaches.en} about ${step.en}; ${to.en} is told.`,
        `就“${step.zh}”致${reaches.zh}的信件尚无人决定是否放行，现告知${to.zh}。`,
      );
    }
    case 'rung-declined': {
      const [step, reaches] = [names.stepTitle(fact.step), names.partyText(fact.reaches)];
      return sentence(
        `${actor.en} kept back the letter to ${reaches.en} about ${step.en}.`,
        `${actor.zh}决定不发出就“${step.zh}”致${reaches.zh}的信件。`,
      );
    }
    case 'rung-passed-over': {
      const [step, to, passed] = [names.stepTitle(fact.step), names.partyText(fact.to), names.partyText(fact.passed)];
      const why = PASSED[fact.why];
      return sentence(
        `${passed.en} was to be told that ${step.en} is late, but ${why.en}; ${to.en} is told of that.`,
        `原应将“${step.zh}”的延误告知${passed.zh}，但${why.zh}，已将此情况告知${to.zh}。`,
      );
    }
    case 'post-reported':
      return sentence('The post reported what became of the letters.', '邮递结果已回报。');
    case 'contact-lost': {
      const [who, to] = [names.partyText({ seat: fact.seat, holder: fact.person }), names.partyText(fact.to)];
      return sentence(
        `Letters do not reach ${who.en}; ${to.en} is asked to mend the address.`,
        `信件无法送达${who.zh}，请${to.zh}更正联系方式。`,
      );
    }
    case 'contact-mended': {
      const who = names.partyText({ seat: fact.seat, holder: fact.person });
      return sentence(`Letters reach ${who.en} again.`, `${who.zh}已恢复联系。`);
    }
    case 'step-acknowledged': {
      const [step, until] = [names.stepTitle(fact.step), tellDay(fact.untilOn)];
      return sentence(
        `${actor.en} took ${step.en} on until ${until.en}; until then nobody is told of the delay.`,
        `${actor.zh}承诺在${until.zh}之前办理“${step.zh}”，在此之前不再上报。`,
      );
    }
    case 'cadence-set':
      return cadenceSet(fact, names, actor);
    default:
      return assertNever(fact);
  }
}

function cadenceSet({ of: step, cadence }: FactOf<'cadence-set'>, names: Names, actor: Text): Text {
  const about =
    step === null
      ? { en: 'all steps', zh: '所有步骤' }
      : { en: names.stepTitle(step).en, zh: `“${names.stepTitle(step).zh}”` };
  return cadence === null
    ? sentence(
        `${actor.en} returned ${about.en} to the programme’s own days for letters.`,
        `${actor.zh}将${about.zh}的发信日恢复为项目规定。`,
      )
    : sentence(
        `${actor.en} chose the days on which letters about ${about.en} go.`,
        `${actor.zh}为${about.zh}设定了发信日。`,
      );
}
