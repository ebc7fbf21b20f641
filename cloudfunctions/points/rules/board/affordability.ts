/** Weeks until somebody who earns so much a week has a gift's price; null when nothing comes in. */
export function weeksToAfford(costPoints: number, weeklyPoints: number): number | null {
  return weeklyPoints <= 0 ? null : Math.ceil(costPoints / weeklyPoints);
}
