import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { frameWords } from '../words/frame-words';
import { useWords } from '../words/use-words';

/**
 * Brings the next page of a list: by itself when the end of the list comes into view, and by a press.
 * @param byItself only for lists whose end is the end of the page
 */
export function ShowMore(props: {
  has: boolean;
  loading: boolean;
  load: () => void;
  byItself?: boolean;
  word?: string;
}) {
  const { has, loading, load, byItself = false, word } = props;
  const words = useWords(frameWords);
  const end = useRef<HTMLDivElement>(null);
  const loadNow = useRef(load);
  useEffect(() => {
    loadNow.current = load;
  });

  useEffect(() => {
    if (!byItself || !has || loading || !end.current) return;
    const seen = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) loadNow.current();
    });
    seen.observe(end.current);
    return () => seen.disconnect();
  }, [byItself, has, loading]);

  if (!has) return null;
  return (
    <div ref={end} style={{ paddingBlock: '0.5rem' }}>
      <Button variant="default" onClick={load} loading={loading}>
        {word ?? words.more}
      </Button>
    </div>
  );
}
