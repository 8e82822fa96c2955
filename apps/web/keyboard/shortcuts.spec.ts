import { readKey, type KeyPressed, type Pending } from './shortcuts';

const press = (key: string, more: Partial<KeyPressed> = {}, pending: Pending = null) =>
  readKey({ key, modified: false, writing: false, atMs: 10_000, ...more }, pending);

describe('keys', () => {
  it('reads single keys', () => {
    expect(press('/').shortcut).toBe('search');
    expect(press('?').shortcut).toBe('help');
    expect(press('j').shortcut).toBe('next-line');
    expect(press('b').shortcut).toBeNull();
  });

  it('reads g and then a letter, unless it takes too long', () => {
    const { pending } = press('g');
    expect(press('b', { atMs: 11_000 }, pending).shortcut).toBe('board');
    expect(press('t', { atMs: 11_000 }, pending).shortcut).toBe('today');
    expect(press('b', { atMs: 12_000 }, pending).shortcut).toBeNull();
    expect(press('j', { atMs: 12_000 }, pending).shortcut).toBe('next-line');
  });

  it('leaves keys alone that are being written, or that belong to the browser', () => {
    expect(press('/', { writing: true }).shortcut).toBeNull();
    expect(press('a', { modified: true }).shortcut).toBeNull();
    const { pending } = press('g');
    expect(press('b', { writing: true, atMs: 10_100 }, pending)).toEqual({ shortcut: null, pending: null });
  });
});
