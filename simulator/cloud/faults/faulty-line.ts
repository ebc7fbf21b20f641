/** Where the line breaks: the request never arrives, or it is carried out and its answer is lost. */
export type Break = 'before' | 'after';

/**
 * The line between the SDKs and the cloud, which can break at any request to the database. From then on nothing
 * passes, as if the function had been killed there.
 */
export class FaultyLine {
  private seen = 0;
  private breaksAt = Number.POSITIVE_INFINITY;
  private how: Break = 'before';
  private holdsAt = Number.POSITIVE_INFINITY;
  private isHeld: (letGo: () => void) => void = () => undefined;

  /** Breaks at the n-th request to the database from now, the first being 1. */
  breakAt(request: number, how: Break): void {
    this.seen = 0;
    this.breaksAt = request;
    this.how = how;
  }

  /** Stops the n-th request to the database from now, and no other; resolves once it is there, with how to let go. */
  holdAt(request: number): Promise<() => void> {
    this.seen = 0;
    this.holdsAt = request;
    return new Promise((resolve) => {
      this.isHeld = resolve;
    });
  }

  /** Lets everything pass again; how many requests arrived since the last `breakAt` or `heal`, lost ones included. */
  heal(): number {
    const arrived = this.seen;
    this.seen = 0;
    this.breaksAt = Number.POSITIVE_INFINITY;
    this.holdsAt = Number.POSITIVE_INFINITY;
    return arrived;
  }

  /** Counts a request and holds it when its turn has come. @returns whether it is to be carried out */
  async passes(action: string): Promise<boolean> {
    const isCounted = action.startsWith('database.');
    if (isCounted) this.seen += 1;
    if (this.seen === this.holdsAt) {
      this.holdsAt = Number.POSITIVE_INFINITY;
      await new Promise<void>((letGo) => this.isHeld(letGo));
    }
    return !this.isBroken || (isCounted && this.seen === this.breaksAt && this.how === 'after');
  }

  /** Whether answers are lost by now. */
  get isBroken(): boolean {
    return this.seen >= this.breaksAt;
  }
}
