import { bilingual } from './language';

/** Files: on their way up, and handed in. */
export const paperWords = bilingual(
  {
    papers: 'Papers',
    size: (bytes: number) => sizeInWords(bytes),
    version: (version: number) => `version ${version}`,
    uploaded: (who: string | null, when: string) => (who === null ? when : `${who}, ${when}`),
  },
  {
    papers: '文件',
    size: (bytes: number) => sizeInWords(bytes),
    version: (version: number) => `第${version}版`,
    uploaded: (who: string | null, when: string) => (who === null ? when : `${who}，${when}`),
  },
);

/** '12 KB', '3.4 MB': what people compare with what their mail program says. */
function sizeInWords(bytes: number): string {
  const [amount, unit] = bytes < 1024 * 1024 ? [Math.max(1, bytes / 1024), 'KB'] : [bytes / (1024 * 1024), 'MB'];
  return `${amount < 10 && unit === 'MB' ? amount.toFixed(1) : Math.round(amount)} ${unit}`;
}
