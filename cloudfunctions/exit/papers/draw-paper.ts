import { create } from 'qrcode';
import type { PaperWords } from '../rules/paper-words';
import { type Colour, PdfPage, pageHeight, pageWidth, widthOf } from './pdf-page';
import type { SealPicture } from './seal-picture';

const margin = 80;
const bodySize = 14;
const leading = 30;
const sealRed: Colour = [0.8, 0.1, 0.1];
/** 42 mm, as seals of companies are. */
const sealSide = 119;
const grey: Colour = [0.35, 0.35, 0.35];

/** What a reader's scanner gets: the verification page takes it whole or only the code. */
export const scannedText = (code: string) => `tonglu-paper:${code}`;

/** Five groups that can be read aloud. */
export const codeInGroups = (code: string) => (code.match(/.{1,4}/g) ?? []).join('-');

/** Lines no longer than the page; no line begins with what closes a sentence. */
function wrapped(paragraph: string): string[] {
  const most = (pageWidth - 2 * margin) / bodySize;
  const lines = ['　　'];
  for (const sign of paragraph) {
    const last = lines.length - 1;
    const isFull = widthOf(`${lines[last]}${sign}`) > most && !/[，。、；：）》]/.test(sign);
    if (isFull) lines.push(sign);
    else lines[last] = `${lines[last]}${sign}`;
  }
  return lines;
}

/** Where the company has given no picture of its seal: a ring with its name that says what it is, 电子证明. */
function drawMark(page: PdfPage, companyName: string, x: number, y: number): void {
  const radius = 58;
  page.circle(x, y, radius, { line: 3, colour: sealRed });
  const corners = Array.from({ length: 10 }, (_, index) => {
    const angle = Math.PI / 2 + (index * Math.PI) / 5;
    const reach = index % 2 === 0 ? 17 : 17 * 0.382;
    return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)] as const;
  });
  page.polygon(corners, sealRed);
  const signs = [...companyName];
  const size = Math.min(13, 150 / Math.max(signs.length, 1));
  const span = Math.min((signs.length - 1) * 0.36, (Math.PI * 4) / 3);
  signs.forEach((sign, index) => {
    const angle = Math.PI / 2 + span / 2 - (signs.length === 1 ? 0 : (index * span) / (signs.length - 1));
    const turned = angle - Math.PI / 2;
    const [width, reach] = [widthOf(sign) * size, radius - 18];
    const [cx, cy] = [x + reach * Math.cos(angle), y + reach * Math.sin(angle)];
    const at = { x: cx - (width / 2) * Math.cos(turned), y: cy - (width / 2) * Math.sin(turned) };
    page.text(sign, { ...at, size, turned, colour: sealRed });
  });
  page.text('电子证明', { x: x - 18, y: y - 38, size: 9, colour: sealRed });
}

function drawQr(page: PdfPage, text: string, x: number, y: number, side: number): void {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const dot = side / modules.size;
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) page.rectangle(x + column * dot, y + side - (row + 1) * dot, dot, dot);
    }
  }
}

/** The paper as a PDF: its text, the seal over the signature, and the code by which anybody can verify it. */
export function drawPaper(words: PaperWords, code: string, seal: SealPicture | null): Buffer {
  const page = new PdfPage();
  const { title, paragraphs, signedBy, signedOn } = words;
  page.text([...title].join(' '), { x: (pageWidth - (widthOf(title) + 1.5) * 26) / 2, y: pageHeight - 150, size: 26 });
  let y = pageHeight - 230;
  for (const line of paragraphs.flatMap(wrapped)) {
    page.text(line, { x: margin, y, size: bodySize });
    y -= leading;
  }
  const right = pageWidth - margin;
  const below = y - 50;
  page.text(signedBy, { x: right - widthOf(signedBy) * bodySize, y: below, size: bodySize });
  page.text(signedOn, { x: right - widthOf(signedOn) * bodySize, y: below - leading, size: bodySize });
  if (seal) page.seal(seal, right - 60, below - 8, sealSide);
  else drawMark(page, signedBy, right - 60, below - 8);
  drawQr(page, scannedText(code), margin, 90, 92);
  const note = { x: margin + 108, size: 10, colour: grey };
  page.text('本证明可以核验', { ...note, y: 160 });
  page.text('在微信小程序「同路」首页选「核验证明」，扫左侧二维码，', { ...note, y: 142 });
  page.text(`或输入核验码 ${codeInGroups(code)}`, { ...note, y: 126 });
  return page.file(title);
}
