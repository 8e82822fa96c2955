import { cityKey, freeKey } from './city-key';
import { SameCities, type CityNames } from './same-city';

const city = (nameEn: string, nameZh: string | null = null, more: Partial<CityNames> = {}): CityNames => ({
  nameEn,
  nameZh,
  gbCode: null,
  country: 'CN',
  level: 'prefecture',
  ...more,
});
const doubleOf = (known: CityNames, typed: CityNames) => new SameCities([known]).doublesOf(typed)[0] ?? null;

describe('a city under another spelling', () => {
  const yiwu = city('Yiwu', '义乌市', { level: 'county-level-city', gbCode: '330782' });

  it.each([
    ['case and spaces', city('  YI WU ', null, { level: 'county-level-city' })],
    ['marks', city('Yìwū', null, { level: 'county-level-city' })],
    ['City behind it', city('Yiwu City', null, { level: 'county-level-city' })],
    ['its Chinese name without 市', city('I-wu', '义乌', { level: 'county-level-city' })],
    ['the pinyin of its Chinese name', city('Yiwu Shi', null, { level: 'county-level-city' })],
  ])('is found: %s', (_what, typed) => {
    expect(doubleOf(yiwu, typed)).toMatchObject({ city: yiwu, mayBeAnother: false });
  });

  it('is found by its code, and then is no other one whatever its names', () => {
    const typed = city('Elsewhere', '别处', { gbCode: '330782' });
    expect(doubleOf(yiwu, typed)).toMatchObject({
      mayBeAnother: false,
      because: { en: 'it has the same code, 330782' },
    });
  });

  it('is found by pinyin only when one of the two has no Chinese name', () => {
    expect(doubleOf(city('Lvliang', '吕梁市'), city('Luliang'))).toMatchObject({ mayBeAnother: true });
    expect(
      doubleOf(city('Suzhou', '苏州市', { gbCode: '320500' }), city('Suzhou', '宿州市', { gbCode: '341300' })),
    ).toBeNull();
    expect(doubleOf(city('Suzhou', '苏州市'), city('Suzhou', '宿州市'))).toMatchObject({ mayBeAnother: true });
  });

  it('may be another one where codes or levels tell the two apart, and is no double in another country', () => {
    const beijing = city('Chaoyang', '朝阳区', { level: 'district', gbCode: '110105' });
    expect(doubleOf(beijing, city('Chaoyang', '朝阳市', { gbCode: '211300' }))).toMatchObject({ mayBeAnother: true });
    expect(doubleOf(city('Melaka'), city('Melaka', null, { country: 'MY' }))).toBeNull();
  });
});

describe('the key of a city', () => {
  it('comes from its English name, else from the pinyin of the Chinese one', () => {
    expect(cityKey("Xi'an", null)).toBe('xian');
    expect(cityKey('Lüliang City', null)).toBe('luliang-city');
    expect(cityKey('西安', '西安市')).toBe('xian');
    expect(cityKey('Île-de-France', null)).toBe('ile-de-france');
  });

  it('gets something behind it where another city has it', () => {
    const taken = new Set(['suzhou', 'fuzhou', 'fuzhou-2']);
    expect(freeKey('suzhou', '341300', (key) => taken.has(key))).toBe('suzhou-341300');
    expect(freeKey('fuzhou', null, (key) => taken.has(key))).toBe('fuzhou-3');
  });
});
