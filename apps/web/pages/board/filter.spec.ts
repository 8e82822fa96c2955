import { filterOf } from './filter';

test('the filter in the address is one that we know, or all cities', () => {
  expect(filterOf('late')).toBe('late');
  expect(filterOf('to-accept')).toBe('to-accept');
  expect(filterOf('nonsense')).toBe('all');
  expect(filterOf(null)).toBe('all');
});
