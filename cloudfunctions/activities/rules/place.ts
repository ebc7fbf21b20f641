/** A point on the earth, in degrees. */
interface Spot {
  latitude: number;
  longitude: number;
}

const earthMeters = 6_371_008;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** The way between two points as the crow flies, by the haversine formula. */
export function metersBetween(one: Spot, other: Spot): number {
  const north = radians(other.latitude - one.latitude);
  const east = radians(other.longitude - one.longitude);
  const shrunk = Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude));
  const half = Math.sin(north / 2) ** 2 + shrunk * Math.sin(east / 2) ** 2;
  return 2 * earthMeters * Math.asin(Math.min(1, Math.sqrt(half)));
}
