import { context, journeyOf, manager, reader, told } from '../spec/yiwu';
import { maySeeJourney, maySeeProgramme, maySeeStep, sightOf } from './may-see';

const yiwu = journeyOf(told().state);
const place = yiwu.row;
const seatIn = (journeyId: string, standing: 'holder' | 'liaison' = 'holder') => {
  const [programme = '', city = ''] = journeyId.split('.');
  return { journeyId, programme, city, seat: 'cro', standing };
};

const officer = reader('p-xiong', { citySeats: [seatIn('100rc-cn.yiwu')] });
const liaison = reader('p-liaison', { citySeats: [seatIn('100rc-cn.yiwu', 'liaison')] });
const neighbour = reader('p-qiu', { citySeats: [seatIn('100rc-cn.deyang')] });
const evaluator = reader('p-ccud', { seats: [{ programme: '100rc-cn', seat: 'evaluator' }] });
const elsewhere = reader('p-x', { seats: [{ programme: 'mcr2030', seat: 'manager' }] });
const admin = reader('p-administrator', { administrator: true });
const nobody = reader('p-nobody');

it('a journey is seen by its city, by its programme and by administrators', () => {
  for (const who of [officer, liaison, manager, evaluator, admin]) expect(maySeeJourney(who, place)).toBe(true);
  for (const who of [neighbour, elsewhere, nobody]) expect(maySeeJourney(who, place)).toBe(false);
});

it('a programme is seen by whoever sits in it or in one of its cities', () => {
  for (const who of [officer, liaison, neighbour, manager, evaluator, admin]) {
    expect(maySeeProgramme(who, '100rc-cn')).toBe(true);
  }
  for (const who of [elsewhere, nobody]) expect(maySeeProgramme(who, '100rc-cn')).toBe(false);
});

it('lists are cut by the same rule', () => {
  expect(sightOf(admin)).toBeNull();
  expect(sightOf(neighbour)).toEqual({ programmes: [], journeyIds: ['100rc-cn.deyang'] });
  expect(sightOf(manager)).toEqual({ programmes: ['100rc-cn'], journeyIds: [] });
});

it('who only looks on reads what the programme names the seat in: the quarterly reviews', () => {
  const review = 'q_review@2027-Q1';
  expect(maySeeStep(evaluator, yiwu, review)).toBe(true);
  expect(maySeeStep(evaluator, yiwu, 'asw_report')).toBe(false);
  expect(maySeeStep(evaluator, yiwu, null)).toBe(false);
  for (const who of [officer, liaison, manager, admin]) {
    for (const ref of [review, 'asw_report', null]) expect(maySeeStep(who, yiwu, ref)).toBe(true);
  }
  for (const who of [neighbour, elsewhere, nobody]) expect(maySeeStep(who, yiwu, review)).toBe(false);
});

it('an evaluator who also sits in the city reads what the city reads', () => {
  const both = reader('p-both', { seats: evaluator.seats, citySeats: officer.citySeats });
  expect(maySeeStep(both, yiwu, 'asw_report')).toBe(true);
  expect(context.definition.seats.find(({ key }) => key === 'evaluator')?.readOnly).toBe(true);
});
