import { joinRequest, submitRequest } from '@citypath/contracts';
import { resilientCitiesChina } from '@citypath/programmes';
import { HttpException } from '@nestjs/common';
import { wordRefusal } from '../commands/word-refusal';
import { knownError } from './known-error';
import { ProblemError } from './problem-error';
import { readerLanguage } from './reader-language';
import { requestPipe } from './request-issues';
import { wordProblem } from './word-problem';

describe("the reader's language", () => {
  it.each([
    [undefined, 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['en-GB,zh;q=0.9', 'en'],
    ['fr,zh;q=0.3,en;q=0.2', 'zh'],
    ['fr, de', 'en'],
    ['zh;q=0, en', 'en'],
    [',;q=x', 'en'],
  ])('of Accept-Language %s is %s', (header, language) => {
    expect(readerLanguage(undefined, header)).toBe(language);
  });

  it('is the one of the session, where there is one', () => {
    expect(readerLanguage('zh', 'en')).toBe('zh');
  });
});

describe('a refusal of the rules', () => {
  it('names steps and days as people do, in the language asked for', () => {
    const refusal = {
      code: 'step-not-open' as const,
      field: '/step',
      params: { step: 'asw_report', status: 'waiting' },
    };
    const error = wordRefusal(resilientCitiesChina, refusal);
    expect(wordProblem(error, 'en')).toEqual({
      type: 'urn:citypath:problem:step-not-open',
      status: 409,
      code: 'step-not-open',
      title: 'The step is not open',
      detail: 'Workshop report is not open, so nothing can be handed in for it now.',
    });
    expect(wordProblem(error, 'zh').detail).toBe('“研讨会报告”目前未开放，暂不能提交。');
  });

  it('leads to the field of the body that it is about', () => {
    const refusal = {
      code: 'day-in-the-past' as const,
      field: '/dueOn',
      params: { day: '2026-11-02', today: '2026-11-23' },
    };
    const { detail, errors } = wordProblem(wordRefusal(resilientCitiesChina, refusal), 'en');
    expect(detail).toBe('Mon 2 Nov 2026 is past. Choose today or a later day.');
    expect(errors).toMatchObject([{ pointer: '/dueOn', code: 'day-in-the-past' }]);
  });
});

describe('a malformed request', () => {
  const complaint = async (schema: typeof joinRequest | typeof submitRequest, value: unknown) => {
    const error: unknown = await requestPipe()
      .transform(value, { type: 'body', schema } as never)
      .then(
        () => null,
        (thrown: unknown) => thrown,
      );
    return error instanceof ProblemError ? error.errors : null;
  };

  it('is answered field by field, by JSON pointer', async () => {
    const seats = [{ seat: 'cro', person: 'Xiong Tao', fromOn: '2026-02-30' }];
    expect(await complaint(joinRequest, { programme: 'x', joinedOn: null, seats, surprise: 1 })).toEqual(
      expect.arrayContaining([
        { pointer: '/city', code: 'field-missing' },
        { pointer: '/seats/0/person', code: 'key-malformed' },
        { pointer: '/seats/0/fromOn', code: 'day-malformed' },
        { pointer: '/surprise', code: 'field-unknown' },
      ]),
    );
  });

  it('escapes what has a meaning in pointers', async () => {
    const errors = await complaint(submitRequest, { evidence: {}, 'a/b~c': 1 });
    expect(errors).toEqual([{ pointer: '/a~1b~0c', code: 'field-unknown' }]);
  });
});

describe('errors of others', () => {
  it.each([
    [new HttpException('x', 404), 'not-found'],
    [Object.assign(new Error('too large'), { status: 413, type: 'entity.too.large' }), 'request-too-large'],
    [Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }), 'database-away'],
    [
      Object.assign(new Error('query failed'), { driverError: Object.assign(new Error(), { code: '57P01' }) }),
      'database-away',
    ],
    [new Error('Connection terminated unexpectedly'), 'database-away'],
  ])('a known one becomes its problem', (error, code) => {
    expect(knownError(error)?.code).toBe(code);
  });

  it('a fault of ours is none of them', () => {
    expect(knownError(new TypeError('x is not a function'))).toBeNull();
    expect(knownError(Object.assign(new Error('unique'), { code: '23505' }))).toBeNull();
  });
});
