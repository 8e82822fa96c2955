import { Skeleton } from '@mantine/core';
import { frameWords } from '../words/frame-words';
import { useWords } from '../words/use-words';

/** Place holders of the final height, so that nothing jumps when the content comes. */
export function SkeletonLines({ lines, height }: { lines: number; height: number }) {
  const words = useWords(frameWords);
  return (
    <div role="status">
      <span className="unseen">{words.loading}</span>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} style={{ height, display: 'flex', alignItems: 'center' }} aria-hidden="true">
          <Skeleton height={10} width={`${92 - ((line * 17) % 40)}%`} radius={2} />
        </div>
      ))}
    </div>
  );
}
