import { dateInWords, isDay } from '@citypath/calendar';
import { actName, type Text } from '@citypath/contracts';
import type { LetterKind } from '@citypath/journey';
import type { ActByHand } from '@citypath/store';
import { assertNever } from '../assert-never';
import { actTitle, undoTitle } from '../journeys/act-titles';
import type { Names } from '../journeys/names';
import { sentence } from '../journeys/words';
import { kindTitle } from '../letters/letter-words';

/** What was done by hand: to a letter, with an import, to many cities at once, with a calendar. */
export function handActSentence(act: ActByHand, actor: Text, names: Names | null): Text {
  const { kind, fileName } = act;
  switch (kind) {
    case 'letter-sent-now':
      return aboutLetter(act, names, (letter) => [
        `${actor.en} had ${letter.en} sent at once.`,
        `${actor.zh}要求立即发送${letter.zh}。`,
      ]);
    case 'letter-skipped':
      return aboutLetter(act, names, (letter) => [
        `${actor.en} skipped ${letter.en}.`,
        `${actor.zh}跳过了${letter.zh}。`,
      ]);
    case 'letter-unskipped':
      return aboutLetter(act, names, (letter) => [
        `${actor.en} took the skipping back of ${letter.en}.`,
        `${actor.zh}撤销跳过${letter.zh}。`,
      ]);
    case 'letter-arrived':
      return aboutLetter(act, names, (letter) => [
        `${actor.en} said that it arrived: ${letter.en}.`,
        `${actor.zh}确认已送达：${letter.zh}。`,
      ]);
    case 'letter-not-arrived':
      return aboutLetter(act, names, (letter) => [
        `${actor.en} said that it did not arrive: ${letter.en}.`,
        `${actor.zh}确认未送达：${letter.zh}。`,
      ]);
    case 'import-started':
      return sentence(
        `${actor.en} imported cities from ${fileEn(fileName)}.`,
        `${actor.zh}从${fileZh(fileName)}导入了城市。`,
      );
    case 'import-undone':
      return sentence(
        `${actor.en} took back the import of ${fileEn(fileName)}; journeys that nobody had worked on are gone with it.`,
        `${actor.zh}撤销了${fileZh(fileName)}的导入；无人办理过的历程随之移除。`,
      );
    case 'import-letters-released':
      return sentence(
        `${actor.en} let the letters go that wait since the import of ${fileEn(fileName)}.`,
        `${actor.zh}放行了导入${fileZh(fileName)}后暂缓的信函。`,
      );
    case 'bulk-act-started':
      return aboutMany(act, names, (what, many) => [
        `${actor.en} did one act to ${many.en} at once: ${what.en}.`,
        `${actor.zh}对${many.zh}批量办理：${what.zh}。`,
      ]);
    case 'bulk-act-stopped':
      return aboutMany(act, names, (what) => [
        `${actor.en} stopped what was done to many cities at once: ${what.en}.`,
        `${actor.zh}停止了批量操作：${what.zh}。`,
      ]);
    case 'bulk-act-resumed':
      return aboutMany(act, names, (what) => [
        `${actor.en} went on with what is done to many cities at once: ${what.en}.`,
        `${actor.zh}继续了批量操作：${what.zh}。`,
      ]);
    case 'notice-entered':
      return aboutDays(act, (days) => [
        `${actor.en} entered a notice of holidays: ${days.en}.`,
        `${actor.zh}登记了放假通知：${days.zh}。`,
      ]);
    case 'notice-taken-back':
      return aboutDays(act, (days) => [
        `${actor.en} took back the notice of holidays: ${days.en}.`,
        `${actor.zh}撤回了放假通知：${days.zh}。`,
      ]);
    case 'closure-entered':
      return aboutDays(act, (days) => [
        `${actor.en} entered days on which the city hall is closed: ${days.en}.`,
        `${actor.zh}登记了该市闭馆日：${days.zh}。`,
      ]);
    case 'closure-taken-back':
      return aboutDays(act, (days) => [
        `${actor.en} took back days on which the city hall is closed: ${days.en}.`,
        `${actor.zh}撤回了该市闭馆日：${days.zh}。`,
      ]);
    case 'run-rebuilt':
      return sentence(
        `${actor.en} had the workflow of this journey rebuilt from its journal.`,
        `${actor.zh}根据记录重建了该历程的流程。`,
      );
    case 'run-ended':
      return sentence(`${actor.en} ended the workflow of this journey.`, `${actor.zh}终止了该历程的流程。`);
    case 'run-tried-again':
      return sentence(
        `${actor.en} had tried again at once what failed of this journey.`,
        `${actor.zh}要求立即重试该历程的失败操作。`,
      );
    case 'trail-exported':
      return sentence(`${actor.en} took this audit along as a file.`, `${actor.zh}导出了操作记录。`);
    default:
      return assertNever(kind);
  }
}

type Words = [en: string, zh: string];

/** 'the letter “Reminder” to Xiong Tao: Workshop report'. */
function aboutLetter({ about }: ActByHand, names: Names | null, say: (letter: Text) => Words): Text {
  const { letterKind, step, seat, holder } = about;
  const title = letterKind === undefined ? null : kindTitle(letterKind as LetterKind);
  const to = names === null || seat === undefined ? null : names.partyText({ seat, holder: holder ?? null });
  const of = names === null || !step ? null : names.stepTitle(step);
  return sentence(
    ...say({
      en: `the letter${title ? ` “${title.en}”` : ''}${to ? ` to ${to.en}` : ''}${of ? ` about ${of.en}` : ''}`,
      zh: `${to ? `致${to.zh}的` : ''}信函${title ? `“${title.zh}”` : ''}${of ? `（${of.zh}）` : ''}`,
    }),
  );
}

/** 'Skip: Workshop report', '40 cities'. */
function aboutMany({ about }: ActByHand, names: Names | null, say: (what: Text, many: Text) => Words): Text {
  const { act, undone, step, journeys = 0 } = about;
  const of = names === null || !step ? { en: '', zh: '' } : names.stepTitle(step);
  const known = actName.safeParse(undone ?? act);
  const title = known.success ? actTitle(known.data, of) : { en: 'an act', zh: '操作' };
  const what = undone === undefined ? title : undoTitle(title);
  const many = { en: `${journeys} ${journeys === 1 ? 'city' : 'cities'}`, zh: `${journeys}个城市` };
  return sentence(...say(what, many));
}

function aboutDays({ mark, country }: ActByHand, say: (days: Text) => Words): Text {
  if (mark === null) return sentence(...say({ en: 'no longer in the records', zh: '记录已不存在' }));
  const { fromOn, toOn, titleEn, titleZh } = mark;
  const where = country === null ? '' : ` (${country})`;
  const [from, to] = [dayOf(fromOn), dayOf(toOn)];
  const en = fromOn === toOn ? from.en : `${from.en} to ${to.en}`;
  const zh = fromOn === toOn ? from.zh : `${from.zh}至${to.zh}`;
  return sentence(
    ...say({ en: `${titleEn}, ${en}${where}`, zh: `${titleZh}，${zh}${country === null ? '' : `（${country}）`}` }),
  );
}

function dayOf(on: string): Text {
  return isDay(on) ? { en: dateInWords(on, 'en'), zh: dateInWords(on, 'zh') } : { en: on, zh: on };
}

function fileEn(name: string | null): string {
  return name === null ? 'a file' : `“${name}”`;
}

function fileZh(name: string | null): string {
  return name === null ? '文件' : `“${name}”`;
}
