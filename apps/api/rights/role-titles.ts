import type { RightsRole, Text } from '@citypath/contracts';

export const ROLE_TITLES: Record<RightsRole, Text> = {
  administrator: { en: 'Administrator', zh: '系统管理员' },
  manager: { en: 'Programme manager', zh: '项目经理' },
  director: { en: 'Programme director', zh: '项目主任' },
  evaluator: { en: 'Evaluator', zh: '评估机构' },
  responsible: { en: 'Responsible seat of the city', zh: '该城市的负责职务' },
  liaison: { en: 'Its liaison', zh: '其联络人' },
  accepting: { en: 'Accepting seat of the city', zh: '该城市的审核职务' },
  'other-seat': { en: 'Another seat of the city', zh: '该城市的其他职务' },
  'other-city': { en: 'A seat of another city', zh: '其他城市的职务' },
  nobody: { en: 'Not signed in', zh: '未登录' },
};
