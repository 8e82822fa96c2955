import type { Day } from '@citypath/calendar';
import type { StuckLine } from '@citypath/contracts';
import { managerOf } from '@citypath/journey';
import { Names, type Directory } from '../journeys/names';
import type { Reader } from '../session/reader';
import type { StuckJourney } from './stuck-journey';
import { stuckOptions } from './stuck-options';
import { nextLetter, stuckSentence } from './stuck-sentence';

/** A journey that is held up, as whoever runs its programme is told of it. */
export function stuckLine(
  stuck: StuckJourney,
  { directory, reader, today, awaiting }: { directory: Directory; reader: Reader; today: Day; awaiting: string | null },
): StuckLine {
  const { journey, found } = stuck;
  const { definition } = journey.context;
  const names = new Names(definition, directory, journey.state);
  const options = stuckOptions(stuck, directory, names, reader);
  const step = 'why' in found ? found.why.step : found.cause === 'never-met' ? found.step : null;
  return {
    journeyId: journey.row.id,
    city: { key: journey.row.city.key, nameEn: journey.row.city.nameEn, nameZh: journey.row.city.nameZh },
    programme: { key: definition.key, title: definition.title },
    demonstration: journey.row.demonstration,
    cause: found.cause,
    step: step === null ? null : { ref: step, title: names.stepTitle(step) },
    who: whoIn(stuck, names),
    sinceOn: sinceIn(stuck),
    nextOn: found.cause === 'on-hold' ? found.untilOn : (nextLetter(found)?.on ?? null),
    sentence: stuckSentence(stuck, { names, today, awaiting, options }),
    options,
  };
}

function whoIn({ journey, found }: StuckJourney, names: Names): StuckLine['who'] {
  if (!('why' in found)) return null;
  return names.party(found.cause === 'to-release' ? managerOf(journey.context, journey.state) : found.why.who);
}

function sinceIn({ found }: StuckJourney): Day | null {
  if (found.cause === 'on-hold') return found.sinceOn;
  if (!('why' in found)) return null;
  const { ladder, sinceOn } = found.why;
  return found.cause === 'contact-lost' || found.cause === 'to-release' ? (ladder?.sinceOn ?? sinceOn) : sinceOn;
}
