import type { DroppedKind } from './dropped.ts';

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements left out with all that is in them, and as what. */
const left: readonly [DroppedKind | undefined, ReadonlySet<string>][] = [
  ['script', set('script')],
  ['style', set('style')],
  [
    'embedded',
    set(
      'iframe frame frameset object embed applet audio video canvas svg math portal fencedframe noembed ' +
        'noframes bgsound mpvoice mpvideo mp-common-mpaudio qqmusic mp-common-videosnap mp-miniprogram',
    ),
  ],
  ['form', set('button input select option optgroup datalist textarea keygen')],
  ['navigation', set('nav footer aside')],
  // These show nothing where scripts run, or never do.
  [undefined, set('noscript template xml link base basefont param source track')],
];

export const leftOut: ReadonlyMap<string, DroppedKind | undefined> = new Map(
  left.flatMap(([kind, names]) => [...names].map((name) => [name, kind] as const)),
);

/** Elements without content. */
export const voidElements = set(
  'area base basefont bgsound br col embed frame hr img image input keygen link meta param source track wbr',
);

/** Elements that begin a line of their own. Those of tables and lists are read separately. */
export const lineElements = set(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form header hgroup html legend main nav p pre section summary xmp plaintext listing',
);

/** A new one of the first ends an open one of the others. */
export const endsOpen: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['li', set('li')],
  ['dt', set('dt dd')],
  ['dd', set('dt dd')],
  ['td', set('td th')],
  ['th', set('td th')],
  ['tr', set('tr td th caption colgroup')],
  ['tbody', set('tbody thead tfoot tr td th caption colgroup')],
  ['thead', set('tbody thead tfoot tr td th caption colgroup')],
  ['tfoot', set('tbody thead tfoot tr td th caption colgroup')],
  ['h1', set('h1 h2 h3 h4 h5 h6')],
  ['h2', set('h1 h2 h3 h4 h5 h6')],
  ['h3', set('h1 h2 h3 h4 h5 h6')],
  ['h4', set('h1 h2 h3 h4 h5 h6')],
  ['h5', set('h1 h2 h3 h4 h5 h6')],
  ['h6', set('h1 h2 h3 h4 h5 h6')],
]);

/** What an element of the key may not end beyond: an `li` ends within its list, a cell in its table. */
const fences = {
  none: new Set<string>(),
  list: set('ul ol menu dir table td th'),
  description: set('dl td th table'),
  table: set('table'),
  line: set('table td th caption li'),
};

export function fenceOf(name: string): ReadonlySet<string> {
  if (name === 'li') return fences.list;
  if (name === 'dt' || name === 'dd') return fences.description;
  if (/^(?:td|th|tr|tbody|thead|tfoot|caption|colgroup)$/.test(name)) return fences.table;
  return /^(?:table|ul|ol|menu|dir)$/.test(name) ? fences.none : fences.line;
}

/** Elements that say how text looks; one of them may end out of order. */
export const inlineElements = set(
  'a abbr b bdi bdo big cite code del dfn em font i ins kbd label mark q s samp small span strike strong ' +
    'sub sup time tt u var',
);

/** Containers that hold the text of a page in the systems offices use, by id or class. */
const bodyNames = set(
  'zoom zoomcon ucap-content js_content rich_media_content trs_editor trs_ueditor trs_editor_view ' +
    'trs_paper_default pages_content article-content article_content articlecontent vsb_content ' +
    'vsb_content_2 vsb_content_4 vsb_content_500 vsb_content_501 v_news_content wp_articlecontent ' +
    'news_content info_content xxgk_content bt_content bt-content contxt fontzoom',
);

const attachmentName = /(?:^|[-_])(?:fj|xgfj|fujian|attach(?:ment)?s?|appendix|annex)(?:$|[-_])/;

/** Likelier places of the text have a higher rank: 3 a known container, 2 `article`, 1 `main`. */
export function bodyRank(name: string, id: string, classes: string): number {
  const names = namesOf(id, classes);
  if (names.some((one) => bodyNames.has(one))) return 3;
  if (name === 'article') return 2;
  return name === 'main' ? 1 : 0;
}

/** Whether an element is where a page lists its 附件. */
export function isAttachmentPlace(id: string, classes: string): boolean {
  return namesOf(id, classes).some((one) => attachmentName.test(one));
}

function namesOf(id: string, classes: string): string[] {
  return `${id} ${classes}`.slice(0, 400).toLowerCase().split(/\s+/);
}
