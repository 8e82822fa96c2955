import type { Language } from '@citypath/calendar';
import type { StepKind } from '@citypath/journey';

const ACTS: Record<StepKind, Record<Language, string>> = {
  document: { en: 'Hand in the document', zh: '提交文件' },
  decision: { en: 'Record the decision', zh: '登记决定' },
  appointment: { en: 'Record the appointment', zh: '登记任命' },
  event: { en: 'Record the event', zh: '登记活动' },
  assessment: { en: 'Hand in the assessment', zh: '提交评估' },
  period: { en: 'Hand in the results', zh: '提交成果' },
  review: { en: 'Hand in the review', zh: '提交评审报告' },
};

/** What a step's button says: a verb and its object. */
export function actOn(kind: StepKind, language: Language): string {
  return ACTS[kind][language];
}
