import type { ProblemWording } from './problem-wording';

/** What can be wrong with an act upon a letter. */
export type LetterProblemCode =
  'letter-not-waiting' | 'letter-not-unknown' | 'letter-not-skipped' | 'letter-fell-due' | 'letter-not-foretold';

export const letterProblems: Record<LetterProblemCode, ProblemWording> = {
  'letter-not-waiting': {
    status: 409,
    title: { en: 'The letter waits no more', zh: '该信函已不在等待' },
    sentence: {
      en: 'This letter was sent meanwhile, or is not wanted any more. Load the list again to see what became of it.',
      zh: '该信函已发出或已无需发送。请重新载入列表查看处理结果。',
    },
  },
  'letter-not-unknown': {
    status: 409,
    title: { en: 'What became of the letter is known', zh: '该信函的结果已经明确' },
    sentence: {
      en: 'It is known by now whether this letter arrived. Load the list again to see how.',
      zh: '该信函是否送达现已明确。请重新载入列表查看。',
    },
  },
  'letter-not-skipped': {
    status: 409,
    title: { en: 'The letter is not skipped', zh: '该信函未被跳过' },
    sentence: {
      en: 'Nobody has skipped this letter, or somebody took that back already. Load the list again.',
      zh: '该信函未被跳过，或已有人撤销。请重新载入列表。',
    },
  },
  'letter-fell-due': {
    status: 409,
    title: { en: 'The letter has fallen due', zh: '该信函已到期' },
    sentence: {
      en: 'This letter has fallen due meanwhile. You find it in the ledger, under what fell due.',
      zh: '该信函现已到期，请在“已到期”列表中查看。',
    },
  },
  'letter-not-foretold': {
    status: 409,
    title: { en: 'This letter cannot be skipped ahead', zh: '该信函不能提前跳过' },
    sentence: {
      en: 'It follows an act that has not happened yet. It can be skipped once it is due, for as long as it waits.',
      zh: '该信函取决于尚未发生的操作。到期后、发出前可以跳过。',
    },
  },
};
