export type Uploaded = { ok: true; fileId: string } | { ok: false };

/** Sends a chosen file to cloud storage. Like every call it answers and never throws. */
export async function uploadFile(cloudPath: string, filePath: string): Promise<Uploaded> {
  try {
    const { fileID } = await wx.cloud.uploadFile({ cloudPath, filePath });
    return { ok: true, fileId: fileID };
  } catch {
    return { ok: false };
  }
}
