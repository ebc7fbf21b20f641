import { Page } from './page';
import type { PageStack } from './page-stack';
import { onWindowResize } from './window-size';

/** How far a page is pulled before it refreshes, and the height of the mark meanwhile, in px. */
const PULL_AT = 60;
const MARK_HEIGHT = 50;

/** Pull-down refresh, reach-bottom and scroll of the page on screen. */
export class PageGestures {
  private readonly mark = document.createElement('div');
  /** Page that stands near its bottom and was told so. */
  private nearBottom: Page | undefined;

  constructor(private readonly pages: PageStack) {
    this.mark.className = 'phone-pull';
    this.mark.append(...Array.from({ length: 3 }, () => document.createElement('i')));
    this.mark.setAttribute('role', 'status');
    this.mark.setAttribute('aria-label', '正在刷新');
  }

  watch(): void {
    document.body.prepend(this.mark);
    this.setHeight(0);
    window.addEventListener('scroll', () => this.scrolled(), { passive: true });
    onWindowResize((size) => this.pages.current?.resized(size));
    this.watchPull();
  }

  /** Shows the mark and tells the page, as a pull does. */
  start(): void {
    this.setHeight(MARK_HEIGHT);
    window.scrollTo({ top: 0 });
    this.pages.current?.run('onPullDownRefresh');
  }

  stop(): void {
    this.setHeight(0);
  }

  private scrolled(): void {
    const page = this.pages.current;
    if (page === undefined) return;
    if (page.has('onPageScroll')) page.run('onPageScroll', { scrollTop: window.scrollY });
    const wanted = Number(Page.setting(this.pages.tools, page.path, 'onReachBottomDistance') ?? 50);
    const rest = document.documentElement.scrollHeight - window.innerHeight - window.scrollY;
    const near = rest <= wanted;
    if (near && this.nearBottom !== page) page.run('onReachBottom');
    this.nearBottom = near ? page : undefined;
  }

  private watchPull(): void {
    let startY: number | undefined;
    let pulled = 0;
    const enabled = (): boolean => {
      const page = this.pages.current;
      return page !== undefined && Page.setting(this.pages.tools, page.path, 'enablePullDownRefresh') === true;
    };
    const start = (event: Event, y: number): void => {
      const inner =
        event.target instanceof Element ? event.target.closest('wx-scroll-view, wx-input, wx-textarea') : null;
      startY = enabled() && window.scrollY <= 0 && inner === null ? y : undefined;
      pulled = 0;
    };
    const move = (y: number): void => {
      if (startY === undefined) return;
      pulled = Math.max(0, (y - startY) / 2);
      if (pulled > 4) this.setHeight(Math.min(pulled, 90));
    };
    const end = (): void => {
      if (startY === undefined) return;
      startY = undefined;
      if (pulled >= PULL_AT) this.start();
      else if (pulled > 0) this.stop();
    };
    const passive = { passive: true };
    document.addEventListener('touchstart', (event) => start(event, event.touches[0]?.clientY ?? 0), passive);
    document.addEventListener('touchmove', (event) => move(event.touches[0]?.clientY ?? 0), passive);
    document.addEventListener('touchend', end);
    document.addEventListener('mousedown', (event) => start(event, event.clientY));
    document.addEventListener('mousemove', (event) => event.buttons === 1 && move(event.clientY));
    document.addEventListener('mouseup', end);
  }

  private setHeight(height: number): void {
    this.mark.style.height = `${height}px`;
    this.mark.hidden = height === 0;
  }
}
