/** Builds something from an object the first time it is asked for it, and keeps it as long as the object lives. */
export function oncePer<Source extends object, Result>(build: (source: Source) => Result): (source: Source) => Result {
  const built = new WeakMap<Source, { result: Result }>();
  return (source) => {
    const known = built.get(source);
    if (known) return known.result;
    const result = build(source);
    built.set(source, { result });
    return result;
  };
}
