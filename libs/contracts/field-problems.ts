import type { Text } from './primitives';

/** What is wrong with one field of a request, by the code in `errors[].code`. */
export type FieldProblemCode =
  | 'text-empty'
  | 'text-too-long'
  | 'text-with-control-characters'
  | 'key-malformed'
  | 'code-malformed'
  | 'day-malformed'
  | 'time-malformed'
  | 'instant-malformed'
  | 'link-malformed'
  | 'address-malformed'
  | 'zone-unknown'
  | 'address-of-somebody-else'
  | 'leave-ends-before-it-begins'
  | 'window-ends-before-it-begins'
  | 'day-not-ahead'
  | 'days-end-before-they-begin'
  | 'substitute-is-the-person'
  | 'path-malformed'
  | 'cursor-malformed'
  | 'too-many'
  | 'field-missing'
  | 'field-unknown'
  | 'field-malformed'
  | 'evidence-missing'
  | 'evidence-unknown'
  | 'evidence-malformed'
  | 'evidence-out-of-range';

export const fieldProblems: Record<FieldProblemCode, Text> = {
  'text-empty': { en: 'Please write something here.', zh: '请填写此项。' },
  'text-too-long': { en: 'This text is too long.', zh: '文字过长。' },
  'text-with-control-characters': {
    en: 'The text holds characters that cannot be shown. Type it anew, without copying.',
    zh: '文字中含有无法显示的字符，请重新输入。',
  },
  'key-malformed': { en: 'This is not a known key.', zh: '标识格式有误。' },
  'code-malformed': { en: 'This code is not well formed.', zh: '代码格式有误。' },
  'day-malformed': { en: 'This is not a day of the calendar (year-month-day).', zh: '日期有误（年-月-日）。' },
  'instant-malformed': {
    en: 'This is not an instant in UTC (2026-10-26T01:00:00Z).',
    zh: '时刻有误（UTC，如 2026-10-26T01:00:00Z）。',
  },
  'time-malformed': { en: 'This is not a time of the day (hours:minutes).', zh: '时间有误（时:分）。' },
  'link-malformed': { en: 'A link begins with https:// or http://.', zh: '链接须以 https:// 或 http:// 开头。' },
  'address-malformed': { en: 'This is not a mail address.', zh: '电子邮件地址有误。' },
  'address-of-somebody-else': { en: 'This is not the address of this person.', zh: '这不是此人的邮箱地址。' },
  'zone-unknown': {
    en: 'This time zone is not known. Write it like Asia/Shanghai.',
    zh: '未知的时区，请按 Asia/Shanghai 的形式填写。',
  },
  'window-ends-before-it-begins': {
    en: 'The window ends before it begins.',
    zh: '结束时间早于开始时间。',
  },
  'days-end-before-they-begin': {
    en: 'The last day lies before the first one.',
    zh: '最后一天早于第一天。',
  },
  'leave-ends-before-it-begins': {
    en: 'The last day lies before the first one.',
    zh: '休假的最后一天早于第一天。',
  },
  'day-not-ahead': { en: 'Choose a day that is still to come.', zh: '请选择今后的日期。' },
  'substitute-is-the-person': {
    en: 'Nobody stands in for themselves. Choose somebody else, or nobody.',
    zh: '代理人不能是本人，请另选他人或不设代理人。',
  },
  'path-malformed': { en: 'This is no place of CityPath.', zh: '这不是 CityPath 的页面地址。' },
  'cursor-malformed': { en: 'This is not where a page begins.', zh: '分页标记有误。' },
  'too-many': { en: 'These are too many.', zh: '数量过多。' },
  'field-missing': { en: 'This is missing.', zh: '缺少此项。' },
  'field-unknown': { en: 'This is not expected here.', zh: '此处没有该字段。' },
  'field-malformed': { en: 'This is not as it should be.', zh: '内容格式有误。' },
  'evidence-missing': { en: 'This is missing.', zh: '缺少此项材料。' },
  'evidence-unknown': { en: 'This step does not ask for it.', zh: '该步骤无需此项材料。' },
  'evidence-malformed': { en: 'This is not as it should be.', zh: '此项材料格式有误。' },
  'evidence-out-of-range': { en: 'This lies outside of what is possible.', zh: '超出允许的范围。' },
};
