import { bilingual } from './language';

/** The sign-in and the list of programmes. */
export const entranceWords = bilingual(
  {
    signIn: 'Who are you today?',
    thisMachine:
      'Choose a person to see CityPath with their eyes. This door exists only on this machine; an installation for real work has no such page.',
    closed:
      'Signing in by choosing a person exists only in a local installation. Please use the way your organisation gave you.',
    nobody: 'Nobody is known here yet. Once the demonstration is loaded, its people stand here.',
    theProgramme: 'The programme',
    administration: 'Administration',
    others: 'Others',
    reads: { en: 'reads English', zh: 'reads Chinese' },
    as: (name: string) => `Sign in as ${name}`,
    programmes: 'Programmes',
    allCities: 'Cities',
    enrol: 'Enrol a city',
    importCities: 'Import cities',
    noProgrammes: 'There is no programme yet.',
    cities: (count: number) => (count === 1 ? '1 city on its way' : `${count} cities on their way`),
  },
  {
    signIn: '请选择您的身份',
    thisMachine: '请选择一位人员，以其身份查看 CityPath。此入口仅存在于本机；正式部署的系统没有此页面。',
    closed: '仅在本机模式下可以选择登录身份。请您使用所在单位提供的登录方式。',
    nobody: '尚无人员。载入演示数据后，相关人员将显示在此处。',
    theProgramme: '项目团队',
    administration: '系统管理',
    others: '其他',
    reads: { en: '使用英文', zh: '使用中文' },
    as: (name: string) => `以${name}的身份登录`,
    programmes: '项目',
    allCities: '城市',
    enrol: '加入城市',
    importCities: '导入城市',
    noProgrammes: '尚无项目。',
    cities: (count: number) => `${count}个城市正在推进`,
  },
);
