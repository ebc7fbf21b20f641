/**
 * Something that each page instance has one of, made when first asked for. WeChat copies what stands in the options of
 * `Page` deeply and without prototypes, so objects with methods cannot live there.
 */
export function perPage<Owner extends object, Made>(make: (owner: Owner) => Made): (owner: Owner) => Made {
  const made = new WeakMap<Owner, Made>();
  return (owner) => {
    const existing = made.get(owner);
    if (existing !== undefined) return existing;
    const fresh = make(owner);
    made.set(owner, fresh);
    return fresh;
  };
}
