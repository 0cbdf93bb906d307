import { textOfBlocks, type Block } from '@open-info/contract/blocks';
import { interpretationSections, type Interpretation } from '@open-info/contract/interpretations';
import type { PolicyDocument } from '@open-info/contract/documents';
import { html, nothing, type TemplateResult } from 'lit';
import { renderBlocks, type BlockFrame } from '../../base/blocks.ts';
import { readableSize } from '../../base/file-size.ts';
import { formatInstant } from '../../base/moment.ts';
import type { Policy } from '../policy.ts';
import type { CardSection } from '../policy-card.terms.ts';
import type { CardFrame } from './card-frame.ts';
import { renderChanges } from './changes.ts';
import { renderMedia } from './media.ts';
import { termMarks } from './term-marks.ts';

/** One section of a card: the same content to look at, and as words to copy and to read aloud. */
export interface Section {
  name: CardSection;
  content: () => unknown;
  text: () => string;
}

const shortSections: readonly CardSection[] = ['eligibility', 'steps'];

/** The sections that have something in them, in order. */
export function sectionsOf(policy: Policy, frame: CardFrame, compact: boolean): Section[] {
  const { interpretation, document } = policy;
  const all = [
    ...(interpretation ? ofInterpretation(interpretation, policy, frame) : []),
    ...(document ? ofDocument(document, frame) : []),
  ];
  return compact ? all.filter(({ name }) => shortSections.includes(name)) : all;
}

function ofInterpretation(
  interpretation: Interpretation,
  { document }: Policy,
  frame: CardFrame,
): Section[] {
  const { changes, terms, questions, media, matters } = interpretation;
  const { words } = frame;
  const blocksIn = (name: string): BlockFrame => ({
    ...blockFrame(frame, interpretation, frame.interpretationFile),
    words: termMarks(terms, name, frame),
  });
  const plain = (name: CardSection, blocks: readonly Block[]): Section | undefined =>
    blocks.length === 0
      ? undefined
      : {
          name,
          content: () => renderBlocks(blocks, blocksIn(name)),
          text: () => textOfBlocks(blocks),
        };
  const special: Partial<Record<CardSection, Section | undefined>> = {
    changes:
      changes.length === 0 && !document?.predecessors.length
        ? undefined
        : {
            name: 'changes',
            content: () =>
              html`${changes.length > 0 ? renderChanges(changes, frame) : nothing}${frame.comparison()}`,
            text: () =>
              changes
                .map(({ topic, before = words.newItem, after }) =>
                  [topic, words.cite(words.before, before), words.cite(words.after, after)].join(
                    '\n',
                  ),
                )
                .join('\n'),
          },
    terms:
      terms.length === 0
        ? undefined
        : {
            name: 'terms',
            content: () =>
              html`<dl class="glossary">
                ${terms.map(
                  ({ term, meaning }) =>
                    html`<div>
                      <dt>${term}</dt>
                      <dd>${meaning}</dd>
                    </div>`,
                )}
              </dl>`,
            text: () => terms.map(({ term, meaning }) => words.cite(term, meaning)).join('\n'),
          },
    questions:
      questions.length === 0
        ? undefined
        : {
            name: 'questions',
            content: () =>
              html`<dl class="questions">
                ${questions.map(
                  ({ question, answer }) =>
                    html`<div>
                      <dt>${question}</dt>
                      <dd>${renderBlocks(answer, blocksIn('questions'))}</dd>
                    </div>`,
                )}
              </dl>`,
            text: () =>
              questions
                .map(({ question, answer }) => `${question}\n${textOfBlocks(answer)}`)
                .join('\n'),
          },
  };
  const steps: Section | undefined =
    interpretation.steps.length === 0 && matters.length === 0
      ? undefined
      : {
          name: 'steps',
          content: () =>
            html`${renderBlocks(interpretation.steps, blocksIn('steps'))}${renderMatters(interpretation, frame)}`,
          text: () =>
            [textOfBlocks(interpretation.steps), ...matters.map(({ name }) => name)].join('\n'),
        };
  const mediaSection: Section | undefined =
    media.length === 0
      ? undefined
      : {
          name: 'media',
          content: () => renderMedia(interpretation, frame, blocksIn('media')),
          text: () =>
            media
              .map(({ title, alternative }) => `${title}\n${textOfBlocks(alternative)}`)
              .join('\n'),
        };
  const sections = [
    plain('eligibility', interpretation.eligibility),
    steps,
    ...interpretationSections.map((name) =>
      name in special ? special[name] : plain(name, blocksOf(interpretation, name)),
    ),
    mediaSection,
  ];
  return sections.filter((section): section is Section => section !== undefined);
}

