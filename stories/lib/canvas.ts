/** Waits until the one element of a story shows what a selector names. */
export async function shown(
  canvas: HTMLElement,
  element: string,
  selector: string,
): Promise<HTMLElement> {
  for (let frame = 0; frame < 600; frame += 1) {
    const found = canvas.querySelector(element)?.shadowRoot?.querySelector<HTMLElement>(selector);
    if (found) return found;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  throw new Error(`${element} does not show ${selector}.`);
}
