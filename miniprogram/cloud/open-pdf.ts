/** Fetches a document and shows it with WeChat's own reader. False when it did not come or could not be shown. */
export function openPdf(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    wx.downloadFile({
      url,
      success: ({ tempFilePath, statusCode }) => {
        if (statusCode !== 200) resolve(false);
        else
          wx.openDocument({
            filePath: tempFilePath,
            fileType: 'pdf',
            success: () => resolve(true),
            fail: () => resolve(false),
          });
      },
      fail: () => resolve(false),
    });
  });
}
