import type { LedgerEntry } from '@citypath/store';
import { atAGlance } from './at-a-glance';
import type { House } from './house';

/** One matter as its reader got it. */
export interface Told {
  kind: LedgerEntry['kind'];
  /** The mail address. */
  to: string;
  /** In one letter with others; false: a letter of its own. */
  grouped: boolean;
  /** Its line in the digest: 'Yiwu: Workshop report. Was due Thu 19 Nov. …'; or the letter as a list of mails shows it. */
  text: string;
}

/**
 * What the mails in the inbox told about a step, by the ledger: each letter that went by itself or in another one.
 *
 * @param title how the step is called, in all languages that are read
 * @throws Error when a mail that carries a letter does not name the step
 */
export async function toldAbout(house: House, step: string, title: RegExp): Promise<Told[]> {
  const ledger = await house.ledger();
  return house.inbox.messages().flatMap((mail) => {
    const carrier = ledger.find(({ messageId }) => messageId === mail.messageId);
    if (!carrier) return [];
    const inIt = ledger.filter(({ id, carriedBy }) => id === carrier.id || carriedBy === carrier.id);
    const lines = mail.text.split('\n').filter((line) => line.startsWith('- ') && title.test(line));
    return inIt
      .filter((letter) => letter.step === step)
      .map(({ id, kind }) => {
        const text = carrier.isDigest ? lines[0]?.slice(2) : atAGlance(mail);
        if (text === undefined || !title.test(text)) throw new Error(`“${mail.subject}” does not tell of ${id}.`);
        return { kind, to: mail.envelopeTo[0] ?? '', grouped: carrier.isDigest, text };
      });
  });
}
