import { resilientCitiesChina } from '@citypath/programmes';
import { rolesOf } from './roles';
import { mayWriteFrom, originsOf } from './same-origin';
import { newToken, sessionCookie, tokenHashOf, tokenIn } from './session-cookie';

describe('the session cookie', () => {
  it('carries 256 random bits, of which the records keep a hash only', () => {
    const token = newToken();
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(newToken()).not.toBe(token);
    expect(tokenHashOf(token)).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is out of reach for scripts and other sites, and for anybody on the way outside local mode', () => {
    expect(sessionCookie(false).options).toMatchObject({ httpOnly: true, sameSite: 'lax', secure: true, path: '/' });
    expect(sessionCookie(true).options).toMatchObject({ httpOnly: true, sameSite: 'lax', secure: false });
  });

  it('is found among others, and only when it is one of ours', () => {
    const token = newToken();
    expect(tokenIn({ headers: { cookie: `a=b; citypath_session=${token}; c=d` } })).toBe(token);
    expect(tokenIn({ headers: { cookie: `xcitypath_session=${token}` } })).toBeNull();
    expect(tokenIn({ headers: { cookie: 'citypath_session=../../etc' } })).toBeNull();
    expect(tokenIn({ headers: {} })).toBeNull();
  });
});

describe('writes', () => {
  const own = originsOf('http://127.0.0.1:3000');
  const from = (headers: Record<string, string>, method = 'POST') => mayWriteFrom({ method, headers }, own);

  it('come from our own pages, under either name of this machine, or from no page at all', () => {
    expect(from({ origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'same-origin' })).toBe(true);
    expect(from({ origin: 'http://localhost:3000' })).toBe(true);
    expect(from({})).toBe(true);
  });

  it('never come from another page', () => {
    expect(from({ origin: 'http://127.0.0.1:3001' })).toBe(false);
    expect(from({ origin: 'null' })).toBe(false);
    expect(from({ 'sec-fetch-site': 'cross-site' })).toBe(false);
    expect(from({ 'sec-fetch-site': 'same-site' })).toBe(false);
  });

  it('reading is free', () => {
    expect(from({ origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' }, 'GET')).toBe(true);
  });
});

it('roles name seats by their titles, and tell the liaison from the holder', () => {
  const city = { key: 'yiwu', nameEn: 'Yiwu', nameZh: null };
  const seat = { journeyId: '100rc-cn.yiwu', programme: '100rc-cn', city, seat: 'cro', holder: 'p-1', liaison: 'p-2' };
  const editions = [{ hash: 'd', definition: resilientCitiesChina }];
  const of = (id: string) => rolesOf({ id, isAdministrator: false, programmeSeats: [] }, [seat], editions);
  expect(of('p-1')).toMatchObject([{ role: 'city', seat: 'cro', liaison: false }]);
  expect(of('p-2')).toMatchObject([{ seatTitle: { en: 'Chief Resilience Officer' }, liaison: true }]);
  expect(of('p-3')).toEqual([]);
});
