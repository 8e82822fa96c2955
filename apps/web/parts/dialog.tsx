import { Button } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { frameWords } from '../words/frame-words';
import { useWords } from '../words/use-words';
import styles from './dialog.module.css';

interface Props {
  title: string;
  wide?: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** A window above the page: the browser's own, which keeps the focus inside and closes with Escape. Shown while it is rendered. */
export function Dialog({ title, wide = false, onClose, children }: Props) {
  const words = useWords(frameWords);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // The browser would begin with the button that closes.
    shown?.querySelector<HTMLElement>('[data-first-focus]')?.focus();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={wide ? `${styles.dialog} ${styles.wide}` : styles.dialog}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <div className={styles.head}>
        <h2>{title}</h2>
        <Button variant="default" size="compact-md" onClick={onClose}>
          {words.close}
        </Button>
      </div>
      {children}
    </dialog>
  );
}
