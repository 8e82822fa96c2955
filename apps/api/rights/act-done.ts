import type { ActName, Text } from '@citypath/contracts';

/** Each act as something that one may do, without naming a step or seat. */
export const actDone: Record<ActName, Text> = {
  submit: { en: 'Hand in a step', zh: '提交步骤' },
  'ask-waiver': { en: 'Ask to be let off a step', zh: '申请免除步骤' },
  accept: { en: 'Accept what was handed in', zh: '通过提交的内容' },
  return: { en: 'Return what was handed in', zh: '退回提交的内容' },
  complete: { en: 'Record a step as done', zh: '登记步骤完成' },
  waive: { en: 'Waive a step', zh: '免除步骤' },
  skip: { en: 'Skip a step', zh: '跳过步骤' },
  reopen: { en: 'Reopen a step', zh: '重新开放步骤' },
  comment: { en: 'Comment on a step', zh: '评论步骤' },
  'agree-date': { en: 'Agree another day', zh: '商定新期限' },
  'schedule-event': { en: 'Set the day of an event', zh: '确定活动日期' },
  appoint: { en: 'Appoint somebody to a seat', zh: '任命职务' },
  'hand-over': { en: 'Hand a seat over', zh: '交接职务' },
  vacate: { en: 'Record a seat as vacant', zh: '登记职务空缺' },
  'name-liaison': { en: 'Name a liaison', zh: '指定联络人' },
  hold: { en: 'Put a journey on hold', zh: '暂停历程' },
  resume: { en: 'Resume a journey', zh: '恢复历程' },
  withdraw: { en: 'Withdraw a city', zh: '退出项目' },
  finish: { en: 'Finish a journey', zh: '结束历程' },
  'adopt-calendar': { en: 'Take the newest calendar', zh: '采用最新工作日历' },
  'adopt-definition': { en: 'Take the newest version of the programme', zh: '采用最新项目定义' },
};
