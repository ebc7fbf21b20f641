/** The last minute is shown in another tone. */
const hurriedSeconds = 60;

export function clockFace(secondsLeft: number) {
  const seconds = Math.max(0, secondsLeft);
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return { clock, isHurried: seconds <= hurriedSeconds };
}
