import { bilingual } from './language';

/** What becomes of a form while it is being filled in. */
export const draftWords = bilingual(
  {
    saving: 'The draft is being saved …',
    saved: (who: string | null, when: string) =>
      who === null ? `Draft saved, ${when}.` : `Draft of ${who}, saved ${when}.`,
    onlyHere: 'The draft is kept in this browser until CityPath answers again.',
    staysHere: 'What you typed stays in this browser.',
    conflict: (who: string | null) =>
      `${who ?? 'Somebody else'} changed this draft meanwhile. Choose which one to go on with; what you typed stands here until then.`,
    takeTheirs: 'Show the other one',
    keepMine: 'Keep what stands here',
  },
  {
    saving: '正在保存草稿……',
    saved: (who: string | null, when: string) =>
      who === null ? `草稿已保存，${when}。` : `${who}的草稿，保存于${when}。`,
    onlyHere: '系统暂无回应，草稿暂存于此浏览器中。',
    staysHere: '您填写的内容保留在此浏览器中。',
    conflict: (who: string | null) =>
      `${who ?? '他人'}在此期间修改了这份草稿。请选择以哪一份继续；在此之前，您填写的内容不会丢失。`,
    takeTheirs: '查看对方的草稿',
    keepMine: '保留当前内容',
  },
);
