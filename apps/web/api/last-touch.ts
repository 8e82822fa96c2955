/** So long after the last key or touch the page counts as left alone. */
const leftAloneMs = 120_000;

let touchedAtMs = Date.now();

for (const touch of ['pointerdown', 'keydown', 'wheel'] as const)
  window.addEventListener(touch, () => (touchedAtMs = Date.now()), { passive: true, capture: true });

/**
 * Whether nobody has touched the page for a while: it then asks by itself, because something changed. The api does not
 * count that as use, so that a page left open does not keep a session for ever.
 */
export function asksByItself(): boolean {
  return Date.now() - touchedAtMs > leftAloneMs;
}
