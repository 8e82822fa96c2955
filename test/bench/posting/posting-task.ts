/** What a child process of the bench gets: where the letters are, and where they go. */
export interface PostingTask {
  databaseUrl: string;
  smtpUrl: string;
  /** The instant at which the letters are due. */
  now: string;
  count: number;
}

/** @returns the task that this process was started with */
export function taskOfProcess(): PostingTask {
  return JSON.parse(process.argv[2] ?? '') as PostingTask;
}

/** Tells the parent that everything is ready, and waits until it says "go". */
export async function untilGo(): Promise<void> {
  process.send?.('ready');
  await new Promise<void>((resolve) => process.once('message', () => resolve()));
}

export const SENDER = 'CityPath <letters@citypath.example>';
export const SETTING = { publicUrl: 'https://citypath.example', messageIdHost: 'citypath.example' };
