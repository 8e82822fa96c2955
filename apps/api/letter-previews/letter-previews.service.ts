import { dayAt } from '@citypath/calendar';
import type { LetterPreviewResponse, Text } from '@citypath/contracts';
import { allSteps } from '@citypath/journey';
import { isAboutStep, LETTER_KINDS, renderFor } from '@citypath/letters';
import { Injectable } from '@nestjs/common';
import type { KnownJourney } from '../journeys/journey-reader';
import { Names } from '../journeys/names';
import { dayText } from '../journeys/words';
import { kindTitle } from '../letters/letter-words';
import type { Reader } from '../session/reader';
import { PreviewedLetters, type LetterAsked, type PreviewedLetter } from './previewed-letters';

/** What the letters of a city say. */
@Injectable()
export class LetterPreviewsService {
  constructor(private readonly previewed: PreviewedLetters) {}

  /** @throws ProblemError as PreviewedLetters does */
  async show(journey: KnownJourney, reader: Reader, asked: LetterAsked): Promise<LetterPreviewResponse> {
    const { row, state, context } = journey;
    const one = await this.previewed.one(journey, reader, asked);
    const { preview, to } = one;
    const names = new Names(context.definition, one.directory, state);
    return {
      city: { key: row.city.key, nameEn: row.city.nameEn, nameZh: row.city.nameZh },
      kinds: LETTER_KINDS.map((kind) => ({ kind, title: kindTitle(kind), aboutStep: isAboutStep(kind) })),
      steps: allSteps(context, state).map(({ ref }) => ({ ref, title: names.stepTitle(ref) })),
      kind: one.kind,
      step: one.step,
      to: names.party({ seat: preview.seat, holder: preview.reader }),
      language: to ? to.language : null,
      comesOn: preview.isForeseen ? dayAt(context.calendar, preview.at) : null,
      sentence: whenItComes(one, journey),
      letters: {
        en: renderFor('en', preview.write),
        zh: renderFor('zh', preview.write),
        both: renderFor(null, preview.write),
      },
    };
  }
}

function whenItComes({ preview }: PreviewedLetter, { context }: KnownJourney): Text {
  if (!preview.isForeseen) {
    return {
      en: 'As it would be written today; it only goes when somebody acts.',
      zh: '按今天的情况拟写；仅在有人办理相关事项后才会发出。',
    };
  }
  const day = dayText(dayAt(context.calendar, preview.at));
  return { en: `Comes by itself on ${day.en}, if nobody acts before.`, zh: `如届时无人办理，将于${day.zh}自动发出。` };
}
