import type { Text, WantedNow } from '@citypath/contracts';
import type { StepView } from '@citypath/journey';
import { whoHasIt } from './board-row';
import type { PageSources } from './city-step';
import { countedText } from './counted';
import { ladderInWords } from './ladder-in-words';
import type { KnownJourney } from './journey-reader';
import { byPressure, currentDueOn, isWanted, stepSign, workingDaysLeft } from './step-sign';
import { dayToComeText, sentence, type TellingDays } from './words';

/** What is wanted of whom, the most pressing first. */
export function wantedNow(journey: KnownJourney, views: readonly StepView[], sources: PageSources): WantedNow[] {
  const { context, state } = journey;
  const { names, today, acts } = sources;
  if (state.status === 'completed' || state.status === 'withdrawn') return [];
  return views
    .filter(isWanted)
    .sort(byPressure(today))
    .map((view) => {
      const { ref, step } = view;
      const who = whoHasIt(journey, view);
      return {
        step: ref,
        title: names.stepTitle(ref),
        sign: stepSign(view, state.hold !== null, today),
        round: step.round,
        sentence: wantedSentence(view, names.partyText(who), names.stepTitle(ref), {
          calendar: context.calendar,
          today,
        }),
        of: names.party(who),
        dueOn: currentDueOn(step),
        planned: step.status === 'open' && step.planned,
        counted: countedText(journey, view),
        workingDaysLeft: workingDaysLeft(context, today, currentDueOn(step)),
        ladder: ladderInWords(journey, step, names, today),
        acts: acts.ofStep(view),
      };
    });
}

function wantedSentence({ step }: StepView, who: Text, title: Text, days: TellingDays): Text {
  const dueOn = currentDueOn(step);
  const due = dueOn === null ? null : dayToComeText(dueOn, days);
  if (step.status === 'submitted') {
    const by = due === null ? { en: '', zh: '' } : { en: ` by ${due.en}`, zh: `于${due.zh}前` };
    return sentence(`${who.en} accepts ${title.en} or returns it${by.en}.`, `请${who.zh}${by.zh}审核“${title.zh}”。`);
  }
  const again = step.round > 1 ? { en: ' once more', zh: '再次' } : { en: '', zh: '' };
  const by = due === null ? { en: '; the day is to be confirmed', zh: '，日期待定' } : { en: ` by ${due.en}`, zh: '' };
  const before = due === null ? '' : `于${due.zh}前`;
  return sentence(
    `${who.en} hands in ${title.en}${again.en}${by.en}.`,
    `请${who.zh}${before}${again.zh}提交“${title.zh}”${by.zh}。`,
  );
}
