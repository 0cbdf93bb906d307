import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { describeElements, elementsOf } from '../../scripts/manifest/manifest.mjs';
import { textOf } from './blocks.ts';

/** What the manifest says of an element; it is read from the source. */
interface Described {
  tagName: string;
  attributes?: { name: string }[];
  cssParts?: { name: string }[];
  events?: { name: string; cancelable: boolean; fields: { name: string }[] }[];
}

const elements = elementsOf(describeElements()).map(({ element }) => element as Described);

/** What stands in backticks, in order. */
const quoted = (text: string): string[] =>
  [...text.matchAll(/`([^`\n]+)`/g)].map(([, name = '']) => name);

/** The section of an element, up to the next one. */
function sectionOf(tag: string): string {
  const [, section] = textOf('docs/elements.md').split(`## \`<${tag}>\``);
  return section?.split('\n## ')[0] ?? '';
}

/** First cells of the table of attributes. */
function attributesIn(section: string): string[] {
  const [, rest = ''] = section.split('| attribute | meaning |\n');
  const [table = ''] = rest.split('\n\n');
  return table
    .split('\n')
    .slice(1)
    .flatMap((row) => quoted(row.split(' | ')[0] ?? ''))
    .map((name) => name.split('=')[0] ?? '');
}

const sorted = (names: Iterable<string>) => [...new Set(names)].sort();

describe('docs/elements.md', () => {
  for (const { tagName, attributes = [], cssParts = [], events = [] } of elements) {
    const section = sectionOf(tagName);

    test(`has the attributes of <${tagName}>`, () => {
      const own = attributes.map(({ name }) => name);
      assert.deepEqual(sorted(attributesIn(section)), sorted(own));
    });

    test(`has the parts and events of <${tagName}>`, () => {
      const named = quoted(section);
      const said = [...cssParts, ...events].map(({ name }) => name);
      assert.deepEqual(
        said.filter((name) => !named.includes(name)),
        [],
      );
    });
  }
});

describe('docs/events.md', () => {
  test('has every event with its fields, and says which can be prevented', () => {
    const rows = textOf('docs/events.md')
      .split('\n')
      .filter((row) => row.startsWith('| `oi-'));
    const documented = rows.map((row) => {
      const [, name = '', fields = '', meaning = ''] = row.split('|').map((cell) => cell.trim());
      return {
        name: quoted(name)[0],
        fields: quoted(fields.replaceAll(/\([^)]*\)/g, '')).sort(),
        cancelable: meaning.startsWith('cancelable'),
      };
    });
    const actual = elements
      .flatMap(({ events = [] }) => events)
      .map(({ name, fields, cancelable }) => ({
        name,
        fields: fields.map((field) => field.name).sort(),
        cancelable,
      }));
    const byName = (a: { name?: string | undefined }, b: { name?: string | undefined }) =>
      (a.name ?? '').localeCompare(b.name ?? '');
    assert.deepEqual(documented.sort(byName), actual.sort(byName));
  });
});
