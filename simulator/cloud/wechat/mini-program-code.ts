import { toBuffer } from 'qrcode';
import { needText, type WeChatParameters, type WeChatPicture, WeChatRefusal } from './wechat-answer';

const LONGEST_SCENE = 32;
const WIDTHS = { least: 280, usual: 430, most: 1280 };

/** The characters WeChat allows in a scene; `%` is not among them. */
const SCENE = /^[A-Za-z0-9!#$&'()*+,/:;=?@\-._~]+$/;

/**
 * A code for one page and scene. WeChat draws its own round code; this is a QR code whose text is the path that the
 * page is opened with: `pages/join/join?scene=a%3D1`.
 */
export async function drawMiniProgramCode(parameters: WeChatParameters): Promise<WeChatPicture> {
  const scene = needText(parameters, 'scene', 40169);
  if (scene.length > LONGEST_SCENE || !SCENE.test(scene)) throw new WeChatRefusal(40169, 'invalid scene');
  const { page = '', width = WIDTHS.usual } = parameters;
  if (typeof page !== 'string' || page.startsWith('/') || page.includes('?'))
    throw new WeChatRefusal(41030, 'invalid page');
  if (typeof width !== 'number' || !(width >= WIDTHS.least && width <= WIDTHS.most))
    throw new WeChatRefusal(40097, 'invalid width');
  const text = `${page}?scene=${encodeURIComponent(scene)}`;
  return { picture: await toBuffer(text, { type: 'png', width, errorCorrectionLevel: 'M' }) };
}
