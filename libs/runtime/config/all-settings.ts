import { type SettingKey, settings } from './settings';

/** Every setting that any of our processes reads. */
export const ALL_SETTINGS = Object.keys(settings) as SettingKey[];
