import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { moveToLine, pressMainAct } from './lines';
import { readKey, type Pending, type Shortcut } from './shortcuts';

/** Does what keys ask for, except while something is written or a dialog is open. */
export function useKeyboard(open: { search: () => void; help: () => void }): void {
  const navigate = useNavigate();
  const pending = useRef<Pending>(null);
  const openNow = useRef(open);
  useEffect(() => {
    openNow.current = open;
  });

  useEffect(() => {
    const acts: Record<Shortcut, () => void> = {
      search: () => openNow.current.search(),
      help: () => openNow.current.help(),
      board: () => void navigate('/'),
      today: () => void navigate('/today'),
      letters: () => void navigate('/letters'),
      'next-line': () => moveToLine(1),
      'line-before': () => moveToLine(-1),
      act: pressMainAct,
    };
    const pressed = (event: KeyboardEvent) => {
      const read = readKey(
        {
          key: event.key,
          modified: event.ctrlKey || event.altKey || event.metaKey || event.isComposing,
          writing: isWriting(event.target),
          atMs: event.timeStamp,
        },
        pending.current,
      );
      pending.current = read.pending;
      if (!read.shortcut) return;
      event.preventDefault();
      acts[read.shortcut]();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [navigate]);
}

/** Nothing is written into a box that is ticked. */
const WRITTEN_IN = 'input:not([type=checkbox]), textarea, select, [contenteditable]';

function isWriting(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open]')) return true;
  return target instanceof HTMLElement && target.closest(WRITTEN_IN) !== null;
}
