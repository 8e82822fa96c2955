import type { Cadence, EvidenceWanted, ProgrammeDefinition } from '@citypath/journey';

/**
 * 100 Resilient Cities, the network in China: joining, a Chief Resilience Officer, the Agenda-Setting Workshop, two
 * phases, a strategy, quarterly reviews. Durations are planning values that each city may agree otherwise; neither
 * officer nor workshop comes first by law.
 */
export const resilientCitiesChina: ProgrammeDefinition = {
  grammar: 1,
  key: '100rc-cn',
  version: 1,
  title: { en: '100 Resilient Cities · China', zh: '全球100韧性城市 · 中国' },
  seats: [
    { key: 'cro', of: 'city', filledBy: 'mayors_office', title: { en: 'Chief Resilience Officer', zh: '首席韧性官' } },
    {
      key: 'deputy_cro',
      of: 'city',
      office: true,
      title: { en: 'Deputy Chief Resilience Officer', zh: '副首席韧性官' },
    },
    {
      key: 'mayors_office',
      of: 'city',
      office: true,
      leadership: true,
      title: { en: "Mayor's office", zh: '市长办公室' },
    },
    { key: 'focal_point', of: 'city', title: { en: 'City focal point', zh: '城市联络人' } },
    {
      key: 'steering_committee',
      of: 'city',
      office: true,
      leadership: true,
      title: { en: 'Steering committee', zh: '指导委员会' },
    },
    { key: 'manager', of: 'programme', title: { en: 'Programme manager', zh: '项目经理' } },
    { key: 'director', of: 'programme', title: { en: 'Programme director', zh: '项目主任' } },
    { key: 'evaluator', of: 'programme', readOnly: true, title: { en: 'Evaluator', zh: '评估机构' } },
  ],
  stages: [
    { key: 'joining', title: { en: 'Joining', zh: '加入' } },
    { key: 'cro', title: { en: 'Officer', zh: '首席韧性官' } },
    { key: 'workshop', title: { en: 'Workshop', zh: '研讨会' } },
    { key: 'phase1', title: { en: 'Phase I', zh: '第一阶段' } },
    { key: 'phase2', title: { en: 'Phase II', zh: '第二阶段' } },
    { key: 'strategy', title: { en: 'Strategy', zh: '韧性战略' } },
    { key: 'reviews', title: { en: 'Reviews', zh: '评审' } },
  ],
  milestones: [
    {
      key: 'officer_and_workshop',
      title: { en: 'Officer in post and workshop held', zh: '首席韧性官到任且研讨会已举办' },
      needs: { allOf: ['cro', 'asw'] },
    },
  ],
  cadence: { before: { unit: 'working-days', days: [7, 3, 1, 0] }, afterWorkingDays: [1, 4, 7, 12, 17] },
  escalation: {
    rungs: [
      { afterWorkingDays: 3, seat: 'manager' },
      { afterWorkingDays: 7, seat: 'director' },
    ],
  },
  acceptance: {
    workingDays: 5,
    remindOnWorkingDays: [3, 5],
    rungs: [{ afterWorkingDays: 6, seat: 'director' }],
    whileVacant: 'manager',
  },
  hold: { maxWorkingDays: 130 },
  steps: [
    {
      key: 'application',
      kind: 'document',
      stage: 'joining',
      title: { en: 'Application', zh: '申请' },
      responsible: 'focal_point',
      accepts: 'manager',
      contributors: ['mayors_office'],
      whileVacant: ['manager'],
      due: { rule: 'after', amount: 60, unit: 'working-days', anchor: { of: 'joining' } },
      evidence: [
        {
          key: 'application',
          kind: 'form',
          title: { en: 'Application form', zh: '申请表' },
          fields: [
            {
              key: 'shocks',
              type: 'text',
              title: { en: 'Shocks and stresses, the gravest first', zh: '冲击与压力（按严重程度排序）' },
            },
            { key: 'contact', type: 'text', maxLength: 200, title: { en: 'First contact', zh: '第一联系人' } },
            { key: 'second_contact', type: 'text', maxLength: 200, title: { en: 'Second contact', zh: '第二联系人' } },
          ],
        },
        document('support', 'Signed letter of support', '签署的支持函'),
      ],
    },
    {
      key: 'selection',
      kind: 'decision',
      stage: 'joining',
      title: { en: 'Selection decision', zh: '入选决定' },
      responsible: 'manager',
      accepts: 'director',
      whileVacant: [],
      needs: 'application',
      due: workingDaysAfterOpening(120),
      evidence: [document('notice', 'Decision notice', '决定通知')],
    },
    {
      key: 'grant',
      kind: 'document',
      stage: 'joining',
      title: { en: 'Grant agreement', zh: '资助协议' },
      responsible: 'mayors_office',
      accepts: 'manager',
      whileVacant: ['manager'],
      needs: 'selection',
      due: workingDaysAfterOpening(60),
      evidence: [document('agreement', 'Signed agreement', '签署的协议')],
    },
    {
      key: 'cro',
      kind: 'appointment',
      stage: 'cro',
      title: { en: 'Appointment of the Chief Resilience Officer', zh: '首席韧性官任命' },
      responsible: 'mayors_office',
      accepts: 'manager',
      whileVacant: ['manager'],
      needs: 'grant',
      due: workingDaysAfterOpening(130),
      appoints: 'cro',
      cadence: { before: { unit: 'working-days', days: [30, 10, 0] }, afterWorkingDays: [1, 4, 7, 12, 17] },
      // The first rung waits ten working days; the second keeps its distance.
      escalation: {
        rungs: [
          { afterWorkingDays: 10, seat: 'manager' },
          { afterWorkingDays: 7, seat: 'director' },
        ],
      },
      evidence: [
        {
          key: 'appointment',
          kind: 'form',
          title: { en: 'Appointment', zh: '任命' },
          fields: [
            { key: 'officer', type: 'person', title: { en: 'Chief Resilience Officer', zh: '首席韧性官' } },
            { key: 'from', type: 'day', title: { en: 'First day in post', zh: '到任日期' } },
            { key: 'funding_ends', type: 'day', optional: true, title: { en: 'Funding ends on', zh: '资助截止日期' } },
          ],
        },
        document('letter', 'Appointment letter', '任命书'),
      ],
    },
    {
      key: 'asw_prep',
      kind: 'document',
      stage: 'workshop',
      title: { en: 'Workshop preparation', zh: '研讨会筹备' },
      responsible: 'manager',
      accepts: 'director',
      contributors: ['focal_point'],
      whileVacant: [],
      needs: 'grant',
      due: workingDaysAfterOpening(40),
      evidence: [
        {
          key: 'participants',
          kind: 'list',
          title: { en: 'Participants by sector', zh: '参会单位（按部门）' },
          minRows: 1,
          maxRows: 200,
          columns: [
            { key: 'organisation', type: 'text', maxLength: 200, title: { en: 'Organisation', zh: '单位' } },
            {
              key: 'sector',
              type: 'choice',
              title: { en: 'Sector', zh: '部门' },
              options: [
                { key: 'government', title: { en: 'Government', zh: '政府' } },
                { key: 'business', title: { en: 'Business', zh: '企业' } },
                { key: 'academia', title: { en: 'Academia', zh: '学术机构' } },
                { key: 'civil_society', title: { en: 'Civil society', zh: '社会组织' } },
              ],
            },
            { key: 'people', type: 'number', min: 1, max: 500, title: { en: 'People', zh: '人数' } },
          ],
        },
        document('agenda', 'Agenda', '议程'),
      ],
    },
    {
      key: 'asw',
      kind: 'event',
      stage: 'workshop',
      title: { en: 'Agenda-Setting Workshop', zh: '议程设定研讨会' },
      responsible: 'manager',
      accepts: 'director',
      contributors: ['cro', 'focal_point'],
      whileVacant: [],
      needs: 'asw_prep',
      due: { rule: 'event-day' },
      evidence: [
        {
          key: 'outcome',
          kind: 'form',
          title: { en: 'Outcome', zh: '成果' },
          fields: [
            {
              key: 'attendance',
              type: 'number',
              min: 1,
              max: 2000,
              title: { en: 'People who attended', zh: '出席人数' },
            },
            { key: 'priorities', type: 'text', title: { en: 'Priorities that were set', zh: '确定的优先事项' } },
          ],
        },
        { ...document('photos', 'Photographs', '照片'), optional: true },
      ],
    },
    {
      key: 'leadership_group',
      kind: 'document',
      stage: 'workshop',
      title: { en: 'Resilience Leadership Group', zh: '韧性领导小组成立' },
      responsible: 'mayors_office',
      accepts: 'manager',
      whileVacant: ['manager'],
      needs: 'asw',
      due: workingDaysAfterWorkshop(20),
      evidence: [document('members', 'Membership list', '成员名单')],
    },
    {
      key: 'asw_report',
      kind: 'document',
      stage: 'workshop',
      title: { en: 'Workshop report', zh: '研讨会报告' },
      ...ofOfficer(),
      contributors: ['manager'],
      needs: 'asw',
      due: workingDaysAfterWorkshop(20),
      evidence: [document('report', 'Published report', '已发布的报告')],
    },
    {
      key: 'p1_stakeholders',
      kind: 'document',
      stage: 'phase1',
      title: { en: 'Stakeholders and perceptions', zh: '利益相关方与认知' },
      ...ofOfficer(),
      needs: 'officer_and_workshop',
      due: workingDaysAfterOpening(60),
      evidence: [document('outreach', 'Outreach plan', '外联计划'), document('survey', 'Survey result', '调查结果')],
    },
    {
      key: 'p1_actions',
      kind: 'document',
      stage: 'phase1',
      title: { en: 'Inventory of actions', zh: '行动清单' },
      ...ofOfficer(),
      needs: 'officer_and_workshop',
      due: workingDaysAfterOpening(60),
      evidence: [document('inventory', 'Table of actions', '行动清单表')],
    },
    {
      key: 'p1_assets',
      kind: 'assessment',
      stage: 'phase1',
      title: { en: 'Assets and risks', zh: '资产与风险' },
      ...ofOfficer(),
      needs: 'officer_and_workshop',
      due: workingDaysAfterOpening(60),
      evidence: [document('tool_output', 'Output of the assessment tool', '评估工具结果')],
    },
    {
      key: 'p1_cri',
      kind: 'assessment',
      stage: 'phase1',
      title: { en: 'City Resilience Index profile', zh: '城市韧性指数画像' },
      optional: true,
      ...ofOfficer(),
      needs: 'p1_assets',
      due: workingDaysAfterOpening(60),
      evidence: [document('profile', 'Profile by twelve goals', '十二项目标画像')],
    },
    {
      key: 'pra',
      kind: 'assessment',
      stage: 'phase1',
      title: { en: 'Preliminary Resilience Assessment', zh: '初步韧性评估' },
      ...ofOfficer(),
      accepts: 'steering_committee',
      needs: { allOf: ['p1_stakeholders', 'p1_actions', 'p1_assets'] },
      due: workingDaysAfterOpening(20),
      evidence: [
        document('assessment', 'Preliminary Resilience Assessment', '初步韧性评估报告'),
        {
          key: 'discovery_areas',
          kind: 'list',
          title: { en: 'Discovery areas', zh: '探索领域' },
          minRows: 1,
          maxRows: 8,
          columns: [{ key: 'area', type: 'text', maxLength: 120, title: { en: 'Area', zh: '领域' } }],
        },
      ],
    },
    {
      key: 'p2_discovery',
      kind: 'period',
      stage: 'phase2',
      title: { en: 'Discovery work', zh: '领域探索' },
      ...ofOfficer(),
      needs: 'pra',
      perItem: { step: 'pra', evidence: 'discovery_areas' },
      due: workingDaysAfterOpening(80),
      evidence: [document('findings', 'Findings', '探索结论')],
    },
    {
      key: 'p2_opportunity',
      kind: 'assessment',
      stage: 'phase2',
      title: { en: 'Opportunity assessment', zh: '机遇评估' },
      ...ofOfficer(),
      needs: 'p2_discovery',
      due: workingDaysAfterOpening(40),
      evidence: [
        {
          key: 'initiatives',
          kind: 'list',
          title: { en: 'Initiatives and who carries them', zh: '举措及负责单位' },
          minRows: 1,
          maxRows: 100,
          columns: [
            { key: 'initiative', type: 'text', maxLength: 300, title: { en: 'Initiative', zh: '举措' } },
            { key: 'owner', type: 'text', maxLength: 200, title: { en: 'Carried by', zh: '负责单位' } },
          ],
        },
      ],
    },
    {
      key: 'draft',
      kind: 'document',
      stage: 'strategy',
      title: { en: 'Draft strategy', zh: '韧性战略草案' },
      ...ofOfficer(),
      needs: 'p2_opportunity',
      due: workingDaysAfterOpening(60),
      evidence: [document('draft', 'Draft of the strategy', '战略草案')],
    },
    {
      key: 'city_review',
      kind: 'review',
      stage: 'strategy',
      title: { en: 'City review of the strategy', zh: '战略的市内评审' },
      ...ofOfficer(),
      accepts: 'steering_committee',
      contributors: ['mayors_office'],
      needs: 'draft',
      mayReturnTo: ['draft'],
      due: workingDaysAfterOpening(60),
      evidence: [document('decisions', 'Decisions and comments of the departments', '各部门的决定与意见')],
    },
    {
      key: 'release',
      kind: 'event',
      stage: 'strategy',
      title: { en: 'Release of the strategy', zh: '韧性战略发布' },
      responsible: 'mayors_office',
      accepts: 'manager',
      contributors: ['cro'],
      whileVacant: ['manager'],
      needs: 'city_review',
      due: workingDaysAfterOpening(40),
      evidence: [
        document('strategy', 'Public document', '公开发布的文件'),
        {
          key: 'release',
          kind: 'form',
          title: { en: 'Release', zh: '发布' },
          fields: [
            { key: 'on', type: 'day', title: { en: 'Day of the release', zh: '发布日期' } },
            { key: 'place', type: 'text', maxLength: 200, title: { en: 'Place', zh: '地点' } },
          ],
        },
      ],
    },
    {
      key: 'q_review',
      kind: 'review',
      stage: 'reviews',
      title: { en: 'Quarterly review', zh: '季度评审' },
      ...ofOfficer(),
      contributors: ['manager', 'evaluator'],
      needs: 'asw',
      repeats: { every: 'quarter', from: 'asw' },
      due: { rule: 'before-quarter-end', workingDays: 5 },
      evidence: [
        document('report', 'Progress report', '进展报告'),
        {
          key: 'attendance',
          kind: 'form',
          optional: true,
          title: { en: 'Quarterly workshop', zh: '季度研讨会' },
          fields: [
            { key: 'people', type: 'number', min: 0, max: 500, title: { en: 'People who attended', zh: '出席人数' } },
          ],
        },
      ],
    },
    {
      key: 'cro_funding_end',
      kind: 'decision',
      stage: 'reviews',
      title: { en: "End of the officer's funding", zh: '首席韧性官资助到期' },
      responsible: 'mayors_office',
      accepts: 'manager',
      whileVacant: ['manager'],
      needs: 'cro',
      due: { rule: 'after', amount: 24, unit: 'months', anchor: { of: 'event', step: 'cro' } },
      cadence: fundingCadence(),
      waiver: { proof: false },
      evidence: [
        {
          key: 'decision',
          kind: 'decision',
          title: { en: 'What becomes of the post', zh: '职位去向' },
          options: [
            { key: 'permanent', title: { en: 'It becomes permanent', zh: '转为常设职位' } },
            { key: 'extended', title: { en: 'It is extended for a time', zh: '延长一段时间' } },
            { key: 'ends', title: { en: 'It ends', zh: '终止' } },
          ],
        },
      ],
    },
    {
      key: 'annual_update',
      kind: 'document',
      stage: 'reviews',
      title: { en: 'Yearly update of the strategy', zh: '韧性战略年度更新' },
      ...ofOfficer(),
      contributors: ['evaluator'],
      needs: 'release',
      repeats: { every: 'year', from: 'release' },
      due: { rule: 'after', amount: 12, unit: 'months', anchor: { of: 'completion', step: 'release' } },
      evidence: [document('update', 'New version of the strategy', '战略新版本')],
    },
  ],
};

function document(key: string, en: string, zh: string): EvidenceWanted & { kind: 'document' } {
  return { key, kind: 'document', title: { en, zh } };
}

/** The officer does it and the manager accepts; while no officer is in post the focal point has it. */
function ofOfficer(): { responsible: string; accepts: string; whileVacant: string[] } {
  return { responsible: 'cro', accepts: 'manager', whileVacant: ['focal_point', 'manager'] };
}

function workingDaysAfterOpening(amount: number): ProgrammeDefinition['steps'][number]['due'] {
  return { rule: 'after', amount, unit: 'working-days', anchor: { of: 'opening' } };
}

function workingDaysAfterWorkshop(amount: number): ProgrammeDefinition['steps'][number]['due'] {
  return { rule: 'after', amount, unit: 'working-days', anchor: { of: 'event', step: 'asw' } };
}

/** Half a year ahead, so that a city can budget for the post. Counted in calendar days. */
function fundingCadence(): Cadence {
  return { before: { unit: 'calendar-days', days: [180, 90, 30] }, afterWorkingDays: [1, 4, 7, 12, 17] };
}
