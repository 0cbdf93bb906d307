/** Remembers how far everything around an element is scrolled; the answer puts it back. */
export function keepScrollPlace(element: Element): () => void {
  const places: [Element, number][] = [];
  for (let at: Element | null = element; at !== null; at = parentOf(at)) {
    places.push([at, at.scrollTop]);
  }
  return () => {
    for (const [at, top] of places) at.scrollTop = top;
  };
}

function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}
