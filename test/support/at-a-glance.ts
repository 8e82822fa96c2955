const PREVIEW = /<div aria-hidden="true"[^>]*>([^<]*)</;
/** What fills the preview up, so that the letter's beginning does not show behind it. */
const FILLER = /[\s\u00a0\u200b-\u200f\u034f]+$/u;

/** A letter as a list of mails shows it: 'Yiwu: Workshop report | Due Mon 26 Oct.'; the subject alone where it has no preview. */
export function atAGlance({ subject, html }: { subject?: string | undefined; html: string | false | null }): string {
  const preview = PREVIEW.exec(html || '')?.[1]?.replace(FILLER, '') ?? '';
  return preview === '' ? (subject ?? '') : `${subject} | ${preview}`;
}
