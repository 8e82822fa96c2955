import type { PersonName } from '../kinds/letter-facts';
import { greetingOf, nameOf } from './names';

const person = (change: Partial<PersonName>): PersonName => ({
  familyName: 'Xiong',
  givenName: 'Tao',
  displayName: null,
  zhName: null,
  titleEn: null,
  titleZh: null,
  ...change,
});

test.each<[string, PersonName, string, string]>([
  ['only a Latin name', person({}), 'Dear Xiong Tao,', 'Xiong Tao，您好：'],
  [
    'an office',
    person({ titleEn: 'Vice Mayor', titleZh: '副市长' }),
    'Dear Vice Mayor Xiong,',
    'Xiong Tao副市长，您好：',
  ],
  [
    'an office and a Chinese name',
    person({ familyName: 'Wu', givenName: 'Zhiling', zhName: '吴之凌', titleEn: 'Vice Mayor', titleZh: '副市长' }),
    'Dear Vice Mayor Wu,',
    '尊敬的吴副市长：',
  ],
  [
    'a surname of two characters',
    person({ familyName: 'Ouyang', givenName: 'Min', zhName: '欧阳敏', titleZh: '主任' }),
    'Dear Ouyang Min,',
    '尊敬的欧阳主任：',
  ],
  [
    'a function that is no form of address',
    person({ familyName: 'Sorkin', givenName: 'Lauren', displayName: 'Lauren Sorkin', titleEn: 'Regional Director' }),
    'Dear Lauren Sorkin,',
    'Lauren Sorkin，您好：',
  ],
  ['a Chinese name without a title', person({ zhName: '熊涛' }), 'Dear Xiong Tao,', '熊涛，您好：'],
])('a person with %s is greeted', (_, who, english, chinese) => {
  expect(greetingOf(who, 'en')).toBe(english);
  expect(greetingOf(who, 'zh')).toBe(chinese);
});

test('a name is written family name first in both languages, unless the record says otherwise', () => {
  expect(nameOf(person({ zhName: '熊涛' }), 'en')).toBe('Xiong Tao');
  expect(nameOf(person({ zhName: '熊涛' }), 'zh')).toBe('熊涛');
  expect(nameOf(person({ displayName: 'Tao X.' }), 'zh')).toBe('Tao X.');
});
