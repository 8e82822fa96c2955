import type { Day } from '@citypath/calendar';
import type { DataSource } from '@citypath/store';
import { china } from '../../support/china';
import { emptyTables } from '../../support/empty-tables';
import { NetworkInHand, type CityAtTheReport } from '../../support/network-in-hand';

/** The month after it has the National Day holiday in it. */
export const FIRST_DAY = '2026-09-14';
export const FIRST_MORNING = `${FIRST_DAY}T02:00:00.000Z` as const;
export const YIWU = '100rc-cn.yiwu';

export const ADDRESSES: Record<string, string> = {
  'p-xiong': 'xiong@yiwu.example',
  'p-qiu': 'qiu@deyang.example',
  'p-shen': 'shen@haiyan.example',
  'p-luo': 'luo@huangshi.example',
  'p-successor': 'successor@yiwu.example',
  'p-assistant': 'assistant@yiwu.example',
  'p-mayor': 'mayor@yiwu.example',
  'p-manager': 'manager@programme.example',
  'p-director': 'director@programme.example',
};

/** Since when the cities have been at it, and what is otherwise with Yiwu. */
export interface Beginning extends Partial<CityAtTheReport> {
  on: Day;
}

/** Four cities on the first morning of the month, each at its workshop report. */
export async function fourCitiesAtTheirReports(
  dataSource: DataSource,
  mail: { smtpUrl: string; publicUrl: string },
  begins: Beginning | null,
): Promise<NetworkInHand> {
  await emptyTables(dataSource, 'journeys', 'people', 'mailboxes', 'cities');
  const network = NetworkInHand.open(dataSource, begins?.on ?? FIRST_DAY, mail.smtpUrl, mail.publicUrl);
  const unnamed = { displayName: null, zhName: null, titleEn: null, titleZh: null, isAdministrator: false };
  for (const [id, address] of Object.entries(ADDRESSES)) {
    const language = address.endsWith('@programme.example') ? 'en' : 'zh';
    await network.knows({ ...unnamed, id, familyName: 'Holder', givenName: id, address, language });
  }
  await network.programmeSeat('manager', 'p-manager');
  await network.programmeSeat('director', 'p-director');
  const { on: _, ...otherwise } = begins ?? { on: FIRST_DAY };
  const cities = [
    { key: 'yiwu', nameEn: 'Yiwu', nameZh: '义乌市', officer: 'p-xiong', reportOn: '2026-09-18', ...otherwise },
    { key: 'deyang', nameEn: 'Deyang', nameZh: '德阳市', officer: 'p-qiu', reportOn: '2026-09-22' },
    { key: 'haiyan', nameEn: 'Haiyan', nameZh: '海盐县', officer: 'p-shen', reportOn: '2026-09-30' },
    { key: 'huangshi', nameEn: 'Huangshi', nameZh: '黄石市', officer: 'p-luo', reportOn: '2026-10-12' },
  ] as const;
  for (const city of cities) await network.takesOver({ calendar: china, ...city });
  if (network.startsOn === FIRST_DAY) await network.forgetsItsLetters();
  else await network.livesUntil(FIRST_DAY, FIRST_MORNING);
  return network;
}
