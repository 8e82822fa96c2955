const ADDRESS = /[^\s"'<>()[\],;:\\/=]+@[^\s"'<>()[\],;:\\/=]+\.[^\s"'<>()[\],;:\\/=.]+/gu;

/** Replaces everything that looks like a mail address, wherever it stands in a line of the log. */
export function maskAddresses(line: string): string {
  return line.replace(ADDRESS, '[address]');
}
