import { clockInWords } from '../../wording/clock';

/** The last minute is shown in another tone. */
const hurriedSeconds = 60;

export function clockFace(secondsLeft: number) {
  const seconds = Math.max(0, secondsLeft);
  return { clock: clockInWords(seconds), isHurried: seconds <= hurriedSeconds };
}
