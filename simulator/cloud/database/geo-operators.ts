import { refuseRequest } from '../cloud-error';
import { type Document, isDocument } from './document';
import { contains, distanceMeters, intersects, type Position, readGeometry } from './geometry';

/** The earth's radius as MongoDB takes it, in metres: `$centerSphere` is given in radians. */
const EARTH_RADIUS_METERS = 6_378_100;

function readOperand(operator: string, operand: unknown): Document {
  if (!isDocument(operand)) refuseRequest(`${operator} needs an object`);
  return operand;
}

/** The point a stored value stands for: GeoJSON or a legacy pair. */
export function readPosition(value: unknown): Position | undefined {
  const pair = isDocument(value) && value.type === 'Point' ? value.coordinates : value;
  if (!Array.isArray(pair)) return undefined;
  const [longitude, latitude]: unknown[] = pair;
  return typeof longitude === 'number' && typeof latitude === 'number' ? [longitude, latitude] : undefined;
}

/** `$geoWithin` with `$geometry` or `$centerSphere`. */
export function geoWithinTest(operand: unknown): (value: unknown) => boolean {
  const { $geometry: shape, $centerSphere: sphere } = readOperand('$geoWithin', operand);
  if (Array.isArray(sphere)) {
    const center = readPosition(sphere[0]);
    const radius = Number(sphere[1]) * EARTH_RADIUS_METERS;
    if (center === undefined || Number.isNaN(radius)) refuseRequest('$centerSphere needs a point and a radius');
    return (value) => {
      const position = readPosition(value);
      return position !== undefined && distanceMeters(center, position) <= radius;
    };
  }
  const area = readGeometry(shape) ?? refuseRequest('$geoWithin needs $geometry or $centerSphere');
  return (value) => {
    const inner = readGeometry(value);
    return inner !== undefined && contains(area, inner);
  };
}

/** `$geoIntersects` with `$geometry`. */
export function geoIntersectsTest(operand: unknown): (value: unknown) => boolean {
  const { $geometry: shape } = readOperand('$geoIntersects', operand);
  const area = readGeometry(shape) ?? refuseRequest('$geoIntersects needs $geometry');
  return (value) => {
    const found = readGeometry(value);
    return found !== undefined && intersects(area, found);
  };
}

interface Near {
  center: Position;
  maxMeters: number;
  minMeters: number;
}

function readNear(operand: unknown): Near {
  const { $geometry: shape, $maxDistance: max, $minDistance: min } = readOperand('$nearSphere', operand);
  const center = readPosition(shape) ?? refuseRequest('$nearSphere needs a $geometry of type Point');
  return {
    center,
    maxMeters: max === undefined ? Infinity : Number(max),
    minMeters: min === undefined ? 0 : Number(min),
  };
}

/** `$nearSphere` as a condition; the order by distance is made by the reader. */
export function geoNearTest(operand: unknown): (value: unknown) => boolean {
  const near = readNear(operand);
  return (value) => {
    const position = readPosition(value);
    if (position === undefined) return false;
    const meters = distanceMeters(near.center, position);
    return meters <= near.maxMeters && meters >= near.minMeters;
  };
}

/** The distance in metres of a stored value from the centre of a `$nearSphere` operand. */
export function nearDistance(operand: unknown, value: unknown): number {
  const position = readPosition(value);
  return position === undefined ? Infinity : distanceMeters(readNear(operand).center, position);
}
