import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import type { Role } from '../../packages/elements/src/themes/colours.ts';
import { themes, type Theme } from '../../packages/elements/src/themes/themes.ts';
import { tokenTable, type Token } from '../../packages/elements/src/themes/tokens.ts';
import { contrastOf, hexOf, meetings } from './contrast.ts';
import {
  asShipped,
  readThemeFile,
  themeFile,
  valueOf,
  type Chosen,
  type ChosenTokens,
} from './theme-file.ts';

type Scheme = 'light' | 'dark';

const words = {
  'zh-CN': {
    start: '从这个主题开始',
    reset: '还原',
    resetAll: '全部还原',
    name: '主题名（小写字母）',
    export: '导出主题文件',
    import: '导入主题文件',
    contrast: '对比度',
    pass: '合格',
    fail: '不合格',
    least: (least: number) => `至少 ${least} : 1`,
    schemes: { light: '浅色', dark: '深色' },
    failing: (count: number) => (count ? `${count} 处对比度不够` : '对比度全部合格'),
    board: '组件跟着变',
    badFile: '这个文件里没有 --oi- 开头的令牌。请选择导出的主题文件。',
  },
  en: {
    start: 'Start from this theme',
    reset: 'Reset',
    resetAll: 'Reset all',
    name: 'Name of the theme (small letters)',
    export: 'Export theme file',
    import: 'Import theme file',
    contrast: 'Contrast',
    pass: 'passes',
    fail: 'fails',
    least: (least: number) => `at least ${least} : 1`,
    schemes: { light: 'light', dark: 'dark' },
    failing: (count: number) =>
      count ? `${count} contrasts are too low` : 'Every contrast passes',
    board: 'The elements follow',
    badFile:
      'No token that begins with --oi- is in this file. Please choose an exported theme file.',
  },
};

/** What a theme sets, by token. */
function chosenOf({ colours, others = {} }: Theme): ChosenTokens {
  const pairs = Object.entries(colours).map(([role, [light, dark]]) => [
    `--oi-color-${role}`,
    { light, dark },
  ]);
  const rest = Object.entries(others).map(([name, light]) => [`--oi-${name}`, { light }]);
  return Object.fromEntries([...pairs, ...rest]) as ChosenTokens;
}

const isSame = (one: Chosen, other: Chosen) =>
  one.light === other.light && (one.dark ?? one.light) === (other.dark ?? other.light);

/**
 * A designer's desk for the public tokens: change one, and every element on the page follows;
 * contrast is reckoned as one goes; the result is a theme file.
 */
export class TokenEditor extends LitElement {
  static override properties = {
    language: {},
    chosen: { state: true },
    name: { state: true },
    fault: { state: true },
  };

  static override styles = css`
    :host {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 360px), 1fr));
      gap: 2rem;
      line-height: 1.6;
    }
    fieldset,
    section {
      min-width: 0;
      margin: 0 0 1.5rem;
      padding: 0;
      border: 0;
    }
    h2,
    legend {
      margin: 0 0 0.5rem;
      padding: 0;
      font-size: 1.125rem;
      font-weight: 600;
    }
    .token {
      display: grid;
      grid-template-columns: 1fr auto auto;
      gap: 0.25rem 0.75rem;
      align-items: center;
      padding: 0.5rem 0;
      border-top: 1px solid light-dark(#c9d2dc, #40505f);
    }
    .values {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem;
    }
    code {
      font-family: inherit;
      font-size: 0.875rem;
      overflow-wrap: anywhere;
    }
    label {
      display: inline-flex;
      flex-wrap: wrap;
      align-items: center;
      max-width: 100%;
      gap: 0.35rem;
      min-height: 44px;
    }
    input,
    select,
    button {
      box-sizing: border-box;
      min-height: 44px;
      font: inherit;
      color: inherit;
      background: light-dark(#fff, #141b24);
      border: 1px solid light-dark(#7c8896, #8492a2);
      border-radius: 4px;
    }
    input {
      min-width: 0;
      max-width: 100%;
    }
    input[type='color'] {
      width: 56px;
      padding: 4px;
    }
    input[type='text'] {
      width: 9rem;
      padding: 0 0.5rem;
    }
    button,
    select {
      padding: 0 0.75rem;
      cursor: pointer;
    }
    button:disabled {
      border-color: light-dark(#c9d2dc, #40505f);
      color: light-dark(#55616f, #aeb9c6);
      cursor: default;
    }
    .row {
      display: flex;
      flex-wrap: wrap;
      gap: 0.75rem;
      align-items: center;
      margin-bottom: 0.75rem;
    }
    table {
      width: 100%;
      border-collapse: collapse;
      font-variant-numeric: tabular-nums;
    }
    th,
    td {
      padding: 0.35rem 0.5rem 0.35rem 0;
      border-top: 1px solid light-dark(#c9d2dc, #40505f);
      text-align: start;
      font-weight: 400;
    }
    [data-passes='false'] {
      color: light-dark(#a8321f, #ff9d8a);
      font-weight: 600;
    }
    .fault {
      color: light-dark(#a8321f, #ff9d8a);
    }
    ::slotted(*) {
      margin-bottom: 1.5rem;
    }
    @media (max-width: 480px) {
      .token {
        grid-template-columns: minmax(0, 1fr) auto;
      }
      .values {
        grid-area: 2 / 1 / auto / -1;
      }
    }
  `;

