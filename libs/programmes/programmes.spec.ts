import { checkDefinition } from '@citypath/journey';
import { programmes, resilientCitiesChina } from './index';

describe('the programmes that ship with the platform', () => {
  it.each(programmes.map((programme) => [programme.key, programme] as const))(
    '%s is well formed',
    (_key, programme) => {
      expect(checkDefinition(programme)).toEqual([]);
    },
  );

  it('100rc-cn has its 21 steps, two of which repeat', () => {
    expect(resilientCitiesChina.steps).toHaveLength(21);
    expect(resilientCitiesChina.steps.filter((step) => step.repeats).map(({ key }) => key)).toEqual([
      'q_review',
      'annual_update',
    ]);
  });

  it('100rc-cn puts neither officer nor workshop first', () => {
    const needsOf = (key: string) => JSON.stringify(resilientCitiesChina.steps.find((step) => step.key === key)?.needs);
    expect(needsOf('cro')).not.toContain('asw');
    expect(needsOf('asw')).not.toContain('cro');
  });

  it('100rc-cn names every step, seat and stage in both languages, each step differently', () => {
    const { seats, stages, steps } = resilientCitiesChina;
    for (const { title } of [...seats, ...stages, ...steps]) {
      expect(title.en).toMatch(/^[A-Z]/);
      expect(title.zh).toMatch(/\p{Script=Han}/u);
    }
    expect(new Set(steps.map(({ title }) => title.zh)).size).toBe(21);
  });
});
