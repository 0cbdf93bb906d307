import { svg, type SVGTemplateResult } from 'lit';
import { generate } from 'lean-qr/nano';

/** Light modules around the code, as ISO 18004 asks. */
const quiet = 4;

/** The dark modules of a QR code as a path, within a square that holds its quiet zone. */
export function qrPath(text: string): { side: number; path: string } {
  const code = generate(text);
  const dark: string[] = [];
  for (let y = 0; y < code.size; y += 1) {
    for (let x = 0; x < code.size; x += 1) {
      if (code.get(x, y)) dark.push(`M${x + quiet} ${y + quiet}h1v1h-1z`);
    }
  }
  return { side: code.size + 2 * quiet, path: dark.join('') };
}

/**
 * A QR code as a drawing that scales with its place. Import this file lazily: it brings the encoder.
 *
 * @param label what scanning it does, for whoever cannot see it
 */
export function renderQr(text: string, label: string): SVGTemplateResult {
  const { side, path } = qrPath(text);
  // Dark on light in every colour scheme, or no reader finds it.
  return svg`<svg
    class="qr"
    viewBox="0 0 ${side} ${side}"
    role="img"
    aria-label=${label}
    shape-rendering="crispEdges"
  >
    <rect width=${side} height=${side} fill="#fff"></rect>
    <path d=${path} fill="#000"></path>
  </svg>`;
}
