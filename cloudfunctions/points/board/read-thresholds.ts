import { defaultThresholds, type StoredThresholds, thresholdsId } from '../rules/board/thresholds';
import { thresholds } from '../store';

/** 提醒线 as HR set them, or as they are before that. One request. */
export async function readThresholds(): Promise<StoredThresholds> {
  return (await thresholds.read(thresholdsId)) ?? defaultThresholds;
}