  declare language: keyof typeof words;
  declare chosen: ChosenTokens;
  declare name: string;
  declare fault: string;

  constructor() {
    super();
    this.language = 'zh-CN';
    this.chosen = {};
    this.name = 'my-office';
    this.fault = '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.show({});
  }

  private get words() {
    return words[this.language];
  }

  /** Sets the tokens on the page, as the theme file would. */
  private show(chosen: ChosenTokens): void {
    const { style } = document.documentElement;
    for (const { name } of tokenTable) {
      const one = chosen[name];
      if (one) style.setProperty(name, valueOf(one));
      else style.removeProperty(name);
    }
  }

  private become(chosen: ChosenTokens): void {
    const kept = tokenTable.flatMap((token) => {
      const one = chosen[token.name];
      return one && !isSame(one, asShipped(token)) ? [[token.name, one] as const] : [];
    });
    this.chosen = Object.fromEntries(kept);
    this.show(this.chosen);
  }

  private valueFor(token: Token): Chosen {
    return this.chosen[token.name] ?? asShipped(token);
  }

  private choose(token: Token, scheme: Scheme, value: string): void {
    if (value.trim() === '') return;
    const before = this.valueFor(token);
    this.become({ ...this.chosen, [token.name]: { ...before, [scheme]: value.trim() } });
  }

  private reset(token: Token): void {
    this.become({ ...this.chosen, [token.name]: undefined });
  }

