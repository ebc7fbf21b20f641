/** Where a file lies until it has been handed on. */
const pathOf = () => `${wx.env.USER_DATA_PATH}/tonglu-sheet.csv`;

/** A computer keeps files, a phone sends them to a chat: WeChat offers each only there. */
export const keepsFiles = () => !['ios', 'android', 'ohos'].includes(wx.getDeviceInfo().platform);

/** Writes a file for a spreadsheet. False when the phone has no room for it. */
export function writeSheet(csv: string): Promise<boolean> {
  return new Promise((resolve) => {
    wx.getFileSystemManager().writeFile({
      filePath: pathOf(),
      data: csv,
      encoding: 'utf8',
      success: () => resolve(true),
      fail: () => resolve(false),
    });
  });
}

/** Hands the written file on. WeChat asks for a tap right before. False when the person thought better of it. */
export async function handOverSheet(fileName: string): Promise<boolean> {
  const filePath = pathOf();
  try {
    if (keepsFiles()) await wx.saveFileToDisk({ filePath });
    else await wx.shareFileMessage({ filePath, fileName });
    return true;
  } catch {
    return false;
  }
}

/** What is others' does not stay on this phone. */
export function dropSheet(): void {
  wx.getFileSystemManager().unlink({ filePath: pathOf(), fail: () => undefined });
}
