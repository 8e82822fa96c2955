/**
 * In local mode the api answers its own machine only, and in a container that is the container. This forwards from the
 * container's network to it; the Compose file publishes that on the host's own 127.0.0.1 and nowhere else.
 */

import { connect, createServer } from 'node:net';

const [from, to] = process.argv.slice(2).map(Number);

createServer((outside) => {
  const inside = connect(to, '127.0.0.1');
  outside.pipe(inside).pipe(outside);
  outside.on('error', () => inside.destroy());
  inside.on('error', () => outside.destroy());
}).listen(from, '0.0.0.0');

process.on('SIGTERM', () => process.exit(0));
