import { readSeedFile } from '../seed-file.ts';
import { normalise } from './text.ts';

interface SynonymFile {
  groups: { official: string[]; people: string[] }[];
  fillers: string[];
}

/** Words that mean the same, normalised, the longest first. */
interface Group {
  terms: string[];
}

interface Synonyms {
  groups: Group[];
  fillers: string[];
}

/** A word is looked for in at most so many ways. */
const mostWays = 12;

const longestFirst = (a: string, b: string): number => b.length - a.length;

let known: Synonyms | undefined;

function synonyms(): Synonyms {
  if (known) return known;
  const { groups, fillers } = readSeedFile<SynonymFile>('synonyms.json');
  known = {
    groups: groups.map(({ official, people }) => ({
      terms: [...new Set([...official, ...people].map(normalise))].sort(longestFirst),
    })),
    fillers: fillers.map(normalise).sort(longestFirst),
  };
  return known;
}

/** A word without what people put around the thing they mean: 怎么办低保 → 低保. */
function withoutFillers(word: string): string {
  let rest = word;
  for (;;) {
    const { fillers } = synonyms();
    const before = fillers.find((filler) => rest.startsWith(filler));
    if (before !== undefined) rest = rest.slice(before.length);
    const after = fillers.find((filler) => rest.endsWith(filler));
    if (after !== undefined) rest = rest.slice(0, rest.length - after.length);
    if (before === undefined && after === undefined) return rest;
  }
}

/**
 * The ways in which a word of a search may be written: itself first, then with people's words in the
 * place of official ones and the other way round (低保 ↔ 最低生活保障).
 *
 * @param word normalised, see `searchWords`
 * @param plain whether it is how people talk: what they put around the thing they mean is left out
 */
export function waysToSay(word: string, plain = false): string[] {
  const ways = new Set([word]);
  const core = plain ? withoutFillers(word) : word;
  for (const base of core === '' ? [word] : [word, core]) {
    ways.add(base);
    for (const { terms } of synonyms().groups) {
      const said = terms.find((term) => base.includes(term));
      if (said === undefined) continue;
      for (const term of terms) ways.add(base.replace(said, term));
    }
  }
  return [...ways].slice(0, mostWays);
}
