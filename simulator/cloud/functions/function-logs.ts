/** A piece of output of one function. */
export interface LogLine {
  /** Rises by one with every line; ask for those after the last one seen. */
  number: number;
  at: string;
  functionName: string;
  stream: 'stdout' | 'stderr';
  text: string;
}

const CAPACITY = 2000;

/** What the functions printed lately, oldest first. */
export class FunctionLogs {
  private lines: LogLine[] = [];
  private count = 0;

  add(functionName: string, stream: 'stdout' | 'stderr', text: string): void {
    for (const line of text.split('\n')) {
      if (line === '') continue;
      this.lines.push({ number: ++this.count, at: new Date().toISOString(), functionName, stream, text: line });
    }
    if (this.lines.length > CAPACITY) this.lines = this.lines.slice(-CAPACITY);
  }

  /** Lines with a number above `number`. */
  since(number: number): LogLine[] {
    return this.lines.filter((line) => line.number > number);
  }
}
