import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { root } from '../lib/root.mjs';
import { describeElements, elementsOf } from '../manifest/manifest.mjs';
import { elementFolders } from '../manifest/sources.mjs';

const manifest = describeElements();
const elements = elementsOf(manifest);
const doc = readFileSync(join(root, 'docs/elements.md'), 'utf8');
const eventDoc = readFileSync(join(root, 'docs/events.md'), 'utf8');

/** What docs/elements.md says of an element. @param {string} tag */
const sectionOf = (tag) =>
  doc
    .replace(/^```[^]*?^```$/gm, '')
    .split(/^## /m)
    .find((section) => section.startsWith(`\`<${tag}>\``)) ?? '';

/** Words in backticks. @param {string} text */
const wordsIn = (text) => [...text.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word);

/** First cells of the table under a heading, word by word. @param {string} section @param {string} heading */
const rowsOf = (section, heading) =>
  (new RegExp(`^\\| ${heading} \\|.*\\n\\|.*\\n((?:\\|.*\\n)+)`, 'm').exec(section)?.[1] ?? '')
    .split('\n')
    .flatMap((row) => wordsIn(/^\|([^|]*)\|/.exec(row)?.[1] ?? ''))
    // `presentation="hall"` speaks of an attribute by its only value.
    .map((word) => word.replace(/=.*/, ''));

/** Names the templates give their parts, in the whole folder of an element. @param {string} folder */
const partsDrawn = (folder) =>
  globSync(`packages/elements/src/${folder}/**/*.ts`, { cwd: root })
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap((file) => [...readFileSync(join(root, file), 'utf8').matchAll(/\spart="([\w\s-]+)"/g)])
    .flatMap(([, names = '']) => names.split(/\s+/));

describe('the manifest of the elements', () => {
  it('has every element that is defined', () => {
    assert.deepEqual(
      elements.map(({ element }) => element.tagName),
      elementFolders().map((folder) => `oi-${folder}`),
    );
  });

  it('says what each event carries, by a class that is in it', () => {
    const classes = manifest.modules.flatMap(({ declarations }) =>
      declarations.map(({ name }) => name),
    );
    const lost = elements
      .flatMap(({ element }) => element.events)
      .filter(({ type }) => !classes.includes(type.text));
    assert.deepEqual(lost, []);
  });
});

for (const { element, path } of elements) {
  const { tagName, summary, members, attributes, events, slots, cssParts, cssProperties } = element;
  const folder = path.split('/')[1] ?? '';
  describe(`<${tagName}> in the manifest`, () => {
    it('has a sentence for everything public', () => {
      const all = [...members, ...attributes, ...events, ...slots, ...cssParts, ...cssProperties];
      const silent = all.filter(({ description }) => !description?.trim());
      assert.deepEqual(
        silent.map(({ name }) => name),
        [],
      );
      assert.ok(summary);
    });

    it('has a type for every property', () => {
      const untyped = members.filter(({ kind, type }) => kind === 'field' && !type);
      assert.deepEqual(
        untyped.map(({ name }) => name),
        [],
      );
    });

    it('names every part its templates draw', () => {
      const drawn = new Set(partsDrawn(folder));
      const named = new Set(cssParts.map(({ name }) => name));
      const unnamed = [...drawn].filter((part) => !named.has(part));
      assert.deepEqual(unnamed, []);
    });

    it('agrees with docs/elements.md', () => {
      const section = sectionOf(tagName);
      assert.ok(section, 'it has a section');
      const said = wordsIn(section);
      const names = attributes.map(({ name }) => name);
      const written = rowsOf(section, 'attribute');
      assert.deepEqual(
        {
          attributesUnsaid: names.filter((name) => !written.includes(name)),
          attributesUnknown: written.filter((name) => !names.includes(name)),
          eventsUnsaid: events.map(({ name }) => name).filter((name) => !said.includes(name)),
          slotsUnsaid: slots
            .map(({ name }) => name)
            .filter((name) => name !== '' && !said.includes(name)),
          partsUnsaid: cssParts.map(({ name }) => name).filter((name) => !said.includes(name)),
        },
        {
          attributesUnsaid: [],
          attributesUnknown: [],
          eventsUnsaid: [],
          slotsUnsaid: [],
          partsUnsaid: [],
        },
      );
    });

    it('agrees with docs/events.md', () => {
      for (const { name, cancelable, fields } of events) {
        const row = eventDoc.split('\n').find((line) => line.startsWith(`| \`${name}\` |`)) ?? '';
        const [, , carried = '', meaning = ''] = row.split('|');
        assert.ok(row, `${name} has a row`);
        for (const field of fields)
          assert.ok(wordsIn(carried).includes(field.name), `${name}: ${field.name}`);
        assert.equal(meaning.startsWith(' cancelable'), cancelable, `${name}: cancelable`);
      }
    });
  });
}
