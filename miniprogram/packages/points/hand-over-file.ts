/** A computer keeps files, a phone sends them to a chat: WeChat offers each only there. */
const keepsFiles = () => !['ios', 'android', 'ohos'].includes(wx.getDeviceInfo().platform);

const writeFile = (filePath: string, data: string) =>
  new Promise<boolean>((resolve) => {
    wx.getFileSystemManager().writeFile({
      ...{ filePath, data, encoding: 'utf8' },
      success: () => resolve(true),
      fail: () => resolve(false),
    });
  });

/** Writes a file, hands it on, and leaves nothing on the phone. False when that could not be done or was not wanted. */
export async function handOverFile(fileName: string, text: string): Promise<boolean> {
  const filePath = `${wx.env.USER_DATA_PATH}/tonglu-export.csv`;
  if (!(await writeFile(filePath, text))) return false;
  try {
    if (keepsFiles()) await wx.saveFileToDisk({ filePath });
    else await wx.shareFileMessage({ filePath, fileName });
    return true;
  } catch {
    return false;
  } finally {
    wx.getFileSystemManager().unlink({ filePath, fail: () => undefined });
  }
}
