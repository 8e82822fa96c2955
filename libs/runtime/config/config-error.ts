/** One setting that cannot be used. */
export interface ConfigComplaint {
  /** Its name in the environment. */
  name: string;
  /** Completes a sentence that begins with the name; never holds a value. */
  problem: string;
}

/** The process cannot run in this environment. Names all that is wrong at once. */
export class ConfigError extends Error {
  constructor(readonly complaints: ConfigComplaint[]) {
    super(`Bad configuration: ${complaints.map(({ name, problem }) => `${name} ${problem}`).join('; ')}.`);
    this.name = 'ConfigError';
  }
}
