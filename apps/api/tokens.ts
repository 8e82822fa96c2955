/** What the container gives that has no class of its own. */
export const TASK_QUEUE = Symbol('task queue');
export const DATABASE = Symbol('data source');
export const DATABASE_URL = Symbol('address of the database');
export const PAPERS = Symbol('where files go');
export const MAIL = Symbol('mail transport, or null');
export const LOCAL_MODE = Symbol('whether anybody may sign in as anybody');
export const PUBLIC_URL = Symbol('the address that people open');
export const WEB_FOLDER = Symbol('folder of the built page');
export const TEMPORAL_PAGE = Symbol("address of Temporal's own page, or null");
