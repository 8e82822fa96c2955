import type { Text } from '@citypath/contracts';
import type { PeopleAct, PersonAct } from './may-manage-people';

/** The rules of may-manage-people.ts in words. */
export const whoMayWithPeople: Record<PeopleAct, Text> = {
  'look-up': {
    en: 'Managers and directors of any programme, and administrators.',
    zh: '任一项目的项目经理、项目主任，以及系统管理员。',
  },
  add: { en: 'Managers of any programme, and administrators.', zh: '任一项目的项目经理，以及系统管理员。' },
};

export const whoMayWithPerson: Record<PersonAct, Text> = {
  see: {
    en: 'Everybody their own; managers and directors of any programme and administrators everybody’s.',
    zh: '每个人可查看本人资料；项目经理、项目主任和系统管理员可查看所有人的资料。',
  },
  correct: {
    en: 'The manager of the programme whose cities the person serves, and administrators.',
    zh: '其所在城市所属项目的项目经理，以及系统管理员。',
  },
  'set-leave': {
    en: 'Everybody their own; the manager of the programme whose cities the person serves, and administrators.',
    zh: '每个人可设置本人休假；其所在城市所属项目的项目经理和系统管理员也可设置。',
  },
  'set-post': {
    en: 'Everybody their own; the manager of the programme whose cities the person serves, and administrators.',
    zh: '每个人可设置本人的收信时间；其所在城市所属项目的项目经理和系统管理员也可设置。',
  },
  export: { en: 'Everybody their own, and administrators.', zh: '本人，以及系统管理员。' },
  'change-administrator': { en: 'Administrators.', zh: '系统管理员。' },
  erase: { en: 'Administrators.', zh: '系统管理员。' },
};
