import { render as draw } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import {
  ReactiveElement,
  type LitElement,
  type PropertyValues,
  type ReactiveController,
  type TemplateResult,
} from 'lit';
import type { Load } from '../controllers/load.ts';
import { closest } from './world.ts';

type ElementClass = typeof LitElement;

/** What an element was given to draw last, and what it still waits for. */
interface Life {
  template: unknown;
  controllers: ReactiveController[];
}

/** An element that can be brought up without a browser. */
export interface Lived extends LitElement {
  readonly life: Life;
}

/** What the base class does on an update, which is all but drawing. */
const withoutDrawing = ReactiveElement.prototype as unknown as {
  update: (this: ReactiveElement, changed: PropertyValues) => void;
};

const emptyRoot = {
  appendChild: () => undefined,
  querySelector: () => null,
  querySelectorAll: () => [],
  activeElement: null,
};

/**
 * An element class as it lives in Node: its whole life cycle runs as in a browser, only that what it
 * draws is kept as a template in place of being put into a document.
 */
export function livedClass(element: ElementClass): new () => Lived {
  const lives = new WeakMap<object, Life>();
  const lifeOf = (host: object): Life => {
    const life = lives.get(host) ?? { template: undefined, controllers: [] };
    lives.set(host, life);
    return life;
  };
  const living = class extends element {
    get life(): Life {
      return lifeOf(this);
    }

    override addController(controller: ReactiveController): void {
      // Called by the fields of the class below, before any field of this one is there.
      lifeOf(this).controllers.push(controller);
      super.addController(controller);
    }

    protected override createRenderRoot(): ShadowRoot {
      return emptyRoot as unknown as ShadowRoot;
    }

    protected override update(changed: PropertyValues): void {
      this.life.template = this.render();
      withoutDrawing.update.call(this, changed);
    }

    override dispatchEvent(): boolean {
      return true;
    }

    override getBoundingClientRect(): DOMRect {
      return { width: 0, height: 0 } as DOMRect;
    }

    override closest(selector: string): null {
      return closest(selector) as null;
    }

    override getRootNode(): Node {
      return emptyRoot as unknown as Node;
    }
  };
  // A registry would ask for these, and so have the class made ready.
  Reflect.get(living, 'observedAttributes');
  return living;
}

/** An element takes no longer than this to read what it shows, in milliseconds. */
const patience = 15_000;

const aMoment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function isLoading(controller: ReactiveController): boolean {
  const { current } = controller as { current?: Partial<Load<unknown>> | undefined };
  return typeof current === 'object' && current.state === 'loading';
}

/**
 * Waits until nothing an element has asked for is on its way: its answers, its late parts, its words.
 *
 * @throws Error when it takes too long
 */
async function settled(element: Lived): Promise<void> {
  const until = performance.now() + patience;
  // Parts come by a promise alone, so what they set off is seen a turn later.
  for (let quiet = 0; quiet < 3;) {
    if (performance.now() > until) throw new Error('An element did not come to rest.');
    await element.updateComplete;
    const busy = element.isUpdatePending || element.life.controllers.some(isLoading);
    quiet = busy ? 0 : quiet + 1;
    await (busy ? aMoment() : turn());
  }
}

/** A template as HTML, without the marks by which Lit would find its parts again. */
export async function written(template: TemplateResult): Promise<string> {
  const html = await collectResult(draw(template));
  return html.replace(/<!--\/?lit-(?:part|node)[^>]*-->/g, '');
}

/** Brings an element up, lets it read what it shows, and writes down what it draws. */
export async function lived<T extends LitElement>(
  element: new () => Lived,
  properties: Partial<T>,
  attributes: Readonly<Record<string, string>>,
): Promise<string> {
  const one = Object.assign(new element(), properties);
  for (const [name, value] of Object.entries(attributes)) {
    one.attributeChangedCallback(name, null, value);
  }
  one.connectedCallback();
  try {
    await settled(one);
    return await written(one.life.template as TemplateResult);
  } finally {
    one.disconnectedCallback();
  }
}
