/** What the scripts tell the person in front of the terminal: plain sentences, and signs of life while it takes long. */

const aliveEveryMs = 15_000;

/** A fault that a person can mend: its message is one plain sentence that says what to do. No stack is shown. */
export class PlainFault extends Error {
  name = 'PlainFault';
}

/** Prints one line. */
export function say(sentence) {
  process.stdout.write(`${sentence}\n`);
}

/** Minutes and seconds in a reader's form: "45 s", "2 min 05 s". */
export function spoken(durationMs) {
  const seconds = Math.round(durationMs / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}

/**
 * Does something that may take long: says what and how long it may take, then every 15 s that it still goes on,
 * at the end how long it took.
 */
export async function takingLong(what, howLong, work) {
  const startedMs = Date.now();
  say(`${what} (${howLong}) …`);
  const alive = setInterval(() => say(`  … still at it after ${spoken(Date.now() - startedMs)}`), aliveEveryMs);
  try {
    const result = await work();
    say(`  done in ${spoken(Date.now() - startedMs)}`);
    return result;
  } finally {
    clearInterval(alive);
  }
}

/** Ends the process over a fault: a plain sentence for what a person can mend, the whole stack for our own bugs. */
export function giveUp(fault) {
  process.stderr.write(`\n${fault?.name === 'PlainFault' ? fault.message : (fault?.stack ?? fault)}\n`);
  process.exit(1);
}
