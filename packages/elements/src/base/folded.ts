import { html } from 'lit';

/**
 * What few need, behind the one button that names it: fewer choices for older people (适老). Without
 * a name it stands open, as for everybody else.
 *
 * @param open shows it from the start, for something in it wants to be seen
 */
export function folded(name: string | undefined, content: unknown, open = false): unknown {
  return name === undefined
    ? content
    : html`<details class="folded" ?open=${open}>
        <summary class="button">${name}</summary>
        ${content}
      </details>`;
}

/** What is wrong is seen, whatever a person has folded away before. */
export function unfoldFaults(root: ParentNode): void {
  for (const group of root.querySelectorAll('details')) {
    if (group.querySelector('[aria-invalid="true"]')) group.open = true;
  }
}
