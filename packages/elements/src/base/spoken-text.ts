/** What is pressed, drawn, folded away or nobody else's business is not read out. */
const unspoken = [
  ...['button', 'input', 'select', 'textarea', 'svg', 'canvas', '.no-print', '.folded'],
  ...['[hidden]', '[aria-hidden="true"]', '[data-unspoken]', '[role="status"]'],
].join();

/** The words on show in an element, in the order they stand, a line for each block. */
export function spokenText(of: Element): string {
  return [...pieces(of)]
    .join('')
    .replace(/\s*\n\s*/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}

function* pieces(of: Element): Generator<string> {
  const isFolded = of instanceof HTMLDetailsElement && !of.open;
  for (const node of of.childNodes) {
    if (node instanceof Text) yield node.data.replace(/\s+/g, ' ');
    if (!(node instanceof Element) || node.matches(unspoken)) continue;
    if (isFolded && node.localName !== 'summary') continue;
    const { display } = getComputedStyle(node);
    if (display === 'none') continue;
    const isBlock = !/^(?:inline|contents)/.test(display) || node.localName === 'br';
    if (isBlock) yield '\n';
    yield* pieces(node);
    if (isBlock) yield '\n';
  }
}
