import type { Answers } from '@open-info/contract/matter-checklist';

/** A matter with answers, as the QR code of a list carries them. */
export interface Scanned {
  matter: string;
  answers: Answers;
}

/**
 * The fragment of an address that opens a matter with answers: `oi-guide=food-licence&answer=who:self`.
 * A fragment is never sent to a server, and answers name nobody.
 */
export function fragmentOf(matter: string, answers: Answers): string {
  const text = new URLSearchParams({ 'oi-guide': matter });
  for (const [question, option] of Object.entries(answers)) {
    text.append('answer', `${question}:${option}`);
  }
  return text.toString();
}

/** What was scanned, when a fragment is one of ours. */
export function readFragment(hash: string): Scanned | undefined {
  const read = new URLSearchParams(hash.replace(/^#/, ''));
  const matter = read.get('oi-guide');
  if (!matter) return undefined;
  const answers: Record<string, string> = {};
  for (const text of read.getAll('answer')) {
    const colon = text.indexOf(':');
    if (colon > 0) answers[text.slice(0, colon)] = text.slice(colon + 1);
  }
  return { matter, answers };
}
