import { find, type Place } from './find';

const places: Place[] = [
  { to: '/a', kind: 'city', names: ['Haiyan', '海盐', 'Xiao Yuxin'] },
  { to: '/b', kind: 'city', names: ['Yiwu', '义乌', 'Xiong Tao'] },
  { to: '/c', kind: 'page', names: ['Letters'] },
];
const found = (typed: string) => find(places, typed).map(({ to }) => to);

describe('the search', () => {
  it('finds cities and people in both languages, with or without marks', () => {
    expect(found('yiwu')).toEqual(['/b']);
    expect(found('义乌')).toEqual(['/b']);
    expect(found('xiong t')).toEqual(['/b']);
    expect(found('Haiyàn')).toEqual(['/a']);
  });

  it('puts what begins with the words first', () => {
    expect(found('y')).toEqual(['/b', '/a']);
  });

  it('shows everything before anything is typed, and nothing for what is not there', () => {
    expect(found(' ')).toEqual(['/a', '/b', '/c']);
    expect(found('Deyang')).toEqual([]);
  });
});
