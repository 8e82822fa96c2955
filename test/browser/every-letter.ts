import { asTest, LETTER_KINDS, previewLetter, renderFor, signIn, type RenderedLetter } from '@citypath/letters';
import { yiwuToPreview } from '../support/yiwu-to-preview';

type Write = Parameters<typeof renderFor>[1];

/** Every letter there is, by name: of each kind that a journey causes, and those that people ask for. */
export function everyLetter(language: 'en' | 'zh' | null): { name: string; letter: RenderedLetter }[] {
  const { journey, hand, people } = yiwuToPreview();
  const asked = { step: 'asw_report', now: hand.now, publicUrl: 'https://citypath.example' };
  const [reader, manager] = people;
  if (!reader || !manager) throw new Error('Yiwu has nobody to read letters.');
  const ofKind = LETTER_KINDS.map((kind): [string, Write] => [
    kind,
    previewLetter(journey, { ...asked, kind, standIn: manager }).write,
  ]);
  const linkUrl = `https://citypath.example/sign-in/${'x'.repeat(43)}`;
  const askedFor: [string, Write][] = [
    ['sign-in', (one) => signIn({ language: one, reader, linkUrl, code: '01234567', minutes: 15 })],
    ['test', (one) => asTest(previewLetter(journey, { ...asked, kind: 'reminder', standIn: manager }).write(one), one)],
  ];
  return [...ofKind, ...askedFor].map(([name, write]) => ({ name, letter: renderFor(language, write) }));
}
