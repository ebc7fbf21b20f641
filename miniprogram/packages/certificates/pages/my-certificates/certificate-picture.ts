import type { Certificate } from '../../../../../shared/training/certificate';
import { dayInWords } from '../../../../wording/day';
import { codeInGroups } from '../../certificate-words';

/** The picture's own units; the QR code takes 240 of them, whatever the phone's pixels are. */
export const pictureSize = { width: 750, height: 1000 };
const qrUnits = 240;
const [brand, ink, quiet] = ['#0B7A75', '#14201F', '#4A5A58'];

type Canvas = WechatMiniprogram.Canvas;
export interface DrawnCertificate
  extends Pick<Certificate, 'name' | 'title' | 'hours' | 'number' | 'code' | 'issuedOn'> {
  companyName: string;
}

/** Breaks a line where it gets too wide. */
function linesOf(context: CanvasRenderingContext, text: string, width: number): string[] {
  const lines = [''];
  for (const letter of text) {
    const last = lines.length - 1;
    const longer = `${lines[last] ?? ''}${letter}`;
    if (context.measureText(longer).width > width) lines.push(letter);
    else lines[last] = longer;
  }
  return lines;
}

/** What of WeChat's 2D context is used. */
interface CanvasRenderingContext {
  fillStyle: string;
  strokeStyle: string;
  lineWidth: number;
  font: string;
  textAlign: string;
  fillRect(x: number, y: number, width: number, height: number): void;
  strokeRect(x: number, y: number, width: number, height: number): void;
  fillText(text: string, x: number, y: number): void;
  measureText(text: string): { width: number };
  scale(x: number, y: number): void;
  getImageData(x: number, y: number, width: number, height: number): unknown;
  putImageData(pixels: unknown, x: number, y: number): void;
}

/** The picture that its owner keeps or sends: always on white, whatever the theme. */
export function drawCertificate(canvas: Canvas, certificate: DrawnCertificate, qr: Canvas): void {
  const { name, title, hours, number, code, issuedOn, companyName } = certificate;
  const { width, height } = pictureSize;
  // The code is taken over pixel by pixel: scaled it would blur.
  const scale = qr.width / qrUnits;
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d') as CanvasRenderingContext;
  context.scale(scale, scale);
  context.fillStyle = '#FFFFFF';
  context.fillRect(0, 0, width, height);
  context.fillStyle = brand;
  context.fillRect(0, 0, width, 16);
  context.strokeStyle = '#BFD9D7';
  context.lineWidth = 2;
  context.strokeRect(36, 52, width - 72, height - 88);
  context.textAlign = 'center';
  const say = (text: string, y: number, font: string, colour: string) => {
    context.font = font;
    context.fillStyle = colour;
    context.fillText(text, width / 2, y);
  };
  say('培 训 证 书', 160, 'bold 60px sans-serif', brand);
  say(name, 270, 'bold 52px sans-serif', ink);
  say('已通过', 330, '30px sans-serif', quiet);
  context.font = 'bold 42px sans-serif';
  const lines = linesOf(context, title, width - 160);
  lines.forEach((line, index) => {
    say(line, 400 + index * 58, 'bold 42px sans-serif', ink);
  });
  const below = 400 + lines.length * 58;
  say(`${dayInWords(issuedOn, '')}${hours === null ? '' : ` · ${hours} 学时`}`, below + 10, '30px sans-serif', quiet);
  say(companyName, below + 60, '30px sans-serif', quiet);
  const pixels = (qr.getContext('2d') as CanvasRenderingContext).getImageData(0, 0, qr.width, qr.height);
  context.putImageData(pixels, Math.round((width / 2 - qrUnits / 2) * scale), Math.round((height - 368) * scale));
  say(`编号 ${number}`, height - 92, '24px sans-serif', quiet);
  say(codeInGroups(code), height - 56, '22px sans-serif', quiet);
}
