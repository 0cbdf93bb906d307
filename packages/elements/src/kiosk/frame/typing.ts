/** A field somebody writes into by the keyboard on the screen. */
export type Field = HTMLInputElement | HTMLTextAreaElement;

/** What a field asks for. */
export type KeyKind = 'digits' | 'identity' | 'letters';

/** Types of `<input>` that take text; dates and the like bring a picker of their own. */
const texts = ['text', 'search', 'tel', 'url', 'email', 'password', 'number'];
const kinds: readonly string[] = ['digits', 'identity', 'letters'];
/** 公民身份号码 and 统一社会信用代码 are mostly figures; no `inputmode` says so. */
const identities = /(id|identity|certificate|credit)[-_.]?(card|number|no|code)/i;

/** The field that has the focus, if it is one of text. */
export function fieldOf(target: EventTarget | undefined): Field | undefined {
  if (!(target instanceof HTMLInputElement) && !(target instanceof HTMLTextAreaElement)) {
    return undefined;
  }
  if (target.readOnly || target.disabled) return undefined;
  if (target instanceof HTMLInputElement && !texts.includes(target.type)) return undefined;
  return target;
}

/**
 * @param inputMode what the field asked for before the machine's own keyboard was kept away
 */
export function kindOf(field: Field, inputMode: string): KeyKind {
  const { oiKeys = '' } = field.dataset;
  if (kinds.includes(oiKeys)) return oiKeys as KeyKind;
  if (identities.test(`${field.id} ${field.name}`)) return 'identity';
  const asked = inputMode || field.type;
  return /^(numeric|decimal|tel|number)$/.test(asked) ? 'digits' : 'letters';
}

/** A field whose words are looked for as soon as somebody is done. */
export function isSearch(field: Field, inputMode: string): boolean {
  return [field.type, inputMode, field.getAttribute('enterkeyhint')].includes('search');
}

/** Puts text in at the caret, in the place of what is selected. */
export function insert(field: Field, text: string): void {
  const { start, end } = selectionOf(field);
  const room = field.maxLength < 0 ? Infinity : field.maxLength;
  if (field.value.length - (end - start) + text.length > room) return;
  change(field, { inputType: 'insertText', data: text }, start, end, text);
}

/** Takes away what is selected, else the character before the caret. */
export function erase(field: Field): void {
  const { start, end } = selectionOf(field);
  const last = [...field.value.slice(0, start)].pop() ?? '';
  const from = start === end ? start - last.length : start;
  change(field, { inputType: 'deleteContentBackward' }, from, end, '');
}

export function clear(field: Field): void {
  change(field, { inputType: 'deleteContent' }, 0, field.value.length, '');
}

/** What Enter does: the element may take it, else the form is sent as a keyboard would. */
export function enter(field: Field): void {
  const init = { key: 'Enter', code: 'Enter', bubbles: true, composed: true, cancelable: true };
  if (!field.dispatchEvent(new KeyboardEvent('keydown', init))) return;
  const { form } = field;
  const submit = form?.querySelector<HTMLElement>('[type="submit"], button:not([type])');
  if (submit) submit.click();
  else form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
}

/** Fields of addresses and numbers do not tell where their caret is: it is at the end. */
function selectionOf({ selectionStart, selectionEnd, value }: Field): {
  start: number;
  end: number;
} {
  return { start: selectionStart ?? value.length, end: selectionEnd ?? value.length };
}

/** As a keyboard does: asks, changes, tells. */
function change(
  field: Field,
  what: InputEventInit,
  start: number,
  end: number,
  text: string,
): void {
  const told = { ...what, bubbles: true, composed: true };
  const asking = new InputEvent('beforeinput', { ...told, cancelable: true });
  if (!field.dispatchEvent(asking)) return;
  if (field.selectionStart === null) setWhole(field, start, end, text);
  else field.setRangeText(text, start, end, 'end');
  // The caret stays in sight.
  if (field.selectionEnd === field.value.length) field.scrollLeft = field.scrollWidth;
  field.dispatchEvent(new InputEvent('input', told));
}

/** By the setter of the class: frameworks put one of their own on the field to know what they wrote. */
function setWhole(field: Field, start: number, end: number, text: string): void {
  const { value } = field;
  const prototype: unknown = Object.getPrototypeOf(field);
  const whole = value.slice(0, start) + text + value.slice(end);
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, whole);
}
