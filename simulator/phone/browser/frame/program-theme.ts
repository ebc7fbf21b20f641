import type { Theme } from '../bridge';
import type { AppConfig } from '../program';

const SCHEME = /\(\s*prefers-color-scheme\s*:\s*(light|dark|no-preference)\s*\)/g;
/** True and false in the language of media queries, so that `and`, `not` and `,` around them keep their meaning. */
const ALWAYS = '(min-width: 0px)';
const NEVER = '(max-width: 0px)';

/** The phone's theme as one program has it: without `"darkmode": true` in app.json that is light for ever. */
export class ProgramTheme {
  constructor(
    private readonly app: Pick<AppConfig, 'darkmode' | 'themes'>,
    private phone: Theme,
  ) {}

  /** What the program is drawn in. */
  get shown(): Theme {
    return this.app.darkmode ? this.phone : 'light';
  }

  /** What `wx` says: nothing to a program that did not ask. */
  get told(): Theme | undefined {
    return this.app.darkmode ? this.phone : undefined;
  }

  /** @returns whether the program is to be told */
  change(theme: Theme): boolean {
    const changed = this.app.darkmode && theme !== this.phone;
    this.phone = theme;
    return changed;
  }

  /** A window or tab bar setting with its `@name` looked up in theme.json; undefined when that has no such name. */
  resolve(value: unknown): string | undefined {
    if (typeof value !== 'string') return undefined;
    return value.startsWith('@') ? this.app.themes[this.shown][value.slice(1)] : value;
  }

  /** A style sheet as this theme reads it; the machine's own colour scheme is not the phone's. */
  css(sheet: string): string {
    return sheet.replace(SCHEME, (_, scheme: string) => (scheme === this.shown ? ALWAYS : NEVER));
  }
}
