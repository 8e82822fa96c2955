import type { RefusalCode } from '@citypath/journey';
import type { ProblemWording } from '../problem-wording';

/** Of seats and those who sit in them. */
export const seatRefusals = {
  'seat-unknown': {
    status: 404,
    title: { en: 'No such seat', zh: '没有该职务' },
    sentence: { en: 'This programme has no seat "{seat|}".', zh: '此项目中没有职务“{seat|}”。' },
  },
  'seat-not-of-city': {
    status: 422,
    title: { en: 'Not a seat of the city', zh: '不属于城市的职务' },
    sentence: {
      en: '{seat|This seat} belongs to the programme, not to the city. An administrator fills it.',
      zh: '“{seat|该职务}”属于项目而非城市，由管理员安排。',
    },
  },
  'seat-occupied': {
    status: 409,
    title: { en: 'The seat is taken', zh: '职务已有人担任' },
    sentence: {
      en: '{seat|This seat} is held by somebody. Hand it over instead: the open work moves with it.',
      zh: '“{seat|该职务}”已有人担任。请改用交接，未办结的事项会一并移交。',
    },
  },
  'seat-vacant': {
    status: 409,
    title: { en: 'The seat is vacant', zh: '职务空缺' },
    sentence: { en: '{seat|This seat} is vacant. Appoint somebody first.', zh: '“{seat|该职务}”空缺，请先任命。' },
  },
  'seat-read-only': {
    status: 422,
    title: { en: 'A seat that only looks on', zh: '仅查看的职务' },
    sentence: {
      en: '{seat|This seat} sees and never acts, so no step can be given to it.',
      zh: '“{seat|该职务}”仅可查看，不能承办步骤。',
    },
  },
  'seat-has-step-already': {
    status: 409,
    title: { en: 'It has the step already', zh: '已由该职务负责' },
    sentence: {
      en: '{step|This step} is with {seat|this seat} already.',
      zh: '“{step|该步骤}”已由“{seat|该职务}”负责。',
    },
  },
  'person-holds-seat-already': {
    status: 409,
    title: { en: 'In this seat already', zh: '已担任该职务' },
    sentence: { en: 'This person holds {seat|this seat} already.', zh: '此人已担任“{seat|该职务}”。' },
  },
} satisfies Partial<Record<RefusalCode, ProblemWording>>;
