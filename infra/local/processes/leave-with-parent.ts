/**
 * Loaded into each part before its own code (`node --require`): when the process that started it dies without a word,
 * the channel to it closes, and the part stops in order as if it had been asked to.
 */
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
// The listener alone would keep a part alive that has nothing left to do.
process.channel?.unref();
