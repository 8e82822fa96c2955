import type { Cadence } from '@citypath/journey';
import { LateCity } from '../../support/late-city';

const calm: Cadence = { before: { unit: 'working-days', days: [2] }, afterWorkingDays: [2] };

/** The letters to the officer about the report, from now to the end of March. */
function toOfficer(city: LateCity): string[] {
  city.takeLetters();
  city.on('2026-03-31');
  return city.letters
    .filter(({ step, seat }) => step === 'asw_report' && seat === 'cro')
    .map(({ kind, threshold }) => `${kind} ${threshold.split('@')[0] ?? ''}`);
}

describe('a city’s own cadence', () => {
  it('stands in place of the programme’s, for one step', () => {
    const city = new LateCity().give({ kind: 'set-cadence', step: 'asw_report', cadence: calm });
    expect(toOfficer(city)).toEqual(['reminder due-2', 'overdue due+2']);
  });

  it('for all steps, and one step’s own goes before it', () => {
    const other: Cadence = { ...calm, afterWorkingDays: [5] };
    const city = new LateCity().give({ kind: 'set-cadence', step: null, cadence: calm });
    city.give({ kind: 'set-cadence', step: 'asw_report', cadence: other });
    expect(toOfficer(city)).toEqual(['reminder due-2', 'overdue due+5']);
    expect(toOfficer(new LateCity().give({ kind: 'set-cadence', step: null, cadence: calm }))).toEqual([
      'reminder due-2',
      'overdue due+2',
    ]);
  });

  it('for all occurrences of a step that repeats', () => {
    const city = new LateCity().give({
      kind: 'set-cadence',
      step: 'q_review',
      cadence: { ...calm, afterWorkingDays: [] },
    });
    city.on('2026-06-30');
    const reviews = city.letters.filter(({ step, kind }) => step?.startsWith('q_review@') && kind !== 'step-opened');
    const ofOfficer = reviews.filter(({ seat }) => seat === 'cro').map(({ threshold }) => threshold.split('@')[0]);
    expect(ofOfficer).toEqual(['due-2', 'due-2']);
  });

  it('is taken back, and what lay behind meanwhile is not told', () => {
    const city = new LateCity().give({ kind: 'set-cadence', step: 'asw_report', cadence: calm }).on('2026-03-10');
    city.give({ kind: 'set-cadence', step: 'asw_report', cadence: null });
    expect(toOfficer(city)).toEqual(['overdue due+4', 'overdue due+7', 'overdue due+12']);
  });

  it('is of one city only, though both share a programme', () => {
    const [own, other] = [new LateCity(), new LateCity()];
    other.context = own.context;
    own.give({ kind: 'set-cadence', step: null, cadence: calm });
    expect(toOfficer(own)).toHaveLength(2);
    expect(toOfficer(other)).toHaveLength(7);
  });

  it('must be one that letters can be counted by', () => {
    const city = new LateCity();
    const refused = (cadence: Cadence) => city.refusalOf({ kind: 'set-cadence', step: null, cadence });
    expect(refused({ ...calm, afterWorkingDays: [3, 1] })).toMatchObject({
      code: 'cadence-malformed',
      field: '/cadence/afterWorkingDays',
    });
    expect(refused({ ...calm, before: { unit: 'working-days', days: [1, 3] } })).toMatchObject({
      field: '/cadence/before',
    });
    expect(refused({ ...calm, afterWorkingDays: Array.from({ length: 13 }, (_, day) => day + 1) }).code).toBe(
      'cadence-malformed',
    );
    expect(city.refusalOf({ kind: 'set-cadence', step: 'nothing', cadence: calm })).toMatchObject({
      code: 'step-unknown',
    });
  });
});
