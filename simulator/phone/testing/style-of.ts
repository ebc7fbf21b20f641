import type { Locator } from 'playwright-core';

/** Computed style of an element. The tests are not compiled with the DOM's types, hence a function from text. */
export function styleOf(locator: Locator, property: string): Promise<string> {
  const read = new Function('element', 'name', 'return getComputedStyle(element).getPropertyValue(name)');
  return locator.evaluate(read as (element: unknown, name: string) => string, property);
}
