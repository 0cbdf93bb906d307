/** The one element of a story. */
export function elementIn<Tag extends keyof HTMLElementTagNameMap>(
  canvas: HTMLElement,
  tag: Tag,
): HTMLElementTagNameMap[Tag] {
  const found = canvas.querySelector(tag);
  if (!found) throw new Error(`The story shows no ${tag}.`);
  return found;
}

/** Waits until an element shows what a selector names. */
export async function shown(element: Element, selector: string): Promise<HTMLElement> {
  for (let frame = 0; frame < 600; frame += 1) {
    const found = element.shadowRoot?.querySelector<HTMLElement>(selector);
    if (found) return found;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  throw new Error(`${element.localName} does not show ${selector}.`);
}

/** A person types; the element hears of it as it would from them. */
export async function type(element: Element, selector: string, text: string): Promise<void> {
  const input = (await shown(element, selector)) as HTMLInputElement | HTMLTextAreaElement;
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

/** A person presses one thing after the other, each once it is there. */
export async function press(element: Element, ...selectors: string[]): Promise<void> {
  for (const selector of selectors) (await shown(element, selector)).click();
}

/** A person types number and code and presses the button. */
export async function enterKey(
  element: Element,
  { number, code }: { number: string; code: string },
): Promise<void> {
  await type(element, '#number', number);
  await type(element, '#code', code);
  await press(element, 'button[type="submit"]');
}
