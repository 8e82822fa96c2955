import { LETTER_KINDS, previewLetter, renderLetter, type LetterText } from '@citypath/letters';
import { yiwuToPreview } from '../../support/yiwu-to-preview';
import { atMost, median, percentile, plain, rounded, type Measured } from '../figure';
import { measurement } from '../measurement';
import { timeOf } from '../time-of';

const ROUNDS = 40;
const ENTRIES_OF_A_DIGEST = 60;

/** Prints what it takes to make subject, text and HTML of a letter's words, and how large the largest letter is. */
function measureLetters(): Measured {
  const letters = everyLetter();
  const digest = digestOf(ENTRIES_OF_A_DIGEST);
  const [first] = letters;
  const cold = first === undefined ? NaN : timeOf(() => renderLetter(first, 'en')).wallMs;
  const warm: number[] = [];
  const digests: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const letter of letters) warm.push(timeOf(() => renderLetter(letter, 'en')).cpuMs);
    digests.push(timeOf(() => renderLetter(digest, 'en')).cpuMs);
  }
  const kilobytes = Math.max(...[...letters, digest].map(bytesOf)) / 1_000;
  return {
    figures: [
      atMost('Rendering one letter, median', median(warm), 5, 'ms'),
      atMost('  99 of 100 of them', percentile(warm, 99), 5, 'ms'),
      plain('  the first one of a process', `${rounded(cold)} ms`),
      atMost(`  a digest of ${ENTRIES_OF_A_DIGEST} entries, median`, median(digests), 5, 'ms'),
      atMost('The largest letter, that digest included', kilobytes, 40, 'kB'),
    ],
    notes: [
      `Every kind of letter, ${ROUNDS} times; processor time, so that a busy machine changes nothing. Mail headers and the text part go beside the HTML.`,
    ],
  };
}

function everyLetter(): LetterText[] {
  const { journey, hand, people } = yiwuToPreview();
  const [standIn] = people;
  if (!standIn) throw new Error('Yiwu has nobody to read letters.');
  const asked = { step: 'asw_report', now: hand.now, publicUrl: 'https://citypath.example', standIn };
  return LETTER_KINDS.map((kind) => previewLetter(journey, { ...asked, kind }).write('en'));
}

function digestOf(count: number): LetterText {
  const entries = Array.from({ length: count }, (_, row) => ({
    text: `Yiwu: Workshop report of the quarterly review ${row}, was due Mon 26 Oct 2026, 3 working days ago`,
    url: `https://citypath.example/journeys/100rc-cn.yiwu/steps/quarterly_review@2026-Q${row}`,
  }));
  return {
    subject: 'Digest',
    greeting: 'Dear Li Wen,',
    paragraphs: [{ group: 'Overdue', entries }],
    button: null,
    afterwards: [],
    footnotes: [],
  };
}

function bytesOf(letter: LetterText): number {
  return Buffer.byteLength(renderLetter(letter, 'en').html);
}

measurement(() => Promise.resolve(measureLetters()));
