import { Link } from 'react-router';
import { useTitle } from '../parts/use-title';
import { frameWords } from '../words/frame-words';
import { useWords } from '../words/use-words';

export function NotFound() {
  const words = useWords(frameWords);
  useTitle(words.notFoundTitle);
  return (
    <div style={{ paddingBlock: '2rem', display: 'grid', gap: '0.75rem' }}>
      <h1>{words.notFoundTitle}</h1>
      <p>{words.notFound}</p>
      <p>
        <Link to="/">{words.toBoard}</Link>
      </p>
    </div>
  );
}
