/** A Chinese given name is what colleagues call; of a Latin name the first letter. */
export const initialOf = (name: string) =>
  /^[\x20-\x7e]/.test(name) ? name.slice(0, 1).toUpperCase() : name.slice(-1);
