import type { Text } from '@citypath/contracts';

/** What the routes are about, in the order of the page; a route's feature is what its controller is tagged with. */
export const FEATURE_TITLES: Record<string, Text> = {
  journeys: { en: 'Cities on their way', zh: '城市历程' },
  steps: { en: 'Steps', zh: '步骤' },
  papers: { en: 'Papers and drafts', zh: '文件与草稿' },
  seats: { en: 'Seats of a city', zh: '城市职务' },
  needs: { en: 'What needs me', zh: '待办事项' },
  letters: { en: 'Letters', zh: '信函' },
  audit: { en: 'Audit', zh: '操作记录' },
  programmes: { en: 'Programmes', zh: '项目' },
  cities: { en: 'Cities', zh: '城市' },
  'bulk-acts': { en: 'Many cities at once', zh: '批量操作' },
  imports: { en: 'Import and export', zh: '导入与导出' },
  people: { en: 'People', zh: '人员' },
  'sign-in': { en: 'Signing in', zh: '登录' },
  session: { en: 'One’s session', zh: '当前会话' },
  account: { en: 'One’s account', zh: '个人账户' },
  rights: { en: 'Rights', zh: '权限' },
  changes: { en: 'Live changes', zh: '实时更新' },
  commands: { en: 'Acts under way', zh: '处理中的操作' },
  calendars: { en: 'Calendars', zh: '工作日历' },
  health: { en: 'Health of the platform', zh: '平台运行状况' },
  other: { en: 'Other', zh: '其他' },
};
