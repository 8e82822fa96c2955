import type { ActOffered, CityPageResponse, CityStep } from '@citypath/contracts';
import { cityWords } from '../../words/city-words';
import { useSpeech, useWords } from '../../words/use-words';
import { StepRow } from './step-row';
import styles from './city.module.css';

interface Props {
  page: CityPageResponse;
  /** The step whose details are open. */
  shownStep: string | null;
  /** The step whose form the reader came for. */
  toAct: string | null;
  /** The place within the shown step that the address names. */
  at: 'comments' | 'details' | null;
  onDone: (act: ActOffered) => void;
}

/** All steps in order of need, with their four dates. The roles are named: narrow screens lay the table out as blocks. */
export function StepsSection({ page, shownStep, toAct, at, onDone }: Props) {
  const words = useWords(cityWords);
  const speech = useSpeech();
  return (
    <section aria-labelledby="steps" className={styles.section}>
      <h2 id="steps">{words.steps}</h2>
      <table className={styles.steps} role="table" aria-labelledby="steps">
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader" className={styles.stepColumn}>
              {words.step}
            </th>
            <th scope="col" role="columnheader">
              {words.with}
            </th>
            <th scope="col" role="columnheader">
              {words.dates.baseline}
            </th>
            <th scope="col" role="columnheader">
              {words.dates.agreed}
            </th>
            <th scope="col" role="columnheader">
              {words.dates.forecast}
            </th>
            <th scope="col" role="columnheader">
              {words.dates.actual}
            </th>
          </tr>
        </thead>
        {runsOfStages(page.steps).map(({ stage, steps }) => (
          <tbody key={`${stage} ${steps[0]?.ref ?? ''}`} role="rowgroup">
            <tr role="row" className={styles.stageRow}>
              <th scope="rowgroup" role="rowheader" colSpan={6}>
                {titleOfStage(page, stage, speech.language)}
              </th>
            </tr>
            {steps.map((step) => (
              <StepRow
                key={step.ref}
                step={step}
                page={page}
                isShown={step.ref === shownStep}
                toAct={step.ref === toAct}
                at={step.ref === shownStep ? at : null}
                onDone={onDone}
              />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

/** Neighbours of one stage under one heading; the order of the steps stays as it is. */
function runsOfStages(steps: CityStep[]): { stage: string; steps: CityStep[] }[] {
  const runs: { stage: string; steps: CityStep[] }[] = [];
  for (const step of steps) {
    const last = runs.at(-1);
    if (last?.stage === step.stage) last.steps.push(step);
    else runs.push({ stage: step.stage, steps: [step] });
  }
  return runs;
}

function titleOfStage(page: CityPageResponse, key: string, language: 'en' | 'zh'): string {
  return page.programme.stages.find((stage) => stage.key === key)?.title[language] ?? key;
}
