import type { LitElement, PropertyDeclaration } from 'lit';

/** An element of ours, by what its class tells. */
interface OurClass {
  readonly tag?: string;
  readonly version?: string;
  readonly elementProperties?: ReadonlyMap<PropertyKey, PropertyDeclaration>;
}

/** They hold nothing of a person, and what is inside them would lose its client for a moment. */
const lasting = ['oi-provider', 'oi-kiosk'];

/** What the frame shows: the start, or a view that a link of it opened (`<template id>`). */
export class Views {
  /** Id of the open view; empty at the start, and where there are no views. */
  current = '';
  private readonly host: LitElement;
  private shown: readonly ChildNode[] = [];

  constructor(host: LitElement) {
    this.host = host;
  }

  get hasStart(): boolean {
    return this.host.querySelector(':scope > [slot="start"]') !== null;
  }

  get isAtStart(): boolean {
    return this.hasStart && this.current === '';
  }

  /** Nothing but the board of a hall tells title and time by itself. */
  get isTold(): boolean {
    return this.isAtStart && this.host.querySelector('[slot="start"] oi-hall-board') !== null;
  }

  /**
   * @param part of an address, behind its `#`
   * @returns false where no template bears it as its id
   */
  open(part: string): boolean {
    const template = [...this.host.children].find(
      (child): child is HTMLTemplateElement =>
        child instanceof HTMLTemplateElement &&
        child.id !== '' &&
        [child.id, encodeURIComponent(child.id)].includes(part),
    );
    if (!template) return false;
    this.close();
    this.current = template.id;
    this.shown = [...document.importNode(template.content, true).childNodes];
    this.host.append(...this.shown);
    return true;
  }

  /** Takes the open view away with all it holds. */
  close(): void {
    this.shown.forEach((node) => node.remove());
    this.shown = [];
    this.current = '';
  }

  /** Makes everything new that a person may have written into or turned; the start belongs to all. */
  renew(): void {
    this.close();
    for (const form of this.host.querySelectorAll('form')) form.reset();
    for (const field of this.host.querySelectorAll<HTMLInputElement>('input, textarea')) {
      if (field.form === null) field.value = field.defaultValue;
    }
    for (const element of this.host.querySelectorAll('*')) {
      if (element.closest('[slot="start"]') === null) renew(element);
    }
  }
}

/** Puts a new one with the same attributes, content, and properties of the page in its place. */
function renew(element: Element): void {
  const { tag = '', version, elementProperties } = element.constructor as OurClass;
  if (version === undefined || !tag.startsWith('oi-') || lasting.includes(tag)) return;
  const fresh = element.cloneNode(false) as Element;
  for (const [name, { attribute, state }] of elementProperties ?? []) {
    // What has an attribute begins as the page wrote it.
    if (attribute !== false || state) continue;
    Reflect.set(fresh, name, Reflect.get(element, name));
  }
  fresh.append(...element.childNodes);
  element.replaceWith(fresh);
}
