import type { JoinRequest, ProgrammeOutlineResponse } from '@citypath/contracts';

/** How far a step is: not yet, done on a day, or done on a day that nobody knows. */
export type DoneState = 'no' | 'day' | 'unknown';

export interface FilledStep {
  state: DoneState;
  on: string;
  note: string;
  items: string;
}

export interface FilledEnrolment {
  city: { key: string; label: string } | null;
  joinedOn: string;
  joinedUnknown: boolean;
  takeover: boolean;
  steps: Record<string, FilledStep>;
  seats: Record<string, { id: string; label: string }>;
}

export const emptyStep: FilledStep = { state: 'no', on: '', note: '', items: '' };

export const emptyEnrolment: FilledEnrolment = {
  city: null,
  joinedOn: '',
  joinedUnknown: false,
  takeover: false,
  steps: {},
  seats: {},
};

/** The joining that the form asks for. A day that was left out is a day that is not known. */
export function joinRequestOf(
  programme: string,
  outline: ProgrammeOutlineResponse,
  { city, joinedOn, joinedUnknown, takeover, steps, seats }: FilledEnrolment,
): JoinRequest {
  const told = takeover ? outline.steps : [];
  return {
    programme,
    city: city?.key ?? '',
    joinedOn: joinedUnknown || joinedOn === '' ? null : joinedOn,
    takeover,
    seats: Object.entries(seats).map(([seat, { id }]) => ({ seat, person: id, fromOn: null })),
    done: told.flatMap(({ key }) => {
      const { state, on, note, items } = steps[key] ?? emptyStep;
      if (state === 'no') return [];
      const listed = linesOf(items);
      return [
        {
          step: key,
          happenedOn: state === 'day' && on !== '' ? on : null,
          ...(note.trim() === '' ? {} : { note: note.trim() }),
          ...(listed.length === 0 ? {} : { items: listed }),
        },
      ];
    }),
  };
}

/** The steps before one, and itself, as done on days not known; what was said before stays. */
export function withAllBefore(
  outline: ProgrammeOutlineResponse,
  steps: FilledEnrolment['steps'],
  until: string,
): FilledEnrolment['steps'] {
  const count = outline.steps.findIndex(({ key }) => key === until) + 1;
  const before = outline.steps.slice(0, count).map(({ key }): [string, FilledStep] => {
    const known = steps[key] ?? emptyStep;
    return [key, known.state === 'no' ? { ...known, state: 'unknown' } : known];
  });
  return { ...steps, ...Object.fromEntries(before) };
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
