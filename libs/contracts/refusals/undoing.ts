import type { RefusalCode } from '@citypath/journey';
import type { ProblemWording } from '../problem-wording';

/** Of acts that are taken back. */
export const undoRefusals = {
  'act-unknown': {
    status: 404,
    title: { en: 'No such act', zh: '没有该操作' },
    sentence: {
      en: 'Nothing of that kind was done in this journey within the last 24 hours.',
      zh: '过去24小时内，该历程中没有此项操作。',
    },
  },
  'act-too-old': {
    status: 409,
    title: { en: 'Too late to undo', zh: '已超过撤销期限' },
    sentence: {
      en: 'This was done more than 24 hours ago, so it cannot be undone any more. Put it right by a new act.',
      zh: '该操作已超过24小时，不能再撤销。请通过新的操作更正。',
    },
  },
  'act-not-undoable': {
    status: 409,
    title: { en: 'Cannot be undone', zh: '不可撤销' },
    sentence: {
      en: 'Acts of this kind cannot be undone: others have been told of it. Put it right by a new act.',
      zh: '此类操作已告知他人，不能撤销。请通过新的操作更正。',
    },
  },
  'act-undone-already': {
    status: 409,
    title: { en: 'Undone already', zh: '已经撤销' },
    sentence: { en: 'This act was undone already.', zh: '该操作已被撤销。' },
  },
  'act-overtaken': {
    status: 409,
    title: { en: 'Something followed from it', zh: '已有后续操作' },
    sentence: {
      en: 'Since then something else was done, or happened by itself, that builds on this act (see {step|the story of the city}), so it cannot be undone. Undo the later act first, where that is possible.',
      zh: '此后已有基于该操作的其他操作或自动变化（见“{step|历程记录}”），不能撤销。如可能，请先撤销后来的操作。',
    },
  },
} satisfies Partial<Record<RefusalCode, ProblemWording>>;
