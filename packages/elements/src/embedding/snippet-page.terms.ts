/** Words of the snippet page. */
export interface SnippetPageTerms {
  title: string;
  intro: string;
  other: string;
  choose: string;
  element: string;
  any: string;
  needed: string;
  appearance: string;
  mode: string;
  modes: Readonly<Record<string, string>>;
  language: string;
  languages: Readonly<Record<string, string>>;
  theme: string;
  scheme: string;
  schemes: Readonly<Record<string, string>>;
  way: string;
  ways: Readonly<Record<string, string>>;
  file: string;
  files: Readonly<Record<string, string>>;
  pinned: string;
  channel: string;
  values: Readonly<Record<string, string>>;
  preview: string;
  incomplete: string;
  code: string;
  codeAbout: string;
  frameAbout: string;
  policy: string;
  policyAbout: string;
  mapAbout: string;
  map: string;
  mapHash: string;
  style: string;
  styleAbout: string;
  copy: string;
  copied: (what: string) => string;
  notCopied: string;
  failed: string;
}

export const terms: Readonly<Record<'zh-CN' | 'en', SnippetPageTerms>> = {
  'zh-CN': {
    title: '把政务公开组件放进网页',
    intro: '选好组件，看到效果，把两行代码粘贴到网页中要显示的位置。不需要写脚本。',
    other: 'English',
    choose: '选择组件',
    element: '组件',
    any: '（不限）',
    needed: '必填',
    appearance: '外观',
    mode: '模式',
    modes: { standard: '标准', elder: '适老', kiosk: '大厅屏' },
    language: '语言',
    languages: { 'zh-CN': '中文', en: 'English' },
    theme: '外观主题',
    scheme: '明暗',
    schemes: { light: '浅色', dark: '深色', auto: '跟随访客设置' },
    way: '放置方式',
    ways: {
      tag: '组件标签（首选）',
      div: 'div：编辑器会删除不认识的标签时',
      frame: 'iframe：网页不允许脚本时',
    },
    file: '脚本',
    files: {
      'loader.js': 'loader.js：用到哪个组件才下载哪个',
      'all.js': 'all.js：全部组件一个文件',
      'loader.classic.js': 'loader.classic.js：编辑器会删除 type="module" 时',
    },
    pinned: '固定版本，带校验值（首选）',
    channel: '自动更新到同一主版本的最新版，不带校验值',
    values: {
      disclosure: '信息公开申请',
      correction: '更正申请',
      online: '网上',
      counter: '当面',
      registeredPost: '挂号信、特快专递',
      ordinaryPost: '平常信函',
      fax: '传真',
      interpretations: '政策解读',
      documents: '政策文件',
      national: '国家',
      provincial: '省',
      municipal: '市',
      district: '区',
      a5: 'A5',
      a4: 'A4',
      hall: '是',
      topic: '主题',
      field: '领域',
      organ: '机关',
      document: '政策文件',
      case: '办件',
      open: '此件公开发布',
      onRequest: '此件依申请公开',
      closed: '此件不予公开',
    },
    preview: '效果',
    incomplete: '填写必填项后显示效果。',
    code: '代码',
    codeAbout:
      '粘贴到网页中要显示的位置。同一网页有多个组件时，脚本那一行（和主题那一行）只需一次。',
    frameAbout:
      '第二行让 iframe 随内容变高；网页不允许脚本时省去它，用 height 定高度。网页的来源须列在本服务的 --frame-ancestors 中。',
    policy: '内容安全策略（CSP）',
    policyAbout: '网页设有 Content-Security-Policy 时，加上这些；没有就不用管。',
    map: '后续文件的校验值',
    mapAbout:
      '可选。脚本那一行的校验值只管它自己；浏览器按这个 import map 校验它之后下载的文件。放在所有模块脚本之前。',
    mapHash: '网页设有 CSP 时，script-src 还要加上：',
    style: '样式表',
    styleAbout: '加到网页自己的样式表中。',
    copy: '复制',
    copied: (what) => `已复制：${what}`,
    notCopied: '浏览器不允许复制。文字已选中，请按 Ctrl+C。',
    failed: '机关和文件的名单没有读到，可以直接填写编号。',
  },
  en: {
    title: 'Put open-info into a page',
    intro:
      'Choose an element, see it, and paste two lines where it is to be shown. No script to write.',
    other: '中文',
    choose: 'Choose',
    element: 'Element',
    any: '(any)',
    needed: 'needed',
    appearance: 'Look',
    mode: 'Mode',
    modes: { standard: 'Standard', elder: 'Larger (elders)', kiosk: 'Hall screen' },
    language: 'Language',
    languages: { 'zh-CN': '中文', en: 'English' },
    theme: 'Theme',
    scheme: 'Scheme',
    schemes: { light: 'Light', dark: 'Dark', auto: 'As the visitor has set it' },
    way: 'Placed by',
    ways: {
      tag: 'its tag (best)',
      div: 'a div: where the editor strips unknown tags',
      frame: 'an iframe: where the page allows no script',
    },
    file: 'Script',
    files: {
      'loader.js': 'loader.js: fetches an element when it is used',
      'all.js': 'all.js: all elements in one file',
      'loader.classic.js': 'loader.classic.js: where the editor strips type="module"',
    },
    pinned: 'This version, with its hash (best)',
    channel: 'The newest of this major version, without a hash',
    values: {
      disclosure: 'Disclosure request',
      correction: 'Correction request',
      online: 'Online',
      counter: 'At the counter',
      registeredPost: 'Registered post',
      ordinaryPost: 'Ordinary post',
      fax: 'Fax',
      interpretations: 'Interpretations',
      documents: 'Documents',
      national: 'National',
      provincial: 'Provincial',
      municipal: 'Municipal',
      district: 'District',
      a5: 'A5',
      a4: 'A4',
      hall: 'Yes',
      topic: 'A topic',
      field: 'A field',
      organ: 'An organ',
      document: 'A policy document',
      case: 'A case',
      open: 'Open',
      onRequest: 'On request',
      closed: 'Not open',
    },
    preview: 'Preview',
    incomplete: 'Fill in what is needed to see it.',
    code: 'Code',
    codeAbout:
      'Paste it where the element is to be shown. With several elements on a page the script line (and that of the theme) is needed once.',
    frameAbout:
      'The second line makes the frame as high as its content; where the page allows no script, leave it out and set height. The origin of the page must be in --frame-ancestors of this service.',
    policy: 'Content security policy',
    policyAbout: 'Add this if the page has a Content-Security-Policy; else ignore it.',
    map: 'Hashes of what is fetched later',
    mapAbout:
      'Optional. The hash in the script line covers that file alone; by this import map browsers check what it fetches. It goes before every module script.',
    mapHash: 'If the page has a policy, its script-src also needs:',
    style: 'Style sheet',
    styleAbout: "Add this to the page's own style sheet.",
    copy: 'Copy',
    copied: (what) => `Copied: ${what}`,
    notCopied: 'The browser does not allow copying. The text is selected; press Ctrl+C.',
    failed: 'Organs and documents could not be read; write their ids.',
  },
};
