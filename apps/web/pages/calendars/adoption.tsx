import type { OffersResponse } from '@citypath/contracts';
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Failure } from '../../parts/failure';
import { calendarWords } from '../../words/calendar-words';
import { formWords } from '../../words/form-words';
import { useSpeech, useWords } from '../../words/use-words';
import { OfferedCities } from './offered-cities';
import { useAdopting } from './use-adopting';
import styles from './calendars.module.css';

/** Newer calendars that journeys have not taken: what would move, and the button that moves it. */
export function Adoption({ offered }: { offered: OffersResponse }) {
  const words = useWords(calendarWords);
  const forms = useWords(formWords);
  const speech = useSpeech();
  const adopting = useAdopting();
  const [reason, setReason] = useState('');
  const [asksReason, setAsksReason] = useState(false);
  const { offers, readers, movedSteps } = offered;
  const results = [...adopting.results.values()];
  const begun = adopting.isPending || results.length > 0;
  // While it runs the list of offers grows shorter; what was begun with stays on the page.
  const [started, setStarted] = useState(offers);
  const shown = begun ? started : offers;
  const done = results.filter(({ outcome }) => outcome !== 'refused' && outcome !== 'changed').length;
  if (shown.length === 0) return null;
  const start = () => {
    if (reason.trim() === '') {
      setAsksReason(true);
      return;
    }
    setStarted(offers);
    adopting.start(reason.trim(), offers);
  };
  return (
    <section className={styles.offers} aria-labelledby="offers">
      <h2 id="offers" aria-live="polite">
        {begun ? words.adopting(done, shown.length) : words.offered(shown.length)}
      </h2>
      {begun ? (
        adopting.isPending ? (
          <progress
            className={styles.progress}
            max={shown.length}
            value={results.length}
            aria-label={words.adopting(done, shown.length)}
          />
        ) : null
      ) : (
        <p>{speech.sentences(words.offeredHint, words.wouldMove(movedSteps, readers))}</p>
      )}
      <OfferedCities offers={shown} results={adopting.results} />
      {adopting.error ? <Failure error={adopting.error} /> : null}
      {offers.length > 0 && !adopting.isPending ? (
        <form
          className={styles.adopt}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            start();
          }}
        >
          <Textarea
            label={words.adoptReason}
            description={words.adoptReasonHint}
            value={reason}
            error={asksReason && reason.trim() === '' ? forms.missing : undefined}
            maxLength={4000}
            autosize
            minRows={2}
            required
            onChange={(event) => setReason(event.target.value)}
          />
          <div>
            <Button type="submit">{begun ? words.adoptAgain(offers.length) : words.adopt(offers.length)}</Button>
            <p className="dim small">{words.wouldMove(movedSteps, readers)}</p>
          </div>
        </form>
      ) : null}
      {begun && offers.length === 0 && !adopting.isPending ? <p>{words.allDone}</p> : null}
    </section>
  );
}
