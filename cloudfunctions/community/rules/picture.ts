/** Whether a picture was uploaded to the place that belongs to this request, as the so-manyth of it. */
export function isPicturePath(path: string, requestId: string, index: number): boolean {
  return ['png', 'jpg', 'jpeg'].some((ending) => path === `posts/${requestId}/${index}.${ending}`);
}

/** Whether a picture was uploaded for the article that this request writes. */
export function isArticlePicturePath(path: string, requestId: string): boolean {
  const name = path.startsWith(`articles/${requestId}/`) ? path.slice(`articles/${requestId}/`.length) : '';
  return /^[0-9]{1,2}\.(png|jpg|jpeg)$/.test(name);
}
