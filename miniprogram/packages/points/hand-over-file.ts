import { dropSheet, handOverSheet, writeSheet } from '../../cloud/sheet-file';

/** Writes a file, hands it on, and leaves nothing on the phone. False when that could not be done or was not wanted. */
export async function handOverFile(fileName: string, text: string): Promise<boolean> {
  const isHandedOver = (await writeSheet(text)) && (await handOverSheet(fileName));
  dropSheet();
  return isHandedOver;
}
