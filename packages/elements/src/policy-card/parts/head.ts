import type { DocumentRef, PolicyDocument } from '@open-info/contract/documents';
import { html, nothing, type TemplateResult } from 'lit';
import { withChinese } from '../../base/chinese.ts';
import { phrased } from '../../base/phrases.ts';
import { unbroken } from '../../base/unbroken.ts';
import type { PolicyOpeningCause } from '../policy-card.events.ts';
import type { Policy } from '../policy.ts';
import type { CardFrame } from './card-frame.ts';

/** 有效性 in words. */
function validityName(validity: string, { words }: CardFrame): string {
  return words.validities[validity] ?? validity;
}

/** Title, what it is about, and the policies it explains with 文号 and 有效性. */
export function renderHead({ document, interpretation }: Policy, frame: CardFrame): TemplateResult {
  const { words, headingLevel } = frame;
  const policies = policiesOf({ document, interpretation });
  const form = interpretation && (words.forms[interpretation.form] ?? interpretation.form);
  return html`<header class="head">
    ${form === undefined ? nothing : html`<p><span class="badge form" part="form">${form}</span></p>`}
    <p
      class="title"
      id="card-title"
      part="title"
      role="heading"
      aria-level=${headingLevel}
      tabindex="-1"
      lang="zh-CN"
    >
      ${phrased(interpretation?.title ?? document?.title ?? '')}
    </p>
    ${interpretation?.summary ? html`<p class="summary" part="summary" lang="zh-CN">${interpretation.summary}</p>` : nothing}
    <ul class="policies" aria-label=${words.policies} lang="zh-CN">
      ${policies.map((policy) => renderPolicy(policy, { document, interpretation }, frame))}
    </ul>
  </header>`;
}

function policiesOf({ document, interpretation }: Policy): readonly DocumentRef[] {
  const policies = interpretation?.policies ?? [];
  if (!document || policies.some(({ id }) => id === document.id)) return policies;
  return [document, ...policies];
}

function renderPolicy(
  policy: DocumentRef,
  { document, interpretation }: Policy,
  frame: CardFrame,
): TemplateResult {
  const { id, title, documentNumber, validity } = policy;
  // Without an interpretation the document's own title stands above.
  const own = interpretation ? html`<span>${frame.words.cited(title)}</span>` : nothing;
  return html`<li class="policy" part="policy">
    ${id === document?.id ? own : renderPolicyLink(policy, 'policy', frame)}
    ${documentNumber ? html`<span class="number">${documentNumber}</span>` : nothing}
    <span class="badge validity" part="validity" data-validity=${validity} lang=${frame.language}
      >${validityName(validity, frame)}</span
    >
  </li>`;
}

export function renderPolicyLink(
  { id, title }: DocumentRef,
  cause: PolicyOpeningCause,
  frame: CardFrame,
): TemplateResult {
  const href = frame.policyHref(id);
  const name = frame.words.cited(title);
  const open = (event: Event): void => frame.openPolicy(id, cause, event);
  return href === undefined
    ? html`<button class="link policy-link" type="button" data-policy=${id} @click=${open}>
        ${name}
      </button>`
    : html`<a class="link policy-link" href=${href} data-policy=${id} @click=${open}>${name}</a>`;
}

/** Says that a document may not be relied upon as it stands, why, and which one to read instead. */
export function renderBanner(document: PolicyDocument, frame: CardFrame): unknown {
  const { validity, effectiveOn, cleanup } = document;
  const { words } = frame;
  if (validity === 'inForce') return nothing;
  const early = validity === 'notYetInForce';
  const said = early ? words.notYet(effectiveOn) : words.banners[validity];
  const others = early
    ? document.predecessors.filter((each) => each.validity === 'inForce')
    : document.successors;
  return html`<div class="banner" part="banner" data-validity=${validity} role="note">
    <p class="banner-text">${unbroken(said ?? validityName(validity, frame))}</p>
    ${
      cleanup && cleanup.decision !== 'keep'
        ? html`<p class="small">
            ${withChinese(words.cleanup(cleanup.title, cleanup.on), frame.language)}
          </p>`
        : nothing
    }
    ${
      others.length > 0
        ? html`<p class="small banner-next">${early ? words.stillHolds : words.successors}</p>
            <ul lang="zh-CN">
              ${others.map(
                (other) =>
                  html`<li>
                    ${renderPolicyLink(other, early ? 'predecessor' : 'successor', frame)}
                    <span class="number">${other.documentNumber ?? ''}</span>
                  </li>`,
              )}
            </ul>`
        : nothing
    }
  </div>`;
}
