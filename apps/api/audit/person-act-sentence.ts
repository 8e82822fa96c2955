import type { Text } from '@citypath/contracts';
import type { PersonAct } from '@citypath/store';
import { assertNever } from '../assert-never';
import { sentence } from '../journeys/words';

/** Who did it, to whose record, and to which seat. */
interface Told {
  actor: Text;
  person: Text;
  /** 'the Programme manager of 100 Resilient Cities'. */
  seat: Text;
}

/** What was done to a person's record. */
export function personActSentence({ kind, by, person: whom }: PersonAct, { actor, person, seat }: Told): Text {
  const own = by === whom;
  const of: Text = own
    ? { en: 'their own record', zh: '本人资料' }
    : { en: `the record of ${person.en}`, zh: `${person.zh}的资料` };
  const at: Text = own ? { en: 'themselves', zh: '本人' } : person;
  switch (kind) {
    case 'added':
      return sentence(`${actor.en} added ${person.en}.`, `${actor.zh}添加了${person.zh}。`);
    case 'corrected':
      return sentence(`${actor.en} corrected ${of.en}.`, `${actor.zh}更正了${of.zh}。`);
    case 'address-confirmed':
      return sentence(`${actor.en} confirmed that letters reach ${at.en}.`, `${actor.zh}确认${at.zh}的邮箱可以收信。`);
    case 'leave-set':
      return sentence(`${actor.en} set the leave of ${at.en}.`, `${actor.zh}设置了${at.zh}的休假。`);
    case 'post-window-set':
      return sentence(
        `${actor.en} set the hours at which letters go to ${at.en}.`,
        `${actor.zh}设置了${at.zh}的收信时间。`,
      );
    case 'letters-held':
      return sentence(
        `${actor.en} held the letters of ${at.en} until a day, or let them go.`,
        `${actor.zh}暂缓或恢复了${at.zh}的信函。`,
      );
    case 'administrator-made':
      return sentence(`${actor.en} made ${at.en} an administrator.`, `${actor.zh}授予${at.zh}系统管理员权限。`);
    case 'administrator-withdrawn':
      return sentence(
        `${actor.en} took the rights of an administrator from ${at.en}.`,
        `${actor.zh}撤销了${at.zh}的系统管理员权限。`,
      );
    case 'seat-given':
      return sentence(`${actor.en} gave ${at.en} the seat: ${seat.en}.`, `${actor.zh}授予${at.zh}职务：${seat.zh}。`);
    case 'seat-withdrawn':
      return sentence(
        `${actor.en} took the seat from ${at.en}: ${seat.en}.`,
        `${actor.zh}撤销了${at.zh}的职务：${seat.zh}。`,
      );
    case 'exported':
      return sentence(
        `${actor.en} took along everything that is kept about ${at.en}.`,
        `${actor.zh}导出了${at.zh}的全部个人数据。`,
      );
    case 'erased':
      return sentence(
        `${actor.en} erased what names a person, at that person’s place: ${person.en}.`,
        `${actor.zh}删除了一名人员的个人信息：${person.zh}。`,
      );
    default:
      return assertNever(kind);
  }
}
