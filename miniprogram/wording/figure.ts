/** `1,280`: thousands apart, as everywhere a number matters. */
export function figure(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** `+5`, `−120`. */
export function signedFigure(n: number): string {
  return n < 0 ? `−${figure(-n)}` : `+${figure(n)}`;
}
