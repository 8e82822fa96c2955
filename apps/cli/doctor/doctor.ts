import { PAPER_SETTINGS } from '@citypath/runtime';
import { examineConfiguration, settingsOf } from './examine-configuration';
import { examineDatabase } from './examine-database';
import { examineMail } from './examine-mail';
import { examinePapers } from './examine-papers';
import { examineTemporal } from './examine-temporal';
import { PARTS, type Finding } from './finding';

export interface DoctorWishes {
  /** The process's own unless given. */
  environment?: NodeJS.ProcessEnv;
  now?: () => Date;
  /** Less room than this is too little. */
  smallestFreeBytes?: number;
}

/** The room for a day of papers: uploads are at most 50 MB each. */
const SMALLEST_FREE_BYTES = 2 ** 30;

/** Looks at every part that CityPath needs, all at once; changes nothing. @returns a finding for each, in order */
export async function doctor({
  environment,
  now = () => new Date(),
  smallestFreeBytes = SMALLEST_FREE_BYTES,
}: DoctorWishes = {}): Promise<Finding[]> {
  const database = settingsOf(['databaseUrl'], environment);
  const temporal = settingsOf(['temporalAddress', 'temporalNamespace', 'temporalTaskQueue'], environment);
  const mail = settingsOf(['smtpUrl', 'mode'], environment);
  const papers = settingsOf([...PAPER_SETTINGS, 'uploadsFolder'], environment);
  const found = await Promise.all([
    examineDatabase(database?.databaseUrl ?? null, now),
    examineTemporal(temporal),
    examineMail(mail),
    examinePapers(papers, smallestFreeBytes),
  ]);
  return [examineConfiguration(environment), ...found.flat()].sort(
    (a, b) => PARTS.indexOf(a.part) - PARTS.indexOf(b.part),
  );
}

/** 0: all is well; 1: something has to be mended; 3: nothing but that a part is away. */
export function exitCodeOf(findings: readonly Finding[]): 0 | 1 | 3 {
  const has = (state: Finding['state']) => findings.some((finding) => finding.state === state);
  if (has('wrong')) return 1;
  return has('away') ? 3 : 0;
}
