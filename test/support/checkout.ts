import path from 'node:path';

const isBuilt = path.basename(path.dirname(__dirname)) === 'dist';

/** The root of the checkout. Specs run this file from its source, the bench runs it built, a folder deeper. */
export const checkout = path.join(__dirname, isBuilt ? '../../..' : '../..');
