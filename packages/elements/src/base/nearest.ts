/** The nearest element at or above `start` that matches, across shadow roots. */
export function nearest(start: Element, selector: string): Element | null {
  for (let at: Element | null = start; at !== null;) {
    const found = at.closest(selector);
    if (found !== null) return found;
    const root = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return null;
}
