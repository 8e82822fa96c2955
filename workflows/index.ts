/** Everything the worker bundles: a workflow's name is the name of its export. */
export { bulkAct } from './bulk-act/bulk-act.workflow';
export { cityJourney } from './city-journey/city-journey.workflow';
export { watch } from './watch/watch.workflow';
