import { z } from 'zod';
import { cursor, instantOut, limit } from './primitives';

/** `POST /api/v1/letters/:id/settlement`: what a person knows of a letter whose outcome is unknown. */
export const settleLetterRequest = z
  .strictObject({ outcome: z.enum(['arrived', 'did-not-arrive'], 'value-unknown') })
  .meta({ id: 'SettleLetterRequest' });
export type SettleLetterRequest = z.input<typeof settleLetterRequest>;

/** `GET /api/v1/quarantine?after=&limit=`, newest first. */
export const quarantineQuery = z.strictObject({ after: cursor.optional(), limit: limit(200, 50) });
export type QuarantineQuery = z.input<typeof quarantineQuery>;

/** A mail that came to the address for bounces and could not be believed. */
export const quarantinedMail = z
  .object({
    id: z.string(),
    receivedAt: instantOut,
    reason: z.enum(['no-letter', 'forged', 'letter-unknown', 'no-report', 'too-large', 'unreadable']),
    sender: z.string(),
    recipient: z.string(),
    sizeBytes: z.number(),
  })
  .meta({ id: 'QuarantinedMail' });
export type QuarantinedMail = z.infer<typeof quarantinedMail>;

export const quarantineResponse = z
  .object({ mails: z.array(quarantinedMail), next: z.string().nullable() })
  .meta({ id: 'QuarantineResponse' });
export type QuarantineResponse = z.infer<typeof quarantineResponse>;
