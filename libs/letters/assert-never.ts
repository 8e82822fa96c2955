/** Makes the compiler name a union's member that a switch forgot. @throws Error when reached at run time all the same. */
export function assertNever(value: never): never {
  throw new Error(`Not a known kind: ${JSON.stringify(value)}`);
}