function blocksOf(
  interpretation: Interpretation,
  name: (typeof interpretationSections)[number],
): readonly Block[] {
  if (name === 'changes' || name === 'terms' || name === 'questions') return [];
  return interpretation[name];
}

/** A text of a record with its files, whose headings stand below the section's. */
function blockFrame(
  frame: CardFrame,
  { id: record, files }: Pick<PolicyDocument, 'id' | 'files'>,
  address: (record: string, file: string) => string,
): BlockFrame {
  return {
    headingLevel: frame.headingLevel + 2,
    kiosk: frame.kiosk,
    newWindow: frame.words.newWindow,
    language: frame.language,
    file: (id) => {
      const found = files.find((file) => file.id === id);
      return found && { url: address(record, id), name: found.name };
    },
  };
}

function renderMatters({ matters }: Interpretation, frame: CardFrame): unknown {
  if (matters.length === 0) return nothing;
  const { words, language, headingLevel } = frame;
  return html`<div class="matters" part="matters">
    <p class="small soft" role="heading" aria-level=${headingLevel + 2} lang=${language}>
      ${words.matters}
    </p>
    <ul>
      ${matters.map((matter) => {
        const address = frame.matterHref(matter);
        return html`<li>
          ${
            address === undefined
              ? matter.name
              : html`<a
                  class="matter"
                  href=${address}
                  @click=${(event: Event) => frame.openMatter(matter, event)}
                  >${matter.name}</a
                >`
          }
        </li>`;
      })}
    </ul>
  </div>`;
}

function ofDocument(document: PolicyDocument, frame: CardFrame): Section[] {
  const { responses, body } = document;
  const blocks = blockFrame(frame, document, frame.documentFile);
  const sections: Section[] = [];
  if (responses.length > 0) {
    sections.push({
      name: 'responses',
      content: () =>
        responses.map(
          (response) =>
            html`<div class="response">
              <p class="response-title" role="heading" aria-level=${frame.headingLevel + 2}>
                ${response.title}
              </p>
              <p class="small soft">${response.organ}　${formatInstant(response.publishedAt)}</p>
              ${renderBlocks(response.body, blocks)}
            </div>`,
        ),
      text: () =>
        responses.map(({ title, body: said }) => `${title}\n${textOfBlocks(said)}`).join('\n'),
    });
  }
  sections.push({
    name: 'document',
    content: () => renderDocument(document, frame, blocks),
    text: () => textOfBlocks(body),
  });
  return sections;
}

function renderDocument(
  document: PolicyDocument,
  frame: CardFrame,
  blocks: BlockFrame,
): TemplateResult {
  const { words } = frame;
  const { body, attribute, files, stamp } = document;
  const missing = attribute === 'onRequest' ? words.onRequest : words.noText;
  return html`<div class="document-text" part="document">
    ${body.length > 0 ? renderBlocks(body, blocks) : html`<p lang=${frame.language}>${missing}</p>`}
    ${stamp && !textOfBlocks(body.slice(-2)).includes(stamp) ? html`<p class="stamp">${stamp}</p>` : nothing}
    ${
      files.length > 0 && !frame.kiosk
        ? html`<p class="small soft" lang=${frame.language}>${words.files}</p>
            <ul class="files">
              ${files.map(
                ({ id, name, size }) =>
                  html`<li>
                    <a class="link" href=${frame.documentFile(document.id, id)} download>${name}</a>
                    <span class="soft">${readableSize(size)}</span>
                  </li>`,
              )}
            </ul>`
        : nothing
    }
  </div>`;
}
