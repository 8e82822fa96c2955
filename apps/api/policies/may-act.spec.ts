import type { ActName } from '@citypath/contracts';
import { context, director, manager, MONDAY, reader, told } from '../spec/yiwu';
import { mayAct, type ActTarget } from './may-act';

const { state } = told();
const xiong = reader('p-xiong');
const liaison = reader('p-liaison');
const office = reader('p-office');
const stranger = reader('p-of-another-city');
const managerElsewhere = reader('p-x', { seats: [{ programme: 'mcr2030', seat: 'manager' }] });
const admin = reader('p-administrator', { administrator: true });

const step = (ref: string): ActTarget => ({ kind: 'step', ref });
const seat = (key: string): ActTarget => ({ kind: 'seat', seat: key });
const ask = (who: typeof xiong, act: ActName, target: ActTarget, of = state) => mayAct(context, of, who, act, target);

const OWN = { may: true, onBehalfOf: null };
const NO = { may: false };

describe('handing in', () => {
  it('is for whoever has the step, and for those who do so on their behalf', () => {
    expect(ask(xiong, 'submit', step('asw_report'))).toEqual(OWN);
    expect(ask(liaison, 'submit', step('asw_report'))).toEqual({ may: true, onBehalfOf: 'p-xiong' });
    expect(ask(manager, 'submit', step('asw_report'))).toEqual({ may: true, onBehalfOf: 'p-xiong' });
    expect(ask(admin, 'submit', step('asw_report'))).toEqual({ may: true, onBehalfOf: 'p-xiong' });
  });

  it('is not for other seats of the city, nor for people of other cities and programmes', () => {
    for (const who of [office, stranger, managerElsewhere, director]) {
      expect(ask(who, 'submit', step('asw_report'))).toEqual(NO);
    }
  });

  it('an office without a named person is served by its liaison', () => {
    expect(ask(office, 'submit', step('leadership_group')).may).toBe(true);
  });
});

describe('accepting', () => {
  const submitted = told([
    'p-xiong',
    MONDAY,
    { kind: 'submit', step: 'asw_report', evidence: { text: null, keys: ['report'] } },
  ]).state;

  it('is for the accepting seat, and for the director on its behalf; never for the one who handed in', () => {
    expect(ask(manager, 'accept', step('asw_report'), submitted)).toEqual(OWN);
    expect(ask(director, 'return', step('asw_report'), submitted).may).toBe(true);
    expect(ask(xiong, 'accept', step('asw_report'), submitted)).toEqual(NO);
  });

  it('a step that the director accepts is not the manager’s to accept', () => {
    expect(ask(manager, 'accept', step('asw_prep'))).toEqual(NO);
    expect(ask(director, 'accept', step('asw_prep'))).toEqual(OWN);
  });
});

describe('everything else', () => {
  it.each<[ActName, ActTarget]>([
    ['skip', step('asw_report')],
    ['agree-date', step('asw_report')],
    ['reopen', step('asw')],
    ['hand-over', seat('cro')],
    ['vacate', seat('cro')],
    ['hold', { kind: 'journey' }],
    ['finish', { kind: 'journey' }],
  ])('%s is the manager’s and the administrator’s', (act, target) => {
    expect(ask(manager, act, target)).toEqual(OWN);
    expect(ask(admin, act, target)).toEqual(OWN);
    for (const who of [xiong, office, director, stranger, managerElsewhere]) expect(ask(who, act, target)).toEqual(NO);
  });

  it('the officer is appointed by the mayor’s office too', () => {
    expect(ask(office, 'appoint', seat('cro')).may).toBe(true);
    expect(ask(office, 'appoint', seat('focal_point'))).toEqual(NO);
    expect(ask(xiong, 'appoint', seat('cro'))).toEqual(NO);
  });
});
