import type { SealPicture } from './seal-picture';

/** Points of a PDF page: A4 upright, the origin at the lower left. */
export const pageWidth = 595;
export const pageHeight = 842;

/** Red, green, blue from 0 to 1. */
export type Colour = readonly [number, number, number];

const rounded = (value: number) => String(Math.round(value * 100) / 100);
const numbers = (...values: number[]) => values.map(rounded).join(' ');

/** Text of the font below: UTF-16, two bytes a sign. */
const hexOf = (text: string) => `<${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;

/** How wide a text is in the font's own size: Latin signs are half as wide as Chinese ones. */
export const widthOf = (text: string) =>
  [...text].reduce((width, sign) => width + (sign.charCodeAt(0) < 0x80 ? 0.5 : 1), 0);

const runs = /[0-9]+|[ -/:-~]+|[^ -~]+/g;

/** Latin signs and figures in fonts that every reader has: readers differ in where their Chinese fonts keep them. */
function written(run: string): { font: string; stretch: number; shown: string } {
  if (/^[0-9]/.test(run)) return { font: 'F2', stretch: 100, shown: `(${run})` };
  // Courier's signs are 0.6 wide, ours 0.5.
  if (/^[ -~]/.test(run)) return { font: 'F3', stretch: 83.33, shown: `(${run.replace(/[\\()]/g, '\\$&')})` };
  return { font: 'F1', stretch: 100, shown: hexOf(run) };
}

/** Which object says what the file is called. */
const infoObject = 10;

/** Curves that draw a circle: the length of a handle for a quarter of it. */
const handle = 0.5523;

/** Draws one page, step by step, and gives the whole PDF file. */
export class PdfPage {
  private readonly drawn: string[] = [];
  private picture: SealPicture | null = null;

  /** A line of text that begins at a point; `turned` in radians, anticlockwise. */
  text(text: string, at: { x: number; y: number; size: number; turned?: number; colour?: Colour }): this {
    const { x, y, size, turned = 0, colour = [0, 0, 0] } = at;
    const [cos, sin] = [Math.cos(turned), Math.sin(turned)];
    let done = 0;
    for (const run of text.match(runs) ?? []) {
      const place = numbers(cos, sin, -sin, cos, x + done * size * cos, y + done * size * sin);
      const { font, stretch, shown } = written(run);
      this.drawn.push(
        `BT ${numbers(...colour)} rg /${font} ${rounded(size)} Tf ${stretch} Tz ${place} Tm ${shown} Tj ET`,
      );
      done += widthOf(run);
    }
    return this;
  }

  rectangle(x: number, y: number, width: number, height: number, colour: Colour = [0, 0, 0]): this {
    this.drawn.push(`${numbers(...colour)} rg ${numbers(x, y, width, height)} re f`);
    return this;
  }

  circle(x: number, y: number, radius: number, { line, colour }: { line: number; colour: Colour }): this {
    const bend = radius * handle;
    const quarter = (a: number[], b: number[], to: number[]) => `${numbers(...a, ...b, ...to)} c`;
    const path = [
      `${numbers(x + radius, y)} m`,
      quarter([x + radius, y + bend], [x + bend, y + radius], [x, y + radius]),
      quarter([x - bend, y + radius], [x - radius, y + bend], [x - radius, y]),
      quarter([x - radius, y - bend], [x - bend, y - radius], [x, y - radius]),
      quarter([x + bend, y - radius], [x + radius, y - bend], [x + radius, y]),
    ];
    this.drawn.push(`${numbers(...colour)} RG ${rounded(line)} w ${path.join(' ')} S`);
    return this;
  }

  polygon(corners: readonly (readonly [number, number])[], colour: Colour): this {
    const path = corners.map(([x, y], index) => `${numbers(x, y)} ${index === 0 ? 'm' : 'l'}`);
    this.drawn.push(`${numbers(...colour)} rg ${path.join(' ')} h f`);
    return this;
  }

  /** The one picture of the page, within a square around its middle. */
  seal(picture: SealPicture, x: number, y: number, side: number): this {
    const scale = side / Math.max(picture.width, picture.height);
    const [width, height] = [picture.width * scale, picture.height * scale];
    this.drawn.push(`q ${numbers(width, 0, 0, height, x - width / 2, y - height / 2)} cm /Seal Do Q`);
    this.picture = picture;
    return this;
  }

  /** The file. Its title is what a reader shows in the window. */
  file(title: string): Buffer {
    const content = this.drawn.join('\n');
    const pictures = this.picture ? '/XObject << /Seal 11 0 R >>' : '';
    // The font is not embedded: every reader has one for Adobe-GB1, and the file stays small (docs/domains/exit.md).
    const objects = [
      '<< /Type /Catalog /Pages 2 0 R /Lang (zh-CN) >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${pageWidth} ${pageHeight}] /Contents 4 0 R ` +
        `/Resources << /Font << /F1 5 0 R /F2 8 0 R /F3 9 0 R >> ${pictures} >> >>`,
      `<< /Length ${Buffer.byteLength(content)} >>\nstream\n${content}\nendstream`,
      '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [6 0 R] >>',
      '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor 7 0 R /DW 1000 ' +
        '/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /W [1 95 500 814 939 500] >>',
      '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 ' +
        '/Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
      '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>',
      '<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>',
      `<< /Title <feff${hexOf(title).slice(1)} >>`,
      ...(this.picture ? pictureObjects(this.picture) : []),
    ];
    return assembled(objects);
  }
}

/** Objects 11 and 12: the colours, and how opaque they are. */
function pictureObjects({ width, height, colours, opacity }: SealPicture): string[] {
  const sides = `/Width ${width} /Height ${height}`;
  const head = `/Type /XObject /Subtype /Image ${sides} /BitsPerComponent 8 /Filter /FlateDecode`;
  const packed = (of: Buffer) => `/Length ${of.length} >>\nstream\n${of.toString('latin1')}\nendstream`;
  return [
    `<< ${head} /ColorSpace /DeviceRGB /SMask 12 0 R ${packed(colours)}`,
    `<< ${head} /ColorSpace /DeviceGray ${packed(opacity)}`,
  ];
}

/** Objects with the table of where each begins. One sign is one byte: packed pictures are among them. */
function assembled(objects: readonly string[]): Buffer {
  let text = '%PDF-1.5\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = text.length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info ${infoObject} 0 R >>`;
  return Buffer.from(
    `${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}${trailer}\nstartxref\n${start}\n%%EOF\n`,
    'latin1',
  );
}
