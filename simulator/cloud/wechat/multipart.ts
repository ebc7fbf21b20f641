/** Reads the named parts of a `multipart/form-data` body; `undefined` when the header names no boundary. */
export function readMultipart(contentType: string, body: Buffer): Map<string, Buffer> | undefined {
  const [, quoted, plain] = /boundary=(?:"([^"]+)"|([^;]+))/.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) return undefined;
  const parts = new Map<string, Buffer>();
  const delimiter = Buffer.from(`--${boundary}`);
  let start = body.indexOf(delimiter);
  while (start !== -1) {
    const end = body.indexOf(delimiter, start + delimiter.length);
    if (end !== -1) readPart(body.subarray(start + delimiter.length, end), parts);
    start = end;
  }
  return parts;
}

const BLANK_LINE = Buffer.from('\r\n\r\n');

/** A part is `\r\n<headers>\r\n\r\n<content>\r\n`. */
function readPart(part: Buffer, parts: Map<string, Buffer>): void {
  const blank = part.indexOf(BLANK_LINE);
  const name = /name="([^"]*)"/.exec(part.subarray(0, blank).toString('utf8'))?.[1];
  if (blank !== -1 && name !== undefined) parts.set(name, part.subarray(blank + BLANK_LINE.length, part.length - 2));
}
