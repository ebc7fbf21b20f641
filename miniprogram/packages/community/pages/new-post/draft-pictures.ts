/** A picture of a draft: one that stands in the post already, by its number, or one that lies on the phone. */
export interface DraftPicture {
  src: string;
  number: number | null;
}

const folder = () => wx.env.USER_DATA_PATH;
/** Tells apart what was chosen in the same millisecond. */
let chosen = 0;

/**
 * Copies a chosen picture to where WeChat keeps it: temporary files are cleared when the mini program closes, a draft
 * is not. Where no room is left, the draft goes on with the temporary one.
 */
export function keepPicture(tempPath: string): Promise<DraftPicture> {
  const ending = /\.png$/i.test(tempPath) ? 'png' : 'jpg';
  chosen += 1;
  const destPath = `${folder()}/draft-${Date.now()}-${chosen}.${ending}`;
  return new Promise((resolve) => {
    wx.getFileSystemManager().copyFile({
      ...{ srcPath: tempPath, destPath },
      success: () => resolve({ src: destPath, number: null }),
      fail: () => resolve({ src: tempPath, number: null }),
    });
  });
}

/** Forgets the copies on the phone of pictures that no draft needs any more. */
export function forgetPictures(pictures: readonly DraftPicture[]): void {
  for (const { src, number } of pictures) {
    const isCopy = number === null && src.startsWith(folder());
    if (isCopy) wx.getFileSystemManager().unlink({ filePath: src, fail: () => undefined });
  }
}

function isThere({ src }: DraftPicture): Promise<boolean> {
  return new Promise((resolve) => {
    wx.getFileSystemManager().access({ path: src, success: () => resolve(true), fail: () => resolve(false) });
  });
}

/** Those of a kept draft that can still be shown: files that are there, and pictures that stand in the post now. */
export async function picturesStillThere(
  kept: readonly DraftPicture[],
  standing: readonly DraftPicture[],
): Promise<DraftPicture[]> {
  const found = await Promise.all(
    kept.map(async (picture) => {
      if (picture.number === null) return (await isThere(picture)) ? picture : null;
      return standing.find(({ number }) => number === picture.number) ?? null;
    }),
  );
  return found.flatMap((picture) => picture ?? []);
}
