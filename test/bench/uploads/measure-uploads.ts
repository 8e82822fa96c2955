import { House } from '../../support/house';
import { pdf } from '../../support/sample-files';
import { paperOf, Sender } from '../../support/sender';
import { takeOverYiwu } from '../../support/yiwu-on-its-way';
import { atMost, median, plain, type Measured } from '../figure';
import { measurement } from '../measurement';
import { ProcessMemory } from './process-memory';

const MB = 1024 * 1024;
const LARGEST = 50 * MB;
const ROUNDS = 5;
/** As the page sends them. */
const PIECE = 4 * MB;

/** How much more memory the api takes while a file of 50 MB goes up, is looked at, and moves into the store. */
async function measureUploads(): Promise<Measured> {
  const house = await House.start();
  try {
    const yiwu = await takeOverYiwu(house);
    const files = new Sender(await house.as(yiwu.people.cro), `${yiwu.path}/steps/asw_report`);
    const memory = new ProcessMemory(house.processes.api.pid);
    const bytes = pdf(LARGEST);
    const measure = async (send: () => Promise<void>) => {
      const before = memory.reset();
      await send();
      return (memory.peak() - before) / MB;
    };
    const atOnce = async (name: string) => {
      const id = await files.begun(name, LARGEST);
      await files.piece(id, 0, bytes);
      paperOf(await files.finish(id));
    };
    const inPieces = async (name: string) => {
      const id = await files.begun(name, LARGEST);
      for (let at = 0; at < LARGEST; at += PIECE) await files.piece(id, at, bytes.subarray(at, at + PIECE));
      paperOf(await files.finish(id));
    };
    // What the first file ever brings into memory is code, and stays.
    for (let count = 0; count < 3; count += 1) await files.sent('small.pdf', pdf());
    const first = await measure(() => inPieces('first.pdf'));
    const further: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) further.push(await measure(() => atOnce('again.pdf')));
    const pieces: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) pieces.push(await measure(() => inPieces('pieces.pdf')));
    const four = await measure(async () => {
      await Promise.all([1, 2, 3, 4].map((number) => inPieces(`four-${number}.pdf`)));
    });
    return {
      figures: [
        atMost('Upload of 50 MB: more memory in the api, first of a process', first, 32, 'MB'),
        atMost(`  median of ${ROUNDS} further ones`, median(further), 32, 'MB'),
        atMost(`  median of ${ROUNDS} in pieces of 4 MB, as the page sends them`, median(pieces), 32, 'MB'),
        plain('  four at once, in pieces of 4 MB', `${Math.round(four)} MB`),
      ],
      notes: [
        'The peak of resident memory (VmHWM) from the first byte until the paper is in the store, less what was resident before.',
      ],
    };
  } finally {
    await house.stop();
  }
}

measurement(measureUploads);
