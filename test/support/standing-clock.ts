/*
 * Read by a process before its own program: its clock stands at the instant that CITYPATH_TEST_STANDS_AT names, so that
 * a story of other days can ask it what it would have said then. Timers go on as ever.
 */
const standsAtMs = Date.parse(process.env['CITYPATH_TEST_STANDS_AT'] ?? '');
if (Number.isNaN(standsAtMs)) throw new Error('CITYPATH_TEST_STANDS_AT names no instant.');

const Passing = Date;

/** A Date made of nothing is the instant at which the clock stands. */
const Standing = new Proxy(Passing, {
  construct: (target, given: ConstructorParameters<DateConstructor> | []) =>
    given.length === 0 ? new target(standsAtMs) : new target(...given),
  get: (target, name, receiver): unknown => (name === 'now' ? () => standsAtMs : Reflect.get(target, name, receiver)),
});

globalThis.Date = Standing;
