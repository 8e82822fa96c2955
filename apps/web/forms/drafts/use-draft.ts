import type { DraftAnswers, DraftResponse, PersonShort } from '@citypath/contracts';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { readDraft, saveDraft } from '../../api/papers';
import { codeOf, failureOf } from '../../api/problem-error';
import { sessionQuery } from '../../api/queries';
import { draftOf, filledFrom, type Filled } from '../parts-of-form';
import { copyKey, forgetCopy, keepCopy, readCopy } from './browser-copy';

/** Where the draft of a form stands. */
export type DraftState =
  | { kind: 'none' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: string; by: PersonShort | null }
  /** The api is away: this browser has it. */
  | { kind: 'only-here' }
  /** The api does not want it, and says why: this browser has it. */
  | { kind: 'refused'; reason: string }
  /** Somebody else wrote meanwhile. */
  | { kind: 'conflict'; by: PersonShort | null };

export interface Draft {
  state: DraftState;
  /** To be called with every change. */
  note: (filled: Filled) => void;
  /** In a conflict: what the other one wrote, or what stands here. */
  take: (whose: 'theirs' | 'mine') => void;
  /** Handed in: there is nothing left to keep. */
  forget: () => void;
}

interface Place {
  /** Null: this form keeps no draft. */
  href: string | null;
  round: number;
}

/** So long nothing is typed before it is saved. */
const quietMs = 800;
/** So long after it could not be saved. */
const againMs = 5_000;

/**
 * Keeps a form as it is typed: at once in this browser, and a moment later with the api, where the others of the seat
 * go on with it. What comes back after a reload is the newest of both.
 *
 * @param shown the form as it stands
 * @param show told what to show instead
 */
export function useDraft({ href, round }: Place, shown: Filled, show: (filled: Filled) => void): Draft {
  const [state, setState] = useState<DraftState>({ kind: 'none' });
  const person = useQuery(sessionQuery).data?.person?.id ?? '';
  const key = copyKey(person, href ?? '', round);
  const now = useRef({ shown, show, version: 0, timer: 0, isLoaded: false, theirs: null as DraftResponse | null });
  useEffect(() => {
    now.current.shown = shown;
    now.current.show = show;
  });

  const save = useCallback(async (): Promise<void> => {
    if (href === null) return;
    const { current } = now;
    window.clearTimeout(current.timer);
    const answers = draftOf(current.shown);
    setState({ kind: 'saving' });
    try {
      current.version = await saveDraft(href, current.version, answers);
      const isNewest = JSON.stringify(draftOf(current.shown)) === JSON.stringify(answers);
      if (isNewest) forgetCopy(key);
      setState({ kind: 'saved', at: new Date().toISOString(), by: null });
    } catch (error) {
      const failure = failureOf(error);
      if (codeOf(error) === 'draft-changed-meanwhile') {
        current.theirs = await readDraft(href).catch(() => null);
        setState({ kind: 'conflict', by: current.theirs?.by ?? null });
      } else if (failure.kind === 'problem' && failure.problem.status < 500) {
        setState({ kind: 'refused', reason: failure.problem.detail });
      } else {
        setState({ kind: 'only-here' });
        current.timer = window.setTimeout(() => void save(), againMs);
      }
    }
  }, [href, key]);

  useEffect(() => {
    if (href === null) return;
    const { current } = now;
    let isGone = false;
    const copy = readCopy(key);
    const showDraft = (answers: DraftAnswers, known: DraftResponse | null) =>
      current.show(filledFrom(answers, known?.papers ?? []));
    readDraft(href)
      .then((draft) => {
        if (isGone) return;
        current.version = draft.version;
        current.isLoaded = true;
        // Whoever has begun to type meanwhile goes on with that.
        const isUntouched = isEmpty(current.shown);
        if (copy && copy.basedOn === draft.version) {
          if (isUntouched) showDraft(copy.answers, draft);
          current.timer = window.setTimeout(() => void save(), quietMs);
        } else if (copy && draft.answers) {
          // Typed here, and elsewhere too since: neither is thrown away.
          current.theirs = draft;
          if (isUntouched) showDraft(copy.answers, draft);
          setState({ kind: 'conflict', by: draft.by });
        } else if (draft.answers && isUntouched) {
          showDraft(draft.answers, draft);
          setState({ kind: 'saved', at: draft.savedAt ?? '', by: draft.by });
        }
      })
      .catch(() => {
        if (isGone) return;
        if (copy && isEmpty(current.shown)) showDraft(copy.answers, null);
        current.version = copy?.basedOn ?? 0;
        if (copy) setState({ kind: 'only-here' });
      });
    return () => {
      isGone = true;
      window.clearTimeout(current.timer);
    };
  }, [href, key, save]);

  return {
    state,
    note: (filled) => {
      if (href === null) return;
      const { current } = now;
      current.shown = filled;
      keepCopy(key, { basedOn: current.version, answers: draftOf(filled) });
      window.clearTimeout(current.timer);
      if (state.kind !== 'conflict') current.timer = window.setTimeout(() => void save(), quietMs);
    },
    take: (whose) => {
      const { current } = now;
      if (current.theirs) current.version = current.theirs.version;
      if (whose === 'mine') return void save();
      forgetCopy(key);
      const answers = current.theirs?.answers;
      if (answers) current.show(filledFrom(answers, current.theirs?.papers ?? []));
      setState({ kind: 'saved', at: current.theirs?.savedAt ?? '', by: current.theirs?.by ?? null });
    },
    forget: () => {
      window.clearTimeout(now.current.timer);
      forgetCopy(key);
    },
  };
}

function isEmpty({ values, papers }: Filled): boolean {
  return (
    Object.values(values).every((value) => value === '') && Object.values(papers).every(({ length }) => length === 0)
  );
}
