import type { commentRequest } from '@citypath/contracts';
import type { z } from 'zod';
import type { Asked, GivenAct } from '../commands/given-act';
import { isOfProgramme } from '../policies/may-see-comment';
import { actingSeats } from '../policies/programme-seats';
import { ProblemError } from '../problems/problem-error';
import { askableIn } from './commenting';
import type { Directory } from './names';
import { stepOf } from './target-of';

/**
 * What somebody says about a step, as a command: whom they ask becomes the seat that these people hold here.
 * @throws ProblemError for a comment to the programme by somebody of the city, and for people who hold no seat here
 */
export function comment(
  given: GivenAct,
  { programmeSeats }: Pick<Directory, 'programmeSeats'>,
  body: z.output<typeof commentRequest>,
): Asked {
  const { definition } = given.journey.context;
  const { audience, mentions } = body;
  if (audience === 'programme' && !isOfProgramme(given.actor, definition)) throw new ProblemError('not-allowed');
  const askable = new Map(askableIn(given.journey, programmeSeats).map(({ person, to }) => [person, to]));
  const asked = [...new Set(mentions)].map((person, place) => {
    const to = askable.get(person);
    if (to) return to;
    const errors = [{ pointer: `/mentions/${place}`, code: 'person-unknown' as const }];
    throw new ProblemError('mention-not-in-seat', { errors });
  });
  return {
    body,
    texts: { comment: body.comment },
    command: (ref) => ({
      kind: 'comment',
      step: stepOf(given),
      comment: ref('comment'),
      audience,
      mentions: asked,
      as: actingSeats(given.actor, definition),
    }),
  };
}
