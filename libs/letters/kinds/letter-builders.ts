import type { Language } from '@citypath/calendar';
import type { LetterFacts, PersonName, SeatNow, StepLetterFacts, StepNow } from './letter-facts';
import type { LetterText } from './letter-text';

/** Facts for specs: Yiwu's workshop report on 21 October 2026, three working days before its day. */
export const xiong: PersonName = {
  familyName: 'Xiong',
  givenName: 'Tao',
  displayName: null,
  zhName: null,
  titleEn: 'Vice Mayor',
  titleZh: '副市长',
};
const li: PersonName = {
  familyName: 'Li',
  givenName: 'Wen',
  displayName: null,
  zhName: '李文',
  titleEn: null,
  titleZh: null,
};
export const sorkin: PersonName = {
  familyName: 'Sorkin',
  givenName: 'Lauren',
  displayName: 'Lauren Sorkin',
  zhName: null,
  titleEn: 'Regional Director Asia Pacific',
  titleZh: null,
};

export const cro: SeatNow = {
  title: { en: 'Chief Resilience Officer', zh: '首席韧性官' },
  of: 'city',
  person: xiong,
};
export const manager: SeatNow = { title: { en: 'Programme manager', zh: '项目经理' }, of: 'programme', person: li };
export const director: SeatNow = {
  title: { en: 'Programme director', zh: '项目主任' },
  of: 'programme',
  person: sorkin,
};

export const report: StepNow = {
  title: { en: 'Workshop report', zh: '研讨会报告' },
  kind: 'document',
  optional: false,
  dueOn: '2026-10-26',
  workingDaysLeft: 3,
  reckoning: {
    en: '20 working days from 21 Sep; 25–27 Sep and 1–7 Oct are holidays; Sat 10 Oct is a make-up working day',
    zh: '9月21日之后第20个工作日；9月25日至27日、10月1日至7日放假；10月10日（周六）调休上班',
  },
  url: 'https://citypath.example/journeys/100rc-cn.yiwu/steps/asw_report',
};

/** What any letter to Yiwu's CRO may use. */
export function letterFacts(language: Language): LetterFacts {
  return {
    language,
    today: '2026-10-21',
    provisionalFromOn: '2027-01-01',
    reader: xiong,
    seat: cro,
    city: { en: 'Yiwu', zh: '义乌市' },
    programme: { en: '100 Resilient Cities · China', zh: '全球100韧性城市 · 中国' },
    manager,
    journeyUrl: 'https://citypath.example/journeys/100rc-cn.yiwu',
    demonstration: false,
  };
}

/** What a letter about Yiwu's workshop report may use; `step` changes the step. */
export function stepFacts(language: Language, step: Partial<StepNow> = {}): StepLetterFacts {
  return {
    ...letterFacts(language),
    step: { ...report, ...step },
    next: [
      { kind: 'reminder', on: '2026-10-23', to: cro, toReader: true },
      { kind: 'escalation', on: '2026-10-29', to: manager, toReader: false },
    ],
  };
}

/** What a letter says, without its small print. */
export function said({ subject, preview, greeting, paragraphs, button, afterwards }: LetterText): string {
  const lines = paragraphs.flatMap((paragraph) => {
    if (typeof paragraph === 'string') return [paragraph];
    if ('aside' in paragraph) return [paragraph.aside];
    if ('list' in paragraph) return paragraph.list.map((item) => `- ${item}`);
    if ('code' in paragraph) return [paragraph.code];
    if ('quote' in paragraph) return [`> ${paragraph.quote}`];
    return [paragraph.group, ...paragraph.entries.map(({ text, url }) => `- ${text} <${url}>`)];
  });
  return [
    subject,
    ...(preview === undefined ? [] : [`~ ${preview}`]),
    greeting,
    ...lines,
    ...(button ? [`[${button.label}]`] : []),
    ...afterwards,
  ].join('\n');
}
