import type { CommandPendingResponse, CommandResponse } from '@citypath/contracts';

/** How a write is answered; the CommandAnswerInterceptor makes HTTP of it. */
export type CommandAnswer =
  | { kind: 'recorded'; created: boolean; replayed: boolean; body: CommandResponse }
  | { kind: 'pending'; body: CommandPendingResponse };
