import { z } from 'zod';
import { personShort } from './person';
import { instantOut } from './primitives';

/** The most that one file may hold. */
export const LARGEST_PAPER_BYTES = 50 * 1024 * 1024;

/** What may be handed in, by the content of the file. */
export const paperKind = z.enum(['pdf', 'docx', 'xlsx', 'pptx', 'png', 'jpg', 'heic']);
export type PaperKind = z.infer<typeof paperKind>;

/** Names an upload from its first byte on, and the paper that it becomes. */
export const paperId = z.string().regex(/^paper-[0-9a-f]{32}$/, 'key-malformed');

/** A file that was handed in or is about to be. The same name again for the same evidence is its next version. */
export const paperShort = z
  .object({
    id: z.string(),
    /** Evidence of the step that it was uploaded for. */
    evidence: z.string(),
    name: z.string(),
    kind: paperKind,
    sizeBytes: z.number(),
    version: z.number(),
    sha256: z.string(),
    uploadedAt: instantOut,
    /** Null when the person is no longer known. */
    by: personShort.nullable(),
    /** Where it is downloaded, from the root. */
    href: z.string(),
  })
  .meta({ id: 'PaperShort' });
export type PaperShort = z.infer<typeof paperShort>;

/** `PUT …/steps/:ref/papers/:upload`: the paper that a finished upload became. */
export const paperResponse = z.object({ paper: paperShort }).meta({ id: 'PaperResponse' });
export type PaperResponse = z.infer<typeof paperResponse>;
