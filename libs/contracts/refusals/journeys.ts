import type { RefusalCode } from '@citypath/journey';
import type { ProblemWording } from '../problem-wording';

/** Of journeys as a whole. */
export const journeyRefusals = {
  'journey-already-joined': {
    status: 409,
    title: { en: 'Joined already', zh: '已经加入' },
    sentence: {
      en: 'This city has joined this programme already. Its page shows where it stands.',
      zh: '该城市已加入此项目，其进展请见城市页面。',
    },
  },
  'journey-not-joined': {
    status: 409,
    title: { en: 'Not joined yet', zh: '尚未加入' },
    sentence: { en: 'The city has not joined this programme yet.', zh: '该城市尚未加入此项目。' },
  },
  'journey-closed': {
    status: 409,
    title: { en: 'The journey is closed', zh: '历程已结束' },
    sentence: {
      en: 'The journey has ended, so it takes no more acts. Its history stays.',
      zh: '该历程已结束，不再接受操作；历史记录予以保留。',
    },
  },
  'journey-not-closed': {
    status: 409,
    title: { en: 'The journey has not ended', zh: '历程并未结束' },
    sentence: {
      en: 'The journey goes on, so it cannot be taken in again.',
      zh: '该历程仍在进行，无需重新纳入。',
    },
  },
  'journey-on-hold': {
    status: 409,
    title: { en: 'On hold already', zh: '已经暂停' },
    sentence: {
      en: 'The journey is on hold already, until {untilOn|its day}. Resume it first.',
      zh: '该历程已暂停至{untilOn|约定日期}，请先恢复。',
    },
  },
  'journey-not-on-hold': {
    status: 409,
    title: { en: 'Not on hold', zh: '并未暂停' },
    sentence: { en: 'The journey is not on hold: there is nothing to resume.', zh: '该历程并未暂停，无需恢复。' },
  },
  'hold-too-long': {
    status: 422,
    title: { en: 'The hold is too long', zh: '暂停时间过长' },
    sentence: {
      en: 'A hold lasts at most {maxWorkingDays|a set number of} working days. Choose an earlier day.',
      zh: '暂停最长为{maxWorkingDays|规定的}个工作日，请选择较早的日期。',
    },
  },
  'steps-still-open': {
    status: 409,
    title: { en: 'Steps are still open', zh: '尚有未办结步骤' },
    sentence: {
      en: 'The journey cannot be finished: {count|some} steps still have to be settled or skipped, the first is: {first|–}.',
      zh: '历程尚不能结束：仍有{count|若干}个步骤需办结或跳过，首先是“{first|–}”。',
    },
  },
  'calendar-malformed': {
    status: 422,
    title: { en: 'The calendar is not sound', zh: '日历有误' },
    sentence: { en: 'The calendar is not sound, so it was not taken.', zh: '日历存在问题，未予采用。' },
  },
  'command-id-reused': {
    status: 422,
    title: { en: 'The key was used before', zh: '幂等键已被使用' },
    sentence: {
      en: 'This Idempotency-Key came before with another content. Nothing was done; send the new act with a new key.',
      zh: '此 Idempotency-Key 已用于其他内容，本次未执行。请为新的操作使用新的键。',
    },
  },
} satisfies Partial<Record<RefusalCode, ProblemWording>>;
