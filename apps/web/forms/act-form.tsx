import type { ActOffered, CityStep, PersonShort } from '@citypath/contracts';
import { Button } from '@mantine/core';
import { useEffect, useId, useRef, useState } from 'react';
import { failureOf } from '../api/problem-error';
import { dryRunWords } from '../words/dry-run-words';
import { formWords } from '../words/form-words';
import { useSpeech, useWords } from '../words/use-words';
import { ActOutcome } from './act-outcome';
import { actParts, actValues } from './act-parts';
import { isLookedAt } from './dry-run/acts-looked-at';
import { DryRunView } from './dry-run/dry-run-view';
import { useDryRun } from './dry-run/use-dry-run';
import { DraftLine } from './drafts/draft-line';
import { useDraft } from './drafts/use-draft';
import { FormParts } from './form-parts';
import { nothingFilled, withPaper, type Filled } from './parts-of-form';
import { PreparedLetter } from './prepared-letter';
import { placeErrors, pointersOf } from './place-errors';
import { requestOfForm, type FilledRequest } from './request-of-form';
import { areOnTheirWay, UploadsContext, useUploads } from './uploads/use-uploads';
import { useAct } from './use-act';
import styles from './forms.module.css';

interface Props {
  act: ActOffered;
  journeyId: string;
  step: CityStep | null;
  people: PersonShort[];
  /** It was opened by a press, so the focus goes on into it. */
  takesFocus: boolean;
  /** Recorded: the form has done its work. */
  onDone: () => void;
  onCancel: () => void;
}

/** The form of one act. What was typed stays until it is recorded, whatever the api does meanwhile. */
export function ActForm({ act, journeyId, step, people, takesFocus, onDone, onCancel }: Props) {
  const words = useWords(formWords);
  const dryWords = useWords(dryRunWords);
  const speech = useSpeech();
  const id = useId();
  const { filled, latest, show } = useFilled(actValues(act.act, step));
  const [complaints, setComplaints] = useState<Record<string, string>>({});
  const stepHref = `/api/v1/journeys/${encodeURIComponent(journeyId)}/steps/${encodeURIComponent(step?.ref ?? '')}`;
  const keepsDraft = act.act === 'submit' && step !== null;
  const draft = useDraft({ href: keepsDraft ? `${stepHref}/draft` : null, round: step?.round ?? 1 }, filled, show);
  const change = (after: Filled) => {
    show(after);
    draft.note(after);
    setComplaints({});
  };
  const uploads = useUploads(`${stepHref}/papers`, (pointer, paper) =>
    change(withPaper(latest.current, pointer, paper)),
  );
  const doing = useAct(act.href, journeyId, () => {
    draft.forget();
    onDone();
  });
  const dryRun = useDryRun(act.href);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    // A file is chosen by a button; its own input is not to be seen, and takes no focus.
    if (takesFocus)
      form.current?.querySelector<HTMLElement>('input:not([type=file]), select, textarea, button')?.focus();
  }, [takesFocus]);

  const parts = actParts(act.act, step, { words, speech, people, dropped: act.dropped });
  const error = doing.error ?? dryRun.error;
  const failure = error ? failureOf(error) : null;
  const found =
    failure?.kind === 'problem'
      ? placeErrors(failure.problem.errors ?? [], pointersOf(parts, filled))
      : { byPointer: {}, rest: [] };
  const errors = { ...found.byPointer, ...complaints };

  // What the api found wrong is where the work goes on.
  const firstWrong = Object.keys(found.byPointer)[0];
  useEffect(() => {
    if (firstWrong !== undefined) focusField(id, firstWrong);
  }, [id, firstWrong, error]);

  const now = requestOfForm(parts, filled).body;
  const isSeen = dryRun.seenOf(now) !== undefined;

  /** Has what is filled in looked at, or done, unless something is missing. */
  const send = (use: (body: Record<string, unknown>) => void) => {
    const request = requestOfForm(parts, filled);
    const said = Object.entries(request.complaints).map(([at, what]) => [at, complaintIn(words, what)] as const);
    const waiting = uploads.items
      .filter((item) => areOnTheirWay([item]))
      .map(({ pointer }) => [pointer, words.filesOnTheirWay] as const);
    const wrong = [...said, ...waiting];
    setComplaints(Object.fromEntries(wrong));
    if (wrong.length > 0) focusField(id, wrong[0]?.[0]);
    else use(request.body);
  };

  return (
    <form
      ref={form}
      className={`${styles.form} fade-in`}
      noValidate
      aria-label={speech.say(act.title)}
      onSubmit={(event) => {
        event.preventDefault();
        if (!doing.busy) send((body) => doing.send(body, dryRun.seenOf(body)));
      }}
    >
      {act.act === 'release-rung' && step ? (
        <PreparedLetter
          journeyId={journeyId}
          step={step.ref}
          onTake={(own) => change({ ...filled, values: { ...filled.values, '/words': own } })}
        />
      ) : null}
      <UploadsContext value={uploads}>
        <FormParts id={id} parts={parts} filled={filled} errors={errors} disabled={doing.busy} onChange={change} />
      </UploadsContext>
      <ActOutcome doing={doing} failure={failure} rest={found.rest} hasFieldErrors={Object.keys(errors).length > 0} />
      <DraftLine draft={draft} />
      <div aria-live="polite">
        {dryRun.busy ? <p className="dim small">{dryWords.looking}</p> : null}
        {dryRun.shown && !isSeen ? <p className="small">{dryWords.outdated}</p> : null}
        {dryRun.shown && isSeen ? <DryRunView looked={dryRun.shown} /> : null}
      </div>
      <div className={styles.send}>
        <Button type="submit" loading={doing.busy}>
          {doing.isUnanswered ? words.sendAgain : speech.say(act.title)}
        </Button>
        {isLookedAt(act.act) ? (
          <Button variant="default" loading={dryRun.busy} disabled={doing.busy} onClick={() => send(dryRun.look)}>
            {dryRun.shown ? dryWords.lookAgain : dryWords.look}
          </Button>
        ) : null}
        <Button variant="default" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
      {act.causes ? <p className="dim small">{speech.say(act.causes)}</p> : null}
      {act.onBehalfOf ? <p className="dim small">{words.onBehalfOf(speech.name(act.onBehalfOf))}</p> : null}
    </form>
  );
}

/** What is filled in, also between two pictures of it: files arrive when they like. */
function useFilled(values: Record<string, string>) {
  const [filled, setFilled] = useState<Filled>({ ...nothingFilled, values });
  const latest = useRef(filled);
  const show = (next: Filled) => {
    latest.current = next;
    setFilled(next);
  };
  return { filled, latest, show };
}

function complaintIn(words: (typeof formWords)['en'], what: FilledRequest['complaints'][string]): string {
  switch (what) {
    case 'missing':
      return words.missing;
    case 'not-a-number':
      return words.notANumber;
    case 'file-or-link':
      return words.fileOrLink;
  }
}

function focusField(id: string, pointer: string | undefined): void {
  if (pointer !== undefined) document.getElementById(`${id}${pointer}`)?.focus();
}
