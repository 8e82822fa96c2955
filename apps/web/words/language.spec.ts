import { cityNameOf, fullNameOf, nameOf } from './language';

const xiong = {
  id: 'p-1',
  name: 'Xiong Tao',
  nameZh: '熊涛',
  title: { en: 'Vice Mayor', zh: '副市长' },
  erased: false,
};
const sorkin = {
  id: 'p-2',
  name: 'Lauren Sorkin',
  nameZh: null,
  title: { en: 'Regional Director Asia Pacific', zh: '亚太区主任' },
  erased: false,
};

describe('names', () => {
  it('are Chinese for Chinese readers where that is confirmed', () => {
    expect(nameOf(xiong, 'zh')).toBe('熊涛');
    expect(nameOf(sorkin, 'zh')).toBe('Lauren Sorkin');
    expect(cityNameOf({ key: 'x', nameEn: 'Xanten', nameZh: null }, 'zh')).toBe('Xanten');
  });

  it('have their title where each language puts it', () => {
    expect(fullNameOf(xiong, 'en')).toBe('Vice Mayor Xiong Tao');
    expect(fullNameOf(xiong, 'zh')).toBe('熊涛副市长');
    expect(fullNameOf(sorkin, 'en')).toBe('Lauren Sorkin, Regional Director Asia Pacific');
    expect(fullNameOf(sorkin, 'zh')).toBe('Lauren Sorkin 亚太区主任');
    expect(fullNameOf({ ...xiong, title: null }, 'en')).toBe('Xiong Tao');
  });
});
