/**
 * The page in a frame: shows the one element its address names, with the attributes the address
 * gives it, and tells the page around how high it is.
 */
import { framedThemes } from '../themes/theme-names.ts';
import { embeddables, isForFrames, languages, modes, schemes } from './embeddable.ts';

/** Longer values are of no id, date or number of ours. */
const longest = 200;

const asked = new URLSearchParams(location.search);

function oneOf<T extends string>(values: readonly [T, ...T[]], name: string): T {
  return values.find((value) => value === asked.get(name)) ?? values[0];
}

/** A look of ours. (A service guide has `theme` 服务主题 as well; topics bear other names.) */
const isTheme = (value: string): boolean => framedThemes.some(({ name }) => name === value);

function tellHeight(content: HTMLElement, element: HTMLElement): void {
  const tell = (): void => {
    // Until something is drawn the frame keeps the height its page has reserved.
    if (element.offsetHeight === 0) return;
    const height = Math.ceil(content.getBoundingClientRect().height);
    // Whoever frames us may know how high we are, and learns nothing else.
    parent.postMessage({ type: 'oi-frame-height', height }, '*');
  };
  new ResizeObserver(tell).observe(content);
}

const name = location.pathname.split('/').pop();
const embeddable = embeddables.find((each) => each.name === name);
if (embeddable) {
  const root = document.documentElement;
  root.lang = oneOf(languages, 'lang');
  root.dataset.oiMode = oneOf(modes, 'mode');
  root.dataset.scheme = oneOf(schemes, 'scheme');
  const theme = asked.getAll('theme').find(isTheme);
  if (theme !== undefined) root.dataset.oiTheme = theme;
  document.title = root.lang === 'en' ? embeddable.en : embeddable.zh;
  const element = document.createElement(`oi-${embeddable.name}`);
  // It is the whole of this page, so its title is the page's.
  element.setAttribute('heading-level', '1');
  for (const attribute of embeddable.attributes.filter(isForFrames)) {
    const values = asked.getAll(attribute.name);
    const value = values.find((each) => attribute.name !== 'theme' || !isTheme(each));
    if (value !== undefined && value.length <= longest) element.setAttribute(attribute.name, value);
  }
  const main = document.createElement('main');
  main.append(element);
  document.body.append(main);
  if (parent !== window) tellHeight(main, element);
}
