import type { CitySeat, Reminded, SeatName, StepName, Version } from './four-steps';
import type { Weekday } from './weekdays';

/** What somebody asks of the model; the words and the papers do not matter to it. */
export type ModelAct =
  | {
      kind:
        | 'submit'
        | 'ask-waiver'
        | 'accept'
        | 'return'
        | 'complete'
        | 'waive'
        | 'skip'
        | 'reopen'
        | 'go-to'
        | 'restart-from'
        | 'comment';
      step: StepName;
    }
  | { kind: 'reassign'; step: StepName; seat: SeatName }
  | { kind: 'agree-date'; step: StepName; dueOn: Weekday }
  | { kind: 'acknowledge'; step: StepName; untilOn: Weekday }
  | { kind: 'set-cadence'; step: StepName | null; reminded: Reminded | null }
  | { kind: 'hold'; untilOn: Weekday }
  | { kind: 'resume' | 'withdraw' | 'finish' | 'readmit' }
  | { kind: 'appoint' | 'hand-over'; seat: CitySeat; person: string }
  | { kind: 'vacate'; seat: CitySeat }
  | { kind: 'name-liaison'; seat: CitySeat; person: string | null }
  | { kind: 'adopt-definition'; version: Version }
  | { kind: 'adopt-calendar'; offOn: Weekday }
  /** `back`: which act, counted from the newest. */
  | { kind: 'undo'; back: number };

export type StepAct = Extract<ModelAct, { step: StepName }>;
