import { inert } from './board-sheet';

it('lets no text of ours be computed', () => {
  for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1']) expect(inert(text)).toBe(`'${text}`);
  expect(['Yiwu', '义乌市', 'a=b', ''].map(inert)).toEqual(['Yiwu', '义乌市', 'a=b', '']);
});
