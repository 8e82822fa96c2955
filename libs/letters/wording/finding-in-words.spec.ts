import { findingInWords } from './finding-in-words';

const found: Parameters<typeof findingInWords>[0] = {
  kind: 'read-model-differs',
  journeyId: '100rc-cn.yiwu',
  city: { key: 'yiwu', nameEn: 'Yiwu', nameZh: '义乌市' },
  about: {},
  sinceAt: '2027-03-01T02:14:00.000Z',
};
const noTitle = () => ({ en: '', zh: '' });

test('what is found comes with what helps; what has gone needs no help any more', () => {
  const [open, gone] = [null, '2027-03-01T02:20:00.000Z' as const].map(
    (goneAt) => findingInWords({ ...found, goneAt }, noTitle).sentence,
  );
  expect(open).toEqual({
    en: 'What is shown of Yiwu is not what its journal says, seen since Mon 1 Mar 2027, 02:14 UTC; what helps: “Try again now: it is read anew from the journal”.',
    zh: '义乌市显示的内容与记录不符，自2027年3月1日（周一）02:14（UTC）起发现；解决办法：“立即重试：根据记录重新读取”。',
  });
  expect(gone).toEqual({
    en: 'What is shown of Yiwu is not what its journal says, seen since Mon 1 Mar 2027, 02:14 UTC.',
    zh: '义乌市显示的内容与记录不符，自2027年3月1日（周一）02:14（UTC）起发现。',
  });
});
