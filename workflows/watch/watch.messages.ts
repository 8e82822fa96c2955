/** Name of the workflow's type, and of its id. */
export const WATCH = 'watch';
export const WATCH_ID = 'citypath-watch';
/** The Temporal Schedule that runs it. */
export const WATCH_SCHEDULE = 'citypath-watch';
/** How often it looks. */
export const WATCH_EVERY = '5 minutes';
