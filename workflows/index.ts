/** Everything the worker bundles: a workflow's name is the name of its export. */
export { cityJourney } from './city-journey/city-journey.workflow';
