import type * as glassEasel from 'glass-easel';
import type { Options } from './api';
import { select } from './selector-query';

type Margins = Partial<Record<'left' | 'right' | 'top' | 'bottom', number>>;

/** WeChat's IntersectionObserver on the browser's: the first answer always comes, as on a phone. */
export class ProgramIntersectionObserver {
  private relative: string | undefined;
  private margins: Margins = {};
  private readonly observers: IntersectionObserver[] = [];

  constructor(
    private readonly scope: glassEasel.Element | undefined,
    private readonly options: Options,
  ) {}

  relativeTo(selector: string, margins: Margins = {}): this {
    this.relative = selector;
    this.margins = margins;
    return this;
  }

  relativeToViewport(margins: Margins = {}): this {
    return Object.assign(this, { relative: undefined, margins });
  }

  observe(selector: string, listener: (result: Options) => void): void {
    if (this.scope === undefined) return;
    const found = select(this.scope, selector);
    const targets = this.options.observeAll === true ? found : found.slice(0, 1);
    const root = this.relative === undefined ? undefined : select(this.scope, this.relative)[0]?.getBackendElement();
    const { top = 0, right = 0, bottom = 0, left = 0 } = this.margins;
    const thresholds = Array.isArray(this.options.thresholds) ? (this.options.thresholds as number[]) : [0];
    const byElement = new Map<unknown, glassEasel.Element>(targets.map((each) => [each.getBackendElement(), each]));
    const observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          const target = byElement.get(entry.target);
          listener({
            id: target?.id ?? '',
            dataset: { ...target?.dataset },
            intersectionRatio: entry.intersectionRatio,
            intersectionRect: entry.intersectionRect.toJSON(),
            boundingClientRect: entry.boundingClientRect.toJSON(),
            relativeRect: entry.rootBounds?.toJSON(),
            time: Date.now(),
          });
        }
      },
      {
        root: (root as unknown) instanceof Element ? (root as unknown as Element) : null,
        rootMargin: `${top}px ${right}px ${bottom}px ${left}px`,
        threshold: thresholds,
      },
    );
    for (const element of byElement.keys()) if (element instanceof Element) observer.observe(element);
    this.observers.push(observer);
  }

  disconnect(): void {
    for (const observer of this.observers.splice(0)) observer.disconnect();
  }
}
