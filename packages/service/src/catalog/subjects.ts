import type { OrganRef } from '@open-info/contract/organs';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { readSeedFile } from '../seed-file.ts';

/** What the wording of a guideline means in this district: 县级人民政府民政部门 → 区民政局. */
interface Role {
  text: string;
  /** Ids of organs. */
  organs?: string[];
  /** Every organ of these kinds. */
  kinds?: string[];
  /** Every area of this level, without naming its organs one by one. */
  areas?: string;
  /** The organ whose table it is; `kinds` where the table names none. */
  own?: boolean;
}

/** The organs and areas a 公开主体 stands for. */
export interface Resolved {
  organs: OrganRef[];
  /** Division codes of the areas concerned and of the areas these lie in. */
  areas: string[];
}

/** Finds the organs of the district that a wording means. */
export interface Subjects {
  /**
   * @param text 公开主体 as the table words it
   * @param own id of the organ whose table it is, which 本机关 means
   */
  resolve(text: string, own: string | undefined): Resolved;
  /** The same for organs named one by one, by id or by one of their names. */
  named(names: string[]): Resolved;
  /** Id of the organ of exactly this id or name. */
  organId(name: string): string | undefined;
}

interface KnownOrgan extends OrganRef {
  kind: string;
  areaCode: string;
}

interface Term {
  text: string;
  organs: KnownOrgan[];
  areas: string[];
  own: boolean;
}

/** Reads the registry of organs and areas once; the answers come from memory. */
export async function readSubjects(db: Kysely<Tables>): Promise<Subjects> {
  const rows = await db.selectFrom('organs').selectAll().orderBy('position').execute();
  const areas = await db.selectFrom('areas').select(['code', 'level']).execute();
  const organs = rows.map((row) => ({
    id: row.id,
    name: row.name,
    kind: row.kind,
    areaCode: row.area_code,
  }));
  const names = new Map<string, KnownOrgan[]>();
  rows.forEach((row, index) => {
    const organ = organs[index];
    if (organ) for (const name of namesOf(row)) add(names, fold(name), organ);
  });
  const terms = new Map<string, Term>();
  for (const [text, found] of names)
    terms.set(text, { text, organs: found, areas: [], own: false });
  for (const role of readSeedFile<{ items: Role[] }>('subject-roles.json').items) {
    const term = termOf(role, organs, areas);
    if (!terms.has(term.text)) terms.set(term.text, term);
  }
  return subjects(organs, names, terms);
}

function namesOf(row: { name: string; short_name: string | null; aliases: string[] }): string[] {
  const names = [row.name, row.short_name ?? '', ...row.aliases];
  const bare = names.filter((name) => /^区.{2,}局/.test(name)).map((name) => name.slice(1));
  return [...new Set([...names, ...bare])].filter((name) => name !== '');
}

function termOf(role: Role, organs: KnownOrgan[], areas: { code: string; level: string }[]): Term {
  const meant = organs.filter(
    ({ id, kind }) => role.organs?.includes(id) === true || role.kinds?.includes(kind) === true,
  );
  const codes = areas.filter(({ level }) => level === role.areas).map(({ code }) => code);
  return { text: fold(role.text), organs: meant, areas: codes, own: role.own === true };
}

function subjects(
  organs: KnownOrgan[],
  names: Map<string, KnownOrgan[]>,
  terms: Map<string, Term>,
): Subjects {
  const byId = new Map(organs.map((organ) => [organ.id, organ]));
  const byStart = new Map<string, Term[]>();
  for (const term of terms.values()) add(byStart, term.text.charAt(0), term);
  for (const list of byStart.values()) list.sort((a, b) => b.text.length - a.text.length);
  const one = (name: string) => byId.get(name) ?? names.get(fold(name))?.[0];

  const meaning = (text: string, own: string | undefined): Resolved => {
    const self = own === undefined ? undefined : byId.get(own);
    const found = termsIn(fold(text), byStart);
    const meant = found.flatMap((term) => (term.own && self ? [self] : term.organs));
    return resolved(
      meant,
      found.flatMap((term) => term.areas),
    );
  };
  const kept = new Map<string, Resolved>();
  return {
    resolve(text, own) {
      const key = `${own ?? ''}\n${text}`;
      const known = kept.get(key) ?? meaning(text, own);
      // A catalog has few hundred wordings; a file of nonsense must not fill the memory.
      if (kept.size < 10_000) kept.set(key, known);
      return known;
    },
    named: (list) =>
      resolved(
        list.flatMap((name) => one(name) ?? []),
        [],
      ),
    organId: (name) => one(name)?.id,
  };
}

/** Terms as they occur from left to right, the longest at each place. */
function termsIn(text: string, byStart: Map<string, Term[]>): Term[] {
  const found: Term[] = [];
  let index = 0;
  while (index < text.length) {
    const at = index;
    const foreign = /[市省]/.test(text.charAt(at - 1));
    const term = byStart
      .get(text.charAt(at))
      ?.find((candidate) => text.startsWith(candidate.text, at) && !foreign);
    if (term) found.push(term);
    index += term?.text.length ?? 1;
  }
  return found;
}

function resolved(organs: KnownOrgan[], areas: string[]): Resolved {
  const unique = [...new Map(organs.map((organ) => [organ.id, organ])).values()];
  const codes = [...unique.map((organ) => organ.areaCode), ...areas].flatMap(withParents);
  return {
    organs: unique.map(({ id, name }) => ({ id, name })),
    areas: [...new Set(codes)],
  };
}

/** 420103001002 lies in 420103001, which lies in 420103. */
function withParents(code: string): string[] {
  return [6, 9, 12]
    .filter((length) => length <= code.length)
    .map((length) => code.slice(0, length));
}

function fold(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
