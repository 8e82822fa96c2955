import { workbook } from '../support/workbook';

/** Somebody who is written down in the story; names and addresses are made up. */
export interface Somebody {
  familyName: string;
  givenName: string;
  nameZh: string;
  address: string;
}

/** The people of the story, by what they do in it. */
export const people = {
  administrator: { familyName: 'Song', givenName: 'Mei', nameZh: '宋梅', address: 'song.mei@network.example' },
  manager: { familyName: 'Li', givenName: 'Wen', nameZh: '李文', address: 'li.wen@network.example' },
  officer: { familyName: 'Ye', givenName: 'Lan', nameZh: '叶岚', address: 'ye.lan@yiwu.example' },
  office: { familyName: 'Shen', givenName: 'Bo', nameZh: '沈波', address: 'shen.bo@yiwu.example' },
  successor: { familyName: 'Ren', givenName: 'Xin', nameZh: '任新', address: 'ren.xin@yiwu.example' },
} satisfies Record<string, Somebody>;

const doneSteps = ['Application', 'Selection decision', 'Grant agreement'];
const workshopSteps = [
  'Appointment of the Chief Resilience Officer',
  'Workshop preparation',
  'Agenda-Setting Workshop',
];

const noOfficer = ['', '', '', '', ''];

const titles = ['City', 'City in Chinese', 'Level', 'GB/T 2260 code', 'Family name', 'Given name', 'Chinese name'];

/** Yiwu is at its workshop report and has an officer; the others have just begun. */
const cities: [string, string, string, string, Somebody | null, boolean][] = [
  ['Yiwu', '义乌市', 'county-level city', '330782', people.officer, true],
  ['Haiyan', '海盐县', 'county', '330424', null, false],
  ['Huangshi', '黄石市', 'prefecture-level city', '420200', null, false],
  ['Deyang', '德阳市', 'prefecture-level city', '510600', null, false],
  ['Jiaxing', '嘉兴市', 'prefecture-level city', '330400', null, false],
];

/** The list that a programme manager has in a spreadsheet: five cities and where each stands. */
export function networkOfFive(language: 'en' | 'zh'): Promise<Buffer> {
  return workbook([
    [...titles, 'E-mail', 'Language', ...doneSteps, ...workshopSteps],
    ...cities.map(([nameEn, nameZh, level, code, officer, heldWorkshop]) => [
      ...[nameEn, nameZh, level, code],
      ...(officer ? [officer.familyName, officer.givenName, officer.nameZh, officer.address, language] : noOfficer),
      ...doneSteps.map(() => 'x'),
      ...workshopSteps.map(() => (heldWorkshop ? 'x' : '')),
    ]),
  ]);
}
