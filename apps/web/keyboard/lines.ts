/**
 * Lists that can be walked with j and k mark the link of each line with `data-line`, and what is to be done now
 * with `data-main-act`. The focus itself is the place: there is no second, invisible one.
 */

/** Moves the focus to the next line (1) or the one before (-1); to the first when it is in none. */
export function moveToLine(step: 1 | -1): void {
  const lines = [...document.querySelectorAll<HTMLElement>('[data-line]')].filter((line) => line.offsetParent !== null);
  const at = lines.findIndex((line) => line === document.activeElement);
  const next = at < 0 ? lines[step === 1 ? 0 : lines.length - 1] : lines[at + step];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

/** Presses what is to be done now: in the line that has the focus, else the first one on the page. */
export function pressMainAct(): void {
  const line = document.activeElement?.closest('[data-line-of-list]');
  const act = (line ?? document).querySelector<HTMLElement>('[data-main-act]');
  act?.click();
  act?.scrollIntoView({ block: 'nearest' });
}
