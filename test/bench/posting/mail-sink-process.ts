import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

const taken = new Map<string, number>();

const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onData: (stream, _session, answer) => {
    let head = '';
    stream.on('data', (chunk: Buffer) => {
      if (head.length < 4_096) head += chunk.toString('latin1');
    });
    stream.on('end', () => {
      const messageId = /^message-id:\s*(\S+)/im.exec(head)?.[1] ?? 'none';
      taken.set(messageId, (taken.get(messageId) ?? 0) + 1);
      answer();
    });
  },
});
server.on('error', () => undefined);
server.listen(0, '127.0.0.1', () => process.send?.((server.server.address() as AddressInfo).port));

process.on('message', (wish) => {
  if (wish === 'empty') taken.clear();
  const counts = [...taken.values()];
  process.send?.({
    taken: counts.reduce((sum, count) => sum + count, 0),
    twice: counts.filter((count) => count > 1).length,
  });
});
