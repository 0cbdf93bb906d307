/** Fields that say nothing of a person. The 申请编号 (`number`) and addresses (`url`) stay behind. */
const harmless = [
  'itemId',
  'policyId',
  'interpretationId',
  'matterId',
  'kind',
  'step',
  'move',
  'cause',
  'change',
  'channel',
  'total',
  'chosen',
  'open',
  'bring',
];

/**
 * Hands what people do in the elements of a page to a tracker.
 *
 * @param {readonly string[]} names names of events
 * @param {(name: string, fields: Record<string, unknown>) => void} track
 */
export function bridge(names, track) {
  for (const name of names)
    document.addEventListener(name, (event) => {
      const known = harmless.filter((field) => event[field] !== undefined);
      track(name, Object.fromEntries(known.map((field) => [field, event[field]])));
    });
}
