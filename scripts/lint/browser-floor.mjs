/**
 * What Chromium 86 and Safari 14.1 lack, for code that browsers load. Syntax is lowered by the
 * compiler; globals and methods are not.
 */

const floor = 'is missing below Chromium 86 / Safari 14.1';

/** @param {string} object @param {string[]} properties */
const statics = (object, properties) =>
  properties.map((property) => ({ object, property, message: `${object}.${property} ${floor}.` }));

/** @param {string[]} properties */
const methods = (properties) =>
  properties.map((property) => ({ property, message: `.${property}() ${floor}.` }));

export const propertiesAboveFloor = [
  ...statics('Object', ['hasOwn', 'groupBy']),
  ...statics('AbortSignal', ['any', 'timeout', 'abort']),
  ...statics('Array', ['fromAsync']),
  ...statics('Promise', ['withResolvers', 'try']),
  ...statics('URL', ['parse', 'canParse']),
  ...statics('crypto', ['randomUUID']),
  ...methods(['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced']),
  ...methods(['throwIfAborted', 'checkVisibility']),
];

export const globalsAboveFloor = [
  'structuredClone',
  'requestIdleCallback',
  'scheduler',
  'reportError',
].map((name) => ({ name, message: `${name} ${floor}.` }));

export const syntaxAboveFloor = [
  {
    selector: 'Literal[regex.pattern=/\\(\\?<[=!]/]',
    message: `Look-behind in a regular expression ${floor}.`,
  },
  { selector: 'Literal[regex.flags=/[dv]/]', message: `This flag ${floor}.` },
  {
    selector: 'PrivateIdentifier',
    message: '#private is lowered to slow WeakMaps in ES2021; use the private keyword.',
  },
];
