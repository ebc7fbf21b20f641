import readCode from 'jsqr';

declare global {
  /** Finds a QR code in pixels, once a picture has been scanned. */
  var phoneQrReader: typeof readCode | undefined;
}

globalThis.phoneQrReader = readCode;
