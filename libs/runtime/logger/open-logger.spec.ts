import { openLogger } from './open-logger';

function logged(write: (logger: ReturnType<typeof openLogger>) => void): string {
  const lines: string[] = [];
  write(openLogger({ name: 'api', level: 'info', destination: { write: (line) => void lines.push(line) } }));
  return lines.join('');
}

describe('the log', () => {
  it('tells people by id, and takes out names, addresses, words and secrets', () => {
    const line = logged((logger) =>
      logger.info(
        {
          personId: 'p-xiong',
          person: { id: 'p-xiong', familyName: 'Xiong', zhName: '熊涛', address: 'xiong@yiwu.example' },
          letters: [{ to: 'xiong@yiwu.example', subject: '义乌', journeyId: '100rc-cn.yiwu' }],
          req: { headers: { cookie: 'session=abc', authorization: 'Bearer abc' } },
        },
        'letter posted',
      ),
    );
    expect(line).toContain('p-xiong');
    expect(line).toContain('100rc-cn.yiwu');
    for (const secret of ['"Xiong"', '熊涛', '义乌', '@yiwu.example', 'session=abc', 'Bearer abc']) {
      expect(line).not.toContain(secret);
    }
  });

  it('masks addresses in sentences, also in those of other people’s errors', () => {
    const refused = Object.assign(new Error('550 5.1.1 <xiong.tao+cro@mail.yiwu.example>: no such user'), {
      code: 'EENVELOPE',
      rejected: ['xiong.tao@yiwu.example'],
      cause: new Error('Key (address)=(someone@义乌.example) already exists'),
    });
    const line = logged((logger) => logger.error({ err: refused }, 'could not post to deputy@yiwu.example'));
    const { err, msg } = JSON.parse(line) as {
      err: { code: string; message: string; cause: { message: string } };
      msg: string;
    };
    expect(line).not.toContain('yiwu.example');
    expect(line).not.toContain('义乌');
    expect(err).toMatchObject({ code: 'EENVELOPE', message: '550 5.1.1 <[address]>: no such user' });
    expect(err.cause.message).toBe('Key (address)=([address]) already exists');
    expect(msg).toBe('could not post to [address]');
  });

  it('keeps the values of a failed statement to itself', () => {
    const failed = Object.assign(new Error('duplicate key'), {
      parameters: ['Xiong'],
      query: 'INSERT',
      driverError: { detail: 'Xiong' },
    });
    expect(logged((logger) => logger.error(failed))).not.toContain('Xiong');
    expect(logged((logger) => logger.error({ error: 'Xiong' }))).not.toContain('Xiong');
  });
});
