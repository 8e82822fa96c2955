import type { RefusalCode } from '@citypath/journey';
import type { ProblemWording } from '../problem-wording';

/** Of days, reminders and escalation. */
export const dayRefusals = {
  'day-malformed': {
    status: 422,
    title: { en: 'Not a day', zh: '日期有误' },
    sentence: { en: 'This is not a day of the calendar.', zh: '该日期不存在。' },
  },
  'day-in-the-future': {
    status: 422,
    title: { en: 'The day is still to come', zh: '日期尚未到来' },
    sentence: {
      en: '{day|This day} is still to come. Something that happened needs a day up to today.',
      zh: '{day|该日期}尚未到来。已发生的事项，日期不得晚于今天。',
    },
  },
  'day-in-the-past': {
    status: 422,
    title: { en: 'The day is past', zh: '日期已过' },
    sentence: {
      en: '{day|This day} is past. Choose today or a later day.',
      zh: '{day|该日期}已过，请选择今天或以后的日期。',
    },
  },
  'day-before-joining': {
    status: 422,
    title: { en: 'Before the city joined', zh: '早于加入日期' },
    sentence: {
      en: '{day|This day} lies before the city joined the programme.',
      zh: '{day|该日期}早于该城市加入项目的日期。',
    },
  },
  'acknowledgement-too-long': {
    status: 422,
    title: { en: 'Too far ahead', zh: '承诺期限过长' },
    sentence: {
      en: 'You can take a step on for at most {maxWorkingDays|a set number of} working days. Choose an earlier day, or agree a new date.',
      zh: '承诺办理的期限最长为{maxWorkingDays|规定的}个工作日，请选择较早的日期，或商定新的期限。',
    },
  },
  'rung-not-prepared': {
    status: 409,
    title: { en: 'No letter waits to be released', zh: '没有待放行的信件' },
    sentence: {
      en: 'No letter about {step|this step} waits to be released: it went, was declined, or is needed no more.',
      zh: '关于“{step|该步骤}”没有待放行的信件：信件已发出、已决定不发，或已无需发送。',
    },
  },
  'cadence-malformed': {
    status: 422,
    title: { en: 'These days cannot be told by', zh: '提醒日期有误' },
    sentence: {
      en: 'Give whole numbers of days, at most twelve: those before the due day from 0 with the largest first, those after it from 1 with the smallest first.',
      zh: '请填写整数天数，最多十二个：期限之前从0起、由大到小；期限之后从1起、由小到大。',
    },
  },
} satisfies Partial<Record<RefusalCode, ProblemWording>>;
