import { bilingual } from './language';

/** The page of rights. */
export const rightsWords = bilingual(
  {
    title: 'Who may do what',
    explained:
      'Drawn from the very rules that are asked before every act. A seat counts from the moment it is given until the moment it is taken away.',
    chooseRole: 'Show the rights of',
    act: 'What one does',
    reach: {
      everywhere: 'yes',
      programme: 'own programme',
      city: 'own city',
      own: 'own only',
      no: 'no',
    },
    link: 'Who may do what',
  },
  {
    title: '权限一览',
    explained: '本页由每次操作前实际校验的规则生成。职务自授予之时起生效，至撤销之时止。',
    chooseRole: '查看以下角色的权限',
    act: '事项',
    reach: {
      everywhere: '可以',
      programme: '仅本项目',
      city: '仅本城市',
      own: '仅本人',
      no: '不可以',
    },
    link: '权限一览',
  },
);
