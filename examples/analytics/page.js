import { bridge } from './bridge.js';
import { names } from './names.js';

const counts = document.querySelector('#counts');

/** The tracker of this page: a list that is seen, and an endpoint of the same host where there is one. */
bridge(names, (name, fields) => {
  const text = JSON.stringify({ name, ...fields });
  counts.append(Object.assign(document.createElement('li'), { textContent: text }));
  const to = document.querySelector('meta[name="count-to"]').content;
  if (to !== '') navigator.sendBeacon(to, text);
});
