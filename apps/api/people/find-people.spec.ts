import { findPeople } from './find-people';

const nobody = { displayName: null, zhName: null, addresses: [] };
const people = [
  { ...nobody, id: 'qiu', familyName: 'Qiu', givenName: 'Aijun', addresses: ['qiu.aijun@deyang.example'] },
  { ...nobody, id: 'qiu-known', familyName: 'Q.', givenName: 'A.', zhName: '邱爱军' },
  { ...nobody, id: 'shan', familyName: 'Mr', givenName: 'Shan', zhName: '单雄信' },
  { ...nobody, id: 'lu', familyName: 'Lü', givenName: 'Bu', zhName: '吕布' },
  { ...nobody, id: 'sorkin', familyName: 'Sorkin', givenName: 'Lauren', displayName: 'Lauren Sorkin' },
];
const found = (search: string) => findPeople(people, search).map(({ id }) => id);

test.each([
  'Qiu Aijun',
  'Aijun Qiu',
  'QIU Aijun',
  'QIU, Aijun',
  'qiuaijun',
  'aijunqiu',
  'aijun',
  ' 邱爱军 ',
  '邱 爱军',
])('“%s” is found, whether the Chinese name or only its spelling is known', (search) =>
  expect(found(search)).toEqual(['qiu', 'qiu-known']),
);

test.each([
  ['邱爱', ['qiu-known']],
  ['deyang.example', ['qiu']],
  ['Shan Xiongxin', ['shan']],
  ['lubu', ['lu']],
  ['lvbu', ['lu']],
  ['LÜ Bu', ['lu']],
  ['sorkin lau', ['sorkin']],
  ['nobody', []],
  ['%_', []],
])('“%s”: %j', (search, expected) => expect(found(search)).toEqual(expected));

test('without a search it is everybody, in their order', () => {
  expect(found('  ')).toHaveLength(people.length);
});
