import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { programmeOutlineQuery } from '../../api/enrolment';
import { Failure } from '../../parts/failure';
import { SkeletonLines } from '../../parts/skeleton-lines';
import { useTitle } from '../../parts/use-title';
import { enrolWords } from '../../words/enrol-words';
import { useSpeech, useWords } from '../../words/use-words';
import { EnrolForm } from './enrol-form';

/** A city is taken into a programme: where it stands, who sits where, and what follows before it is confirmed. */
export function EnrolPage() {
  const { programme = '' } = useParams();
  const words = useWords(enrolWords);
  const speech = useSpeech();
  const outline = useQuery(programmeOutlineQuery(programme));
  useTitle(words.short);
  if (outline.isPending) return <SkeletonLines lines={8} height={48} />;
  if (!outline.data) return <Failure error={outline.error} again={() => void outline.refetch()} />;
  return (
    <>
      <h1>{words.title(speech.say(outline.data.title))}</h1>
      <p className="dim small">{words.explained}</p>
      <EnrolForm outline={outline.data} />
    </>
  );
}
