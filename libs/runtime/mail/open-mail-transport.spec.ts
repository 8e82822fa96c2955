import { poolOptions } from './open-mail-transport';

describe('the mail transport', () => {
  it('speaks TLS from the first byte to smtps, with the server’s name verified', () => {
    expect(poolOptions('smtps://post:p%40ss@mail.citypath.example', 'production')).toMatchObject({
      pool: true,
      host: 'mail.citypath.example',
      port: 465,
      secure: true,
      auth: { user: 'post', pass: 'p@ss' },
      tls: { rejectUnauthorized: true },
    });
  });

  it('requires STARTTLS of a plain server outside local mode', () => {
    expect(poolOptions('smtp://mail.citypath.example', 'production')).toMatchObject({
      port: 587,
      secure: false,
      requireTLS: true,
      ignoreTLS: false,
      tls: { rejectUnauthorized: true },
    });
  });

  it('posts in the clear in local mode only', () => {
    const options = poolOptions('smtp://[::1]:2525', 'local');
    expect(options).toMatchObject({ host: '::1', port: 2525, requireTLS: false, ignoreTLS: true });
    expect(options).not.toHaveProperty('auth');
  });
});