  private download(): void {
    const file = new Blob([themeFile(this.name, this.chosen)], { type: 'text/css' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = `${this.name}.css`;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  private async take(input: HTMLInputElement): Promise<void> {
    const text = await input.files?.[0]?.text();
    input.value = '';
    if (text === undefined) return;
    const chosen = readThemeFile(text);
    const isTheme = Object.keys(chosen).length > 0;
    this.fault = isTheme ? '' : this.words.badFile;
    if (isTheme) this.become(chosen);
  }

  private colourOf(role: Role, scheme: Scheme): string {
    const token = tokenTable.find(({ name }) => name === `--oi-color-${role}`);
    if (!token) throw new Error(`no token of ${role}`);
    const { light, dark } = this.valueFor(token);
    return scheme === 'dark' ? (dark ?? light) : light;
  }

  private roleName(role: Role): string {
    const token = tokenTable.find(({ name }) => name === `--oi-color-${role}`);
    return (this.language === 'en' ? token?.en : token?.zh) ?? role;
  }

  private renderValue(token: Token, scheme: Scheme): TemplateResult {
    const one = this.valueFor(token);
    const value = scheme === 'dark' ? (one.dark ?? one.light) : one.light;
    const colour = token.kind === 'colour' ? hexOf(value) : undefined;
    const type = colour === undefined ? 'text' : 'color';
    const label = token.dark === undefined ? '' : this.words.schemes[scheme];
    return html`<label
      >${label}<input
        type=${type}
        aria-label=${`${token.name} ${label}`}
        .value=${colour ?? value}
        @change=${(event: Event) =>
          this.choose(token, scheme, (event.target as HTMLInputElement).value)}
        @input=${(event: Event) =>
          type === 'color' && this.choose(token, scheme, (event.target as HTMLInputElement).value)}
    /></label>`;
  }

  private renderToken(token: Token): TemplateResult {
    const { name, zh, en } = token;
    return html`<div class="token" data-token=${name}>
      <span>${this.language === 'en' ? en : zh}<br /><code>${name}</code></span>
      <span class="values">
        ${this.renderValue(token, 'light')}
        ${token.dark === undefined ? nothing : this.renderValue(token, 'dark')}
      </span>
      <button
        type="button"
        ?disabled=${this.chosen[name] === undefined}
        aria-label=${`${this.words.reset} ${name}`}
        @click=${() => this.reset(token)}
      >
        ${this.words.reset}
      </button>
    </div>`;
  }

  private renderContrast(): TemplateResult {
    const rows = meetings.map((meeting) => ({
      ...meeting,
      found: (['light', 'dark'] as const).map((scheme) =>
        contrastOf(this.colourOf(meeting.over, scheme), this.colourOf(meeting.under, scheme)),
      ),
    }));
    const failing = rows.flatMap(({ found, least }) => found.filter((ratio) => ratio < least));
    const { contrast, schemes, pass, fail, least: atLeast } = this.words;
    return html`<section>
      <h2>${contrast}</h2>
      <p role="status" id="verdict" data-passes=${failing.length === 0}>
        ${this.words.failing(failing.length)}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">${contrast}</th>
            <th scope="col">${schemes.light}</th>
            <th scope="col">${schemes.dark}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ over, under, least, found }) =>
              html`<tr data-meeting="${over}/${under}">
                <th scope="row">
                  ${this.roleName(over)} / ${this.roleName(under)}<br />${atLeast(least)}
                </th>
                ${found.map(
                  (ratio) =>
                    html`<td data-passes=${ratio >= least}>
                      ${(Math.floor(ratio * 100) / 100).toFixed(2)} ${ratio >= least ? pass : fail}
                    </td>`,
                )}
              </tr>`,
          )}
        </tbody>
      </table>
    </section>`;
  }

  private renderDesk(): TemplateResult {
    const { start, resetAll, name } = this.words;
    return html`<section>
      <div class="row">
        <label
          >${start}
          <select
            id="start"
            @change=${(event: Event) => {
              const { value } = event.target as HTMLSelectElement;
              const theme = themes.find((one) => one.name === value);
              if (theme) this.become(chosenOf(theme));
            }}
          >
            ${themes.map(
              (theme) =>
                html`<option value=${theme.name}>
                  ${this.language === 'en' ? theme.en : theme.zh}
                </option>`,
            )}
          </select></label
        >
        <button type="button" id="reset-all" @click=${() => this.become({})}>${resetAll}</button>
      </div>
      <div class="row">
        <label
          >${name}<input
            type="text"
            id="name"
            pattern="[a-z][a-z0-9\\-]*"
            .value=${this.name}
            @change=${(event: Event) => {
              const input = event.target as HTMLInputElement;
              if (input.reportValidity() && input.value) this.name = input.value;
            }}
        /></label>
        <button type="button" id="export" @click=${this.download}>${this.words.export}</button>
        <label
          >${this.words.import}<input
            type="file"
            id="import"
            accept=".css"
            @change=${(event: Event) => this.take(event.target as HTMLInputElement)}
        /></label>
      </div>
      <p role="alert" class="fault">${this.fault}</p>
    </section>`;
  }

  override render(): TemplateResult {
    return html`<div>
        ${this.renderDesk()} ${this.renderContrast()}
        <section>${tokenTable.map((token) => this.renderToken(token))}</section>
      </div>
      <div>
        <h2>${this.words.board}</h2>
        <slot></slot>
      </div>`;
  }
}

if (!customElements.get('story-token-editor')) {
  customElements.define('story-token-editor', TokenEditor);
}
