import { bilingual } from './language';

/** The list of programmes. */
export const entranceWords = bilingual(
  {
    programmes: 'Programmes',
    allCities: 'Cities',
    more: 'What programmes share',
    enrol: 'Enrol a city',
    importCities: 'Import cities',
    noProgrammes: 'There is no programme yet, or you hold no seat in one. Whoever manages a programme gives its seats.',
    cities: (count: number) => (count === 1 ? '1 city on its way' : `${count} cities on their way`),
  },
  {
    programmes: '项目',
    allCities: '城市',
    more: '各项目共用',
    enrol: '加入城市',
    importCities: '导入城市',
    noProgrammes: '尚无项目，或您尚未担任任何职务。职务由项目经理授予。',
    cities: (count: number) => `${count}个城市正在推进`,
  },
);
