import { useEffect, useRef, type RefObject } from 'react';

/** Brings an element into view once it is asked for: on opening the page, and whenever it is asked for anew. */
export function useScrollTo<Shown extends HTMLElement>(asked: boolean): RefObject<Shown | null> {
  const element = useRef<Shown>(null);
  useEffect(() => {
    if (asked) element.current?.scrollIntoView({ block: 'start' });
  }, [asked]);
  return element;
}
