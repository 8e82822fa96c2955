import type { JoinRequest } from '@citypath/contracts';
import { BulkActing } from './bulk-acting';
import type { House } from './house';
import type { Yiwu } from './yiwu-on-its-way';

/** Longer than any name in China. */
const NAMES = {
  nameEn: 'Zhangjiajie and Xiangxi Tujia and Miao Demonstration Area for the Resilience of Mountain Towns',
  nameZh: '张家界市与湘西土家族苗族自治州山区城镇韧性建设合作示范区',
};

/** A second city, with a long name, and an act upon both that one takes and one refuses. @returns the act's id */
export async function bulkActToSee(house: House, { path, people }: Yiwu): Promise<string> {
  const administrator = await house.asAdministrator();
  const city = { ...NAMES, level: 'prefecture', country: 'CN', calendar: 'cn' };
  await administrator.put('PUT', '/cities/zhangjiajie', city);
  const joining: JoinRequest = { programme: '100rc-cn', city: 'zhangjiajie', joinedOn: null, takeover: true };
  await administrator.does('/journeys', joining);
  const manager = await house.as(people.manager);
  await manager.does(`${path}/steps/cro_funding_end/skip`, { reason: 'It pays for the officer itself.' });
  const acting = new BulkActing(manager);
  const { id } = await acting.starts({
    programme: '100rc-cn',
    act: 'skip',
    step: 'cro_funding_end',
    body: { reason: 'The network pays on.' },
    filter: 'all',
  });
  await acting.ends(id);
  return id;
}
