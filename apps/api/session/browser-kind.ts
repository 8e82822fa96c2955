import type { SignedInBrowser } from '@citypath/contracts';

/** What is kept of a browser: enough for its owner to recognise it. */
export type BrowserKind = Pick<SignedInBrowser, 'browser' | 'device'>;

/** In this order: most browsers claim to be Chrome or Safari as well. */
const FAMILIES: [SignedInBrowser['browser'], RegExp][] = [
  ['wechat', /MicroMessenger\//],
  ['qq', /QQBrowser\/|\bQQ\//],
  ['edge', /\bEdg(A|iOS)?\//],
  ['opera', /\bOPR\//],
  ['samsung', /SamsungBrowser\//],
  ['firefox', /Firefox\/|FxiOS\//],
  ['chrome', /Chrome\/|CriOS\//],
  ['safari', /Safari\//],
];

/** The family of a browser, from its User-Agent. Its version and everything else is forgotten at once. */
export function browserKindOf(userAgent: string | undefined): BrowserKind {
  const agent = userAgent ?? '';
  const family = FAMILIES.find(([, pattern]) => pattern.test(agent));
  return {
    browser: family?.[0] ?? 'other',
    device: /Mobile|Android|iPhone|iPad/.test(agent) ? 'phone' : 'computer',
  };
}
