import type { JoinRequest, PutCityRequest } from '@citypath/contracts';
import type { CastKey } from './cast';

/** A city as the launch note knows it. What the note does not say is left open or marked as presumed. */
export interface SeedCity {
  key: string;
  city: PutCityRequest;
  seats: { seat: string; holder: CastKey; liaison?: undefined }[];
  done: NonNullable<JoinRequest['done']>;
}

/** Joined and with an officer in post, on days that the note does not give. */
const joined = ['application', 'selection', 'grant', 'cro'];

/** The network of four. `happenedOn: null` everywhere: the note gives no day for anything. */
export const fourCities: SeedCity[] = [
  {
    key: 'deyang',
    city: {
      ...chinese('Deyang', '德阳市', 'prefecture', '510600'),
      topicEn: 'Earthquake resilience',
      topicZh: '地震韧性',
    },
    seats: [{ seat: 'cro', holder: 'qiu' }],
    done: [...dayNotKnown(joined), ...presumed(['asw_prep', 'asw', 'asw_report'])],
  },
  {
    key: 'huangshi',
    city: chinese('Huangshi', '黄石市', 'prefecture', '420200'),
    seats: [{ seat: 'cro', holder: 'xia' }],
    done: [...dayNotKnown(joined), ...presumed(['asw_prep', 'asw', 'asw_report'])],
  },
  {
    key: 'haiyan',
    city: chinese('Haiyan', '海盐县', 'county', '330424'),
    seats: [
      { seat: 'cro', holder: 'xiao' },
      { seat: 'mayors_office', holder: 'wang' },
    ],
    done: [
      ...dayNotKnown([...joined, 'asw_prep']),
      { step: 'asw', happenedOn: null, note: 'Opened by Mayor Wang Suishe and Vice Mayor Wang Jian.' },
      { step: 'leadership_group', happenedOn: null, note: 'Announced together with the officer.' },
    ],
  },
  {
    key: 'yiwu',
    city: {
      ...chinese('Yiwu', '义乌市', 'county-level-city', '330782'),
      topicEn: 'Social cohesion',
      topicZh: '社会凝聚力',
    },
    seats: [{ seat: 'cro', holder: 'xiong' }],
    done: [
      ...dayNotKnown([...joined, 'asw_prep']),
      {
        step: 'asw',
        happenedOn: null,
        note: 'Opened by Party Secretary Sheng Qiuping and Vice Mayor Chen Xiaozhong.',
      },
    ],
  },
];

function chinese(nameEn: string, nameZh: string, level: PutCityRequest['level'], gbCode: string): PutCityRequest {
  return { nameEn, nameZh, level, gbCode, country: 'CN', calendar: 'cn' };
}

function dayNotKnown(steps: string[]): SeedCity['done'] {
  return steps.map((step) => ({ step, happenedOn: null }));
}

function presumed(steps: string[]): SeedCity['done'] {
  return steps.map((step) => ({ step, happenedOn: null, presumed: true }));
}
