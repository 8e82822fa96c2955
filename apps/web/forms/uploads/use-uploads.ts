import type { PaperShort } from '@citypath/contracts';
import { createContext, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { UploadQueue, type UploadItem } from './upload-queue';

export interface Uploads {
  endpoint: string;
  items: readonly UploadItem[];
  queue: UploadQueue;
}

/** The files of the form around: null in a form that takes none. */
export const UploadsContext = createContext<Uploads | null>(null);

/**
 * Sends the files of one form.
 * @param endpoint where uploads of its step begin, from the root
 * @param onArrived told each file that has become a paper
 */
export function useUploads(endpoint: string, onArrived: (pointer: string, paper: PaperShort) => void): Uploads {
  const told = useRef(onArrived);
  useEffect(() => {
    told.current = onArrived;
  });
  const [queue] = useState(() => new UploadQueue(endpoint, (pointer, paper) => told.current(pointer, paper)));
  const items = useSyncExternalStore(queue.subscribe, queue.snapshot);
  useEffect(() => () => queue.stop(), [queue]);
  return { endpoint, items, queue };
}

/** Whether some file has neither arrived nor been refused. */
export function areOnTheirWay(items: readonly UploadItem[]): boolean {
  return items.some(({ state }) => state !== 'refused');
}
