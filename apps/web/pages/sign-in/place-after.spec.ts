import { isOwnPath } from '@citypath/contracts';
import { placeAfter } from './place-after';

describe('after signing in', () => {
  it.each([
    '/',
    '/letters?view=coming#top',
    '/journeys/100rc-cn.yiwu/steps/q_review@2027-Q1',
    '/journeys/义乌',
    '/sign-in-of-the-workshop',
  ])('one comes to %s', (path) => {
    expect([placeAfter(path), isOwnPath(path)]).toEqual([path, true]);
  });

  it.each([
    '',
    'letters',
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/a\\b',
    '/\t/evil.example',
    '/\n/evil.example',
    '/ /evil.example',
    '/sign-in?to=/sign-in',
    '/sign-in',
    '/api/v1/session',
    '/health/live',
    '/\ud800',
    `/${'x'.repeat(500)}`,
  ])('nobody is led to %j', (path) => {
    expect([placeAfter(path), isOwnPath(path)]).toEqual(['/', false]);
  });
});
