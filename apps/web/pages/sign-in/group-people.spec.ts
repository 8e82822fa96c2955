import { groupPeople, type SignInPerson } from './group-people';

const someone = (id: string, roles: SignInPerson['roles']): SignInPerson => ({
  person: { id, name: id, nameZh: null, title: null, erased: false },
  language: 'en',
  roles,
});
const seatTitle = { en: 'Chief Resilience Officer', zh: '首席韧性官' };
const ofCity = (key: string): SignInPerson['roles'][number] => ({
  role: 'city',
  journeyId: `100rc-cn.${key}`,
  programme: '100rc-cn',
  city: { key, nameEn: key, nameZh: null },
  seat: 'cro',
  seatTitle,
  liaison: false,
});

describe('the people of the sign-in page', () => {
  it('stand with their city, then the programme, then the administration', () => {
    const groups = groupPeople([
      someone('root', [{ role: 'administrator' }]),
      someone('xiong', [ofCity('yiwu')]),
      someone('manager', [{ role: 'programme', programme: '100rc-cn', seat: 'manager', seatTitle }]),
      someone('qiu', [ofCity('deyang')]),
      someone('stranger', []),
    ]);
    expect(groups.map((group) => [group.kind, group.city?.key, group.people.map(({ person }) => person.id)])).toEqual([
      ['city', 'deyang', ['qiu']],
      ['city', 'yiwu', ['xiong']],
      ['programme', undefined, ['manager']],
      ['administration', undefined, ['root']],
      ['others', undefined, ['stranger']],
    ]);
  });

  it('has no empty groups', () => {
    expect(groupPeople([])).toEqual([]);
  });
});
