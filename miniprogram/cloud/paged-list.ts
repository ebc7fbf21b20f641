import type { Answer } from '../../shared/kernel/contract';
import type { Page } from '../../shared/kernel/page';
import { fillFrame, type Screen } from './frame';
import { refusalText } from './refusal-text';

/** How the end of a list stands. */
export type Tail = 'more' | 'loading' | 'failed' | 'end';

export interface ListSource<Item, Row> {
  screen: Screen;
  /** What the first page is kept under; null for what must not stay on the phone. */
  keepAs: string | null;
  read: (cursor: { cursor?: string }) => Promise<Answer<Page<Item>>>;
  rowOf: (item: Item) => Row;
}

/**
 * A list by cursor on a screen with the data `rows`, `tail`, `tailProblem` and `frame`. Appends row by row, so that a
 * long list never travels again; an answer to an earlier question (another filter, a refresh) is dropped.
 */
export class PagedList<Item, Row> {
  private next: string | null = null;
  private shown = 0;
  private question = 0;
  private pagesShown = 0;
  private awaitsFirstPage = false;

  constructor(private readonly source: ListSource<Item, Row>) {}

  /** Reads from the beginning. Rows stay on screen until the new ones are there. */
  async refresh(): Promise<void> {
    const { screen, keepAs, read, rowOf } = this.source;
    this.question += 1;
    const asked = this.question;
    this.awaitsFirstPage = true;
    const answered: Screen = { setData: (data) => asked === this.question && screen.setData(data) };
    await fillFrame(answered, {
      keepAs,
      ask: () => read({}),
      show: (page) => {
        if (asked !== this.question) return;
        this.next = page.next;
        this.pagesShown = 1;
        this.shown = page.items.length;
        answered.setData({ rows: page.items.map(rowOf), tail: page.next === null ? 'end' : 'more', tailProblem: '' });
      },
    });
    if (asked === this.question) this.awaitsFirstPage = false;
  }

  /** When the page is shown again: fresh, unless more was loaded, because then somebody would lose their place. */
  async revisit(): Promise<void> {
    if (this.pagesShown <= 1) await this.refresh();
  }

  /** A row left the screen because it no longer belongs to the list; the cursor is not moved by that. */
  dropped(): void {
    this.shown -= 1;
  }

  /** Does nothing while the first page is on its way: the cursor still belongs to the question before. */
  async more(): Promise<void> {
    const { screen, read, rowOf } = this.source;
    const { next: cursor, question: asked } = this;
    if (cursor === null || this.awaitsFirstPage) return;
    this.next = null;
    screen.setData({ tail: 'loading', tailProblem: '' });
    const answer = await read({ cursor });
    if (asked !== this.question) return;
    if (!answer.ok) {
      this.next = cursor;
      screen.setData({ tail: 'failed', tailProblem: refusalText(answer) });
      return;
    }
    const appended = answer.data.items.map((item, offset) => [`rows[${this.shown + offset}]`, rowOf(item)]);
    this.next = answer.data.next;
    this.pagesShown += 1;
    this.shown += answer.data.items.length;
    screen.setData({ ...Object.fromEntries(appended), tail: answer.data.next === null ? 'end' : 'more' });
  }
}
