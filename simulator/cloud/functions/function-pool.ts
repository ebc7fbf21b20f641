import { FunctionInstance, type InstanceOptions, type Invocation } from './function-instance';

/** The instances of one function: a free one is reused, a new one started while the pool is not full, others wait. */
export class FunctionPool {
  private readonly options: InstanceOptions;
  private readonly size: number;
  private readonly free: FunctionInstance[] = [];
  private readonly all = new Set<FunctionInstance>();
  private readonly queue: ((instance: FunctionInstance) => void)[] = [];
  private retired = false;

  constructor(options: InstanceOptions, size: number) {
    this.options = options;
    this.size = size;
  }

  /** Instances that are loaded or loading. */
  get warm(): number {
    return this.all.size;
  }

  /** @param taken told whether a process had to be started */
  async invoke(invocation: Invocation, taken: (cold: boolean) => void): Promise<string> {
    const instance = await this.take();
    taken(instance.cold);
    try {
      return await instance.invoke(invocation);
    } finally {
      this.giveBack(instance);
    }
  }

  /** No new calls; instances end when their call has. */
  retire(): void {
    this.retired = true;
    for (const instance of this.free.splice(0)) this.drop(instance);
  }

  async close(): Promise<void> {
    this.retired = true;
    await Promise.all([...this.all].map((instance) => instance.kill()));
  }

  private async take(): Promise<FunctionInstance> {
    for (let known = this.free.pop(); known !== undefined; known = this.free.pop()) {
      if (known.alive) return known;
      this.all.delete(known);
    }
    if (this.all.size < this.size) return this.start();
    return new Promise((resolve) => this.queue.push(resolve));
  }

  private start(): FunctionInstance {
    const instance = new FunctionInstance(this.options);
    this.all.add(instance);
    return instance;
  }

  private giveBack(instance: FunctionInstance): void {
    if (!instance.alive || (this.retired && this.queue.length === 0)) this.drop(instance);
    const next = this.queue.shift();
    if (next !== undefined) next(this.all.has(instance) ? instance : this.start());
    else if (this.all.has(instance)) this.free.push(instance);
  }

  private drop(instance: FunctionInstance): void {
    this.all.delete(instance);
    void instance.kill();
  }
}
