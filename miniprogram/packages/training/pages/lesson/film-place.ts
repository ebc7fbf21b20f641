const everySeconds = 3;
const keyOf = (courseId: string, lessonId: string) => `film.${courseId}.${lessonId}`;

/** Where somebody left a film on this phone, in whole seconds; 0 when never begun or seen to its end. */
export const filmPlace = (courseId: string, lessonId: string): number =>
  Number(wx.getStorageSync(keyOf(courseId, lessonId))) || 0;

/** Keeps where a film is. A player says so four times a second; what a closed app may lose is three seconds. */
export function keepFilmPlace(courseId: string, lessonId: string, seconds: number): void {
  const second = Math.floor(seconds);
  if (second % everySeconds === 0) wx.setStorageSync(keyOf(courseId, lessonId), second);
}

export const forgetFilmPlace = (courseId: string, lessonId: string): void =>
  wx.removeStorageSync(keyOf(courseId, lessonId));
