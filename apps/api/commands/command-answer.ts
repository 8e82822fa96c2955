import type { CommandPendingResponse, CommandResponse, DryRunResponse } from '@citypath/contracts';

/** How a write is answered; the CommandAnswerInterceptor makes HTTP of it. */
export type CommandAnswer =
  | { kind: 'recorded'; created: boolean; replayed: boolean; body: CommandResponse }
  | { kind: 'pending'; body: CommandPendingResponse }
  /** It was only looked at. */
  | { kind: 'dry'; body: DryRunResponse };
