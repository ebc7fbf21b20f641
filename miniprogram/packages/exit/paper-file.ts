/** Where a paper lies while it is looked at. */
const pathOf = (fileName: string) => `${wx.env.USER_DATA_PATH}/${fileName}`;

/** Writes the paper and opens it in WeChat's own reader, where it can be saved or sent on. False when it cannot. */
export async function openPdf(fileName: string, base64: string): Promise<boolean> {
  const filePath = pathOf(fileName);
  try {
    await new Promise<void>((resolve, reject) => {
      wx.getFileSystemManager().writeFile({
        ...{ filePath, data: base64, encoding: 'base64' },
        ...{ success: () => resolve(), fail: () => reject(new Error('not written')) },
      });
    });
    await wx.openDocument({ filePath, fileType: 'pdf', showMenu: true });
    return true;
  } catch {
    return false;
  }
}

/** A paper does not stay on the phone unless its owner saved it. */
export function dropPdf(fileName: string): void {
  if (fileName) wx.getFileSystemManager().unlink({ filePath: pathOf(fileName), fail: () => undefined });
}
