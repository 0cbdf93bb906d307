import { createMockClient } from '@open-info/sdk/testing';
import { assert } from 'chai';
import { clearPage, put, Reader, until } from '../../test/browser.ts';
import { version } from '../base/version.ts';
import '../catalog-browser/define.ts';
import './define.ts';

afterEach(clearPage);

const inside = (place: HTMLElement): Reader =>
  new Reader(place.querySelector('oi-catalog-browser')!);

describe('<oi-provider>', () => {
  it('gives its client to what is inside, also when it changes', async () => {
    const place = put('<oi-provider><oi-catalog-browser></oi-catalog-browser></oi-provider>');
    const provider = place.querySelector('oi-provider')!;
    const client = createMockClient();
    provider.client = client;
    const reader = inside(place);
    await until('asked', () => client.asked.length > 0);
    await reader.ready();
    const other = createMockClient().empty();
    provider.client = other;
    await until('asked anew', () => other.asked.length > 0);
    await until('nothing there', () => reader.root.textContent.includes('暂时没有公开事项'));
  });

  it('passes on the client of an outer provider when it only sets a look', async () => {
    const place = put(
      '<oi-provider id="outer"><oi-provider mode="elder"><oi-catalog-browser></oi-catalog-browser></oi-provider></oi-provider>',
    );
    const client = createMockClient();
    place.querySelector<HTMLElementTagNameMap['oi-provider']>('#outer')!.client = client;
    const reader = inside(place);
    await until('asked', () => client.asked.length > 0);
    await until('the look', () => reader.all('[data-mode="elder"]').length === 1);
  });
});

describe('the loader', () => {
  it('defines what comes into the page', async () => {
    await import('../loader.ts');
    const place = put('<oi-provider></oi-provider>');
    await customElements.whenDefined('oi-provider');
    assert.isTrue(place.querySelector('oi-provider')!.matches(':defined'));
  });
});

describe('the version of the elements', () => {
  it('is that of the package', async () => {
    const answer = await fetch('/packages/elements/package.json');
    assert.equal(((await answer.json()) as { version: string }).version, version);
  });
});
