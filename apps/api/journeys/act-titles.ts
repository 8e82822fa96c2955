import type { ActName, Text } from '@citypath/contracts';

const TITLES: Record<ActName, (what: Text) => Text> = {
  submit: ({ en, zh }) => ({ en: `Hand in: ${en}`, zh: `提交${zh}` }),
  'ask-waiver': ({ en, zh }) => ({ en: `Ask for a waiver: ${en}`, zh: `申请免除${zh}` }),
  comment: ({ en, zh }) => ({ en: `Comment: ${en}`, zh: `留言：${zh}` }),
  accept: ({ en, zh }) => ({ en: `Accept: ${en}`, zh: `通过${zh}` }),
  return: ({ en, zh }) => ({ en: `Return: ${en}`, zh: `退回${zh}` }),
  complete: ({ en, zh }) => ({ en: `Record as done: ${en}`, zh: `登记完成：${zh}` }),
  waive: ({ en, zh }) => ({ en: `Waive: ${en}`, zh: `免除${zh}` }),
  skip: ({ en, zh }) => ({ en: `Skip: ${en}`, zh: `跳过${zh}` }),
  reopen: ({ en, zh }) => ({ en: `Reopen: ${en}`, zh: `重新开放${zh}` }),
  reassign: ({ en, zh }) => ({ en: `Give to another seat: ${en}`, zh: `转交其他职务：${zh}` }),
  acknowledge: ({ en, zh }) => ({ en: `Take it on until a day: ${en}`, zh: `承诺办理期限：${zh}` }),
  'release-rung': () => ({ en: 'Release the letter', zh: '放行此信' }),
  'decline-rung': () => ({ en: 'Do not send the letter', zh: '不发出此信' }),
  'set-cadence': ({ en, zh }) => ({ en: `Choose the days of reminders: ${en}`, zh: `设定提醒日：${zh}` }),
  'reset-cadence': () => ({ en: 'The programme’s days of reminders again', zh: '恢复项目规定的提醒日' }),
  'agree-date': ({ en, zh }) => ({ en: `Agree another day: ${en}`, zh: `商定新期限：${zh}` }),
  'schedule-event': ({ en, zh }) => ({ en: `Set the day of the meeting: ${en}`, zh: `确定会议日期：${zh}` }),
  appoint: ({ en, zh }) => ({ en: `Appoint the ${en}`, zh: `任命${zh}` }),
  'hand-over': ({ en, zh }) => ({ en: `Hand over: ${en}`, zh: `交接${zh}` }),
  vacate: ({ en, zh }) => ({ en: `Record as vacant: ${en}`, zh: `登记${zh}空缺` }),
  'name-liaison': ({ en, zh }) => ({ en: `Name a liaison: ${en}`, zh: `指定${zh}联络人` }),
  hold: () => ({ en: 'Put the journey on hold', zh: '暂停历程' }),
  resume: () => ({ en: 'Resume the journey', zh: '恢复历程' }),
  withdraw: () => ({ en: 'Withdraw the city', zh: '退出项目' }),
  finish: () => ({ en: 'Finish the journey', zh: '结束历程' }),
  readmit: () => ({ en: 'Take the city in again', zh: '重新纳入该市' }),
  'adopt-calendar': () => ({ en: 'Take the newest calendar', zh: '采用最新工作日历' }),
  'go-to': ({ en, zh }) => ({ en: `Go on at: ${en}`, zh: `转到${zh}` }),
  'restart-from': ({ en, zh }) => ({ en: `Restart from: ${en}`, zh: `从${zh}重新开始` }),
  undo: () => ({ en: 'Undo', zh: '撤销' }),
  'adopt-definition': () => ({ en: 'Take the newest version of the programme', zh: '采用最新项目定义' }),
};

/** What takes an act back that many cities were given. */
export function undoTitle({ en, zh }: Text): Text {
  return { en: `Undo: ${en}`, zh: `撤销：${zh}` };
}

const OF_A_WAIVER: Partial<Record<ActName, (what: Text) => Text>> = {
  accept: ({ en, zh }) => ({ en: `Grant the waiver: ${en}`, zh: `同意免除${zh}` }),
  return: ({ en, zh }) => ({ en: `Do not grant it: ${en}`, zh: `不同意免除${zh}` }),
};

/**
 * The button's words: a verb and its object.
 * @param what the title of the step or seat
 * @param ofWaiver what was handed in is the wish to be let off the step
 */
export function actTitle(act: ActName, what: Text, ofWaiver = false): Text {
  return ((ofWaiver ? OF_A_WAIVER[act] : undefined) ?? TITLES[act])(what);
}
