import { gbComplaint, placeOfCode, placeOfName } from './gb-code';

describe('codes of GB/T 2260', () => {
  it('are known with their level', () => {
    const levels = ['310000', '510600', '330782', '330424', '110105'].map((code) => placeOfCode(code)?.level);
    expect(levels).toEqual(['municipality', 'prefecture', 'county-level-city', 'county', 'district']);
    expect(placeOfCode('999999')).toBeNull();
    expect(placeOfCode('110100')).toBeNull();
  });

  it('are found by a Chinese name that only one place has', () => {
    expect(placeOfName('义乌')).toMatchObject({ gbCode: '330782', name: '义乌市' });
    expect(placeOfName('德阳市')).toMatchObject({ gbCode: '510600' });
    expect(placeOfName('朝阳区')).toBeNull();
  });

  it('must exist and be of this name and level', () => {
    expect(gbComplaint('330782', 'county-level-city', '义乌市')).toBeNull();
    expect(gbComplaint('330782', 'county-level-city', '义乌')).toBeNull();
    expect(gbComplaint('330799', 'county-level-city', '义乌市')).toMatchObject({ code: 'city-code-unknown' });
    expect(gbComplaint('330782', 'prefecture', '义乌市')).toMatchObject({ code: 'city-code-of-another-level' });
    expect(gbComplaint('330424', 'county', '义乌市')).toMatchObject({ code: 'city-code-of-another-name' });
  });
});
