import { paperKind, type PaperShort, type PersonShort } from '@citypath/contracts';
import type { Paper } from '@citypath/store';

/** A paper as pages show one. */
export function paperShort(paper: Paper, by: PersonShort | null): PaperShort {
  const { id, evidenceKey: evidence, name, sizeBytes, version, sha256, uploadedAt } = paper;
  // It passed inspectPaper before it was noted.
  const kind = paperKind.parse(paper.kind);
  return { id, evidence, name, kind, sizeBytes, version, sha256, uploadedAt, by, href: `/api/v1/papers/${id}` };
}
