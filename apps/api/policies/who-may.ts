import type { Text } from '@citypath/contracts';
import { assertNever } from '../assert-never';
import { actRules } from './act-rules';
import type { Policy } from './policy';
import { whoMayWithPeople, whoMayWithPerson } from './who-may-with-people';

/** A policy in a sentence, for people who want to know whom to ask. */
export function whoMay(policy: Policy): Text {
  switch (policy.kind) {
    case 'anyone':
      return { en: 'Everybody, also without signing in.', zh: '所有人，无需登录。' };
    case 'signed-in':
      return { en: 'Everybody who is signed in.', zh: '所有已登录人员。' };
    case 'oneself':
      return { en: 'Everybody who is signed in, for themselves.', zh: '已登录人员，仅限本人事务。' };
    case 'what-one-sees':
      return {
        en: 'Everybody who is signed in; it shows what their seats let them see.',
        zh: '所有已登录人员，仅显示其职务有权查看的内容。',
      };
    case 'letters-one-reads':
      return {
        en: 'Whoever acts in a seat of the programme, and administrators; everybody else reads the letters written to them.',
        zh: '项目管理职务和系统管理员；其他人员仅可查看写给本人的信函。',
      };
    case 'papers-one-reads':
      return {
        en: 'Whoever sits in a seat of the city or acts in one of the programme, and administrators; an evaluator reads those of the quarterly reviews.',
        zh: '该城市的任职人员、项目管理职务和系统管理员；评估机构仅可查看季度评审的文件。',
      };
    case 'gaps-one-reads':
    case 'trail-one-reads':
    case 'runs-journey':
      return {
        en: 'Whoever acts in a seat of the programme, and administrators.',
        zh: '项目管理职务和系统管理员。',
      };
    case 'sees-journey':
      return {
        en: 'Whoever sits in a seat of the city or of its programme, and administrators.',
        zh: '该城市及其所属项目的任职人员，以及系统管理员。',
      };
    case 'sees-pack':
      return {
        en: 'The holder of the seat and its liaison, whoever acts in a seat of the programme, and administrators.',
        zh: '该职务的任职人员及其联络员、项目管理职务和系统管理员。',
      };
    case 'sees-programme':
      return {
        en: 'Whoever sits in a seat of the programme or of one of its cities, and administrators.',
        zh: '该项目及其城市的任职人员，以及系统管理员。',
      };
    case 'cities-one-sees':
      return {
        en: 'Whoever sits in a seat of the programme or of one of its cities, and administrators; it shows the cities that they may see.',
        zh: '该项目及其城市的任职人员，以及系统管理员；仅显示其有权查看的城市。',
      };
    case 'administrator':
      return { en: 'Administrators.', zh: '系统管理员。' };
    case 'keeps-letters':
    case 'joins-cities':
    case 'imports-cities':
    case 'acts-on-many':
      return { en: 'The manager of the programme, and administrators.', zh: '该项目的项目经理和系统管理员。' };
    case 'keeps-cities':
      return {
        en: 'Managers and directors of any programme, and administrators.',
        zh: '任一项目的项目经理、项目主任，以及系统管理员。',
      };
    case 'people':
      return whoMayWithPeople[policy.act];
    case 'person':
      return whoMayWithPerson[policy.act];
    case 'act':
      return actRules[policy.act].who;
    default:
      return assertNever(policy);
  }
}
