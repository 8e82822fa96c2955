import type { Language } from '@citypath/store';
import type { JourneyLine, JourneyWhy, ProgrammeStatus } from './journeys';

const NOTHING = { en: 'Nothing.', zh: '无。' };

/** A line a programme. */
export function statusInWords(programmes: readonly ProgrammeStatus[], language: Language): string {
  if (programmes.length === 0) return NOTHING[language];
  return programmes
    .map(({ programme, title, counts, nextReviewOn }) => {
      const { cities, late, atRisk, onHold, closed, vacancy } = counts;
      return language === 'en'
        ? `${programme} (${title.en}): ${cities === 1 ? '1 city' : `${cities} cities`}; ${late} late, ${atRisk} at risk, ${onHold} on hold, ${closed} closed; ` +
            `${vacancy} with a vacant seat${nextReviewOn === null ? '' : `; next quarterly review due ${nextReviewOn}`}.`
        : `${programme}（${title.zh}）：${cities}座城市；逾期${late}，临近期限${atRisk}，暂停${onHold}，已结束${closed}；` +
            `职位空缺${vacancy}${nextReviewOn === null ? '' : `；下一季度评估期限${nextReviewOn}`}。`;
    })
    .join('\n');
}

/** A line a journey: its id, its state, and what it waits for. */
export function listInWords(journeys: readonly JourneyLine[], language: Language): string {
  if (journeys.length === 0) return NOTHING[language];
  const width = Math.max(...journeys.map(({ journeyId }) => journeyId.length));
  const stateWidth = Math.max(...journeys.map(({ status }) => status.length));
  return journeys
    .map(({ journeyId, status, why }) => `${journeyId.padEnd(width)}  ${status.padEnd(stateWidth)}  ${why[language]}`)
    .join('\n');
}

export function whyInWords({ sentence, stale }: JourneyWhy, language: Language): string {
  if (!stale) return sentence[language];
  const old = {
    en: 'This may be old: the read model could not be written.',
    zh: '以上内容可能不是最新：读模型未能写入。',
  };
  return `${sentence[language]}\n${old[language]}`;
}
