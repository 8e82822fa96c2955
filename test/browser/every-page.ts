import type { Yiwu } from '../support/yiwu-on-its-way';

/** One page of the house, as one of its people sees it. */
export interface PageToSee {
  /** Short, for a picture's name. */
  name: string;
  /** Who looks; null: nobody is signed in. */
  by: 'cro' | 'manager' | 'administrator' | null;
  address: string;
  /** What has to stand on it before it is judged, in either language. */
  shows: RegExp;
}

/**
 * Every page of the house, with Yiwu on its way.
 * @param bulkAct an act upon many cities that one of them refused
 */
export function everyPage({ path, people }: Yiwu, bulkAct: string): PageToSee[] {
  return [
    { name: 'board', by: 'manager', address: '/', shows: /Yiwu|义乌/ },
    { name: 'today', by: 'cro', address: '/today', shows: /Yiwu|义乌/ },
    { name: 'city', by: 'manager', address: path, shows: /The story so far|历程记录/ },
    { name: 'step', by: 'cro', address: `${path}/steps/asw_report`, shows: /Workshop report|研讨会报告/ },
    { name: 'stuck', by: 'administrator', address: '/stuck', shows: /Yiwu waits for|义乌市等待/ },
    { name: 'letters', by: 'cro', address: '/letters', shows: /Letters|信函/ },
    { name: 'letters-coming', by: 'manager', address: '/letters?view=coming', shows: /by itself until|自动发出/ },
    {
      name: 'quarantine',
      by: 'administrator',
      address: '/letters/quarantine',
      shows: /Nothing is in quarantine|没有隔离邮件/,
    },
    {
      name: 'letter-previews',
      by: 'manager',
      address: `/letters/previews?journey=${path.split('/')[2] ?? ''}&kind=escalation&step=asw_report`,
      shows: /Send me both in one|把双语版发给我/,
    },
    { name: 'programmes', by: 'manager', address: '/programmes', shows: /2 cities on their way|2个城市/ },
    { name: 'pack', by: 'cro', address: `${path}/seats/cro/pack`, shows: /Whom to ask|联系人/ },
    { name: 'people', by: 'manager', address: '/people', shows: /Xiong Tao/ },
    { name: 'person', by: 'manager', address: `/people/${people.cro}`, shows: /What is known|基本资料/ },
    { name: 'oneself', by: 'cro', address: `/people/${people.cro}`, shows: /What is known|基本资料/ },
    {
      name: 'programme',
      by: 'administrator',
      address: '/programmes/100rc-cn',
      shows: /Seats of the programme|项目职务/,
    },
    { name: 'calendars', by: 'cro', address: '/calendars?year=2026', shows: /are published|已公布/ },
    { name: 'cities', by: 'manager', address: '/cities', shows: /Yiwu|义乌/ },
    { name: 'city-to-add', by: 'manager', address: '/cities?add=', shows: /English name|英文名称/ },
    {
      name: 'enrol',
      by: 'manager',
      address: '/programmes/100rc-cn/enrol',
      shows: /Who sits where|席位安排|Enrol a city|加入城市/,
    },
    { name: 'rights', by: 'cro', address: '/rights', shows: /Hand in a step|提交步骤/ },
    { name: 'audit', by: 'administrator', address: '/audit', shows: /taken over on its way|转入 CityPath/ },
    { name: 'account', by: 'manager', address: '/account', shows: /Where you are signed in|已登录的浏览器/ },
    { name: 'sign-in', by: null, address: '/sign-in', shows: /Send me the letter|发送登录邮件/ },
    { name: 'sign-in-code', by: null, address: '/sign-in?step=code', shows: /Code of eight digits|八位数字验证码/ },
    {
      name: 'sign-in-link-unknown',
      by: null,
      address: '/sign-in/AAAAAAAAAAAAAAAAAAAAAA',
      shows: /This link leads nowhere|此链接无效/,
    },
    { name: 'import', by: 'manager', address: '/programmes/100rc-cn/import', shows: /Choose a file|选择文件/ },
    { name: 'rights', by: 'administrator', address: '/rights', shows: /Administrator|管理员/ },
    {
      name: 'workflow',
      by: 'administrator',
      address: `${path}/workflow`,
      shows: /The run begins\.|运行开始。/,
    },
    {
      name: 'many',
      by: 'manager',
      address: '/programmes/100rc-cn/many?filter=all&act=reassign',
      shows: /Mountain Towns|合作示范区/,
    },
    {
      name: 'many-for-step',
      by: 'manager',
      address: '/programmes/100rc-cn/many?act=schedule-event',
      shows: /Mountain Towns|合作示范区/,
    },
    {
      name: 'bulk-act',
      by: 'manager',
      address: `/bulk-acts/${bulkAct}`,
      shows: /is settled already|已办结|Mountain Towns|合作示范区/,
    },
    {
      name: 'bulk-act-refused',
      by: 'manager',
      address: `/bulk-acts/${bulkAct}?only=refused`,
      shows: /refused|被拒/,
    },
    { name: 'nowhere', by: 'cro', address: '/nowhere', shows: /leads nowhere|没有对应的页面/ },
  ];
}
