import { type Document, isDocument } from './document';

/** Longitude and latitude in degrees. */
export type Position = readonly [longitude: number, latitude: number];

/** A GeoJSON shape taken apart: its points, its lines, its polygons (the first ring is the outer one). */
export interface Geometry {
  points: Position[];
  lines: Position[][];
  polygons: Position[][][];
}

const EARTH_RADIUS_METERS = 6_378_100;

/** A place as a unit vector from the earth's centre. */
function toVector([longitude, latitude]: Position): [number, number, number] {
  const phi = latitude * (Math.PI / 180);
  const theta = longitude * (Math.PI / 180);
  return [Math.cos(theta) * Math.cos(phi), Math.sin(theta) * Math.cos(phi), Math.sin(phi)];
}

/** Great-circle distance as S2 computes it, atan2 of the vectors: figures agree with MongoDB's to the last bit. */
export function distanceMeters(from: Position, to: Position): number {
  const [ax, ay, az] = toVector(from);
  const [bx, by, bz] = toVector(to);
  const [cx, cy, cz] = [ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx];
  return Math.atan2(Math.sqrt(cx * cx + cy * cy + cz * cz), ax * bx + ay * by + az * bz) * EARTH_RADIUS_METERS;
}

/** Reads a GeoJSON object or a legacy pair; `undefined` when the value is no shape. */
export function readGeometry(value: unknown): Geometry | undefined {
  const shape: Geometry = { points: [], lines: [], polygons: [] };
  if (Array.isArray(value)) {
    if (!isPosition(value)) return undefined;
    shape.points.push(value);
    return shape;
  }
  return isDocument(value) && collect(value, shape) ? shape : undefined;
}

function isPosition(value: unknown): value is Position {
  return Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'number';
}

function isLine(value: unknown): value is Position[] {
  return Array.isArray(value) && value.length > 0 && value.every(isPosition);
}

function isPolygon(value: unknown): value is Position[][] {
  return Array.isArray(value) && value.length > 0 && value.every(isLine);
}

function collect({ type, coordinates }: Document, shape: Geometry): boolean {
  if (type === 'Point' && isPosition(coordinates)) shape.points.push(coordinates);
  else if (type === 'LineString' && isLine(coordinates)) shape.lines.push(coordinates);
  else if (type === 'Polygon' && isPolygon(coordinates)) shape.polygons.push(coordinates);
  else if (type === 'MultiPoint' && isLine(coordinates)) shape.points.push(...coordinates);
  else if (type === 'MultiLineString' && isPolygon(coordinates)) shape.lines.push(...coordinates);
  else if (type === 'MultiPolygon' && Array.isArray(coordinates) && coordinates.every(isPolygon)) {
    shape.polygons.push(...coordinates);
  } else return false;
  return true;
}

/** Twice the signed area of a triangle: which side of a→b the point c lies on. */
function side(a: Position, b: Position, c: Position): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

function onSegment(a: Position, b: Position, point: Position): boolean {
  return (
    side(a, b, point) === 0 &&
    Math.min(a[0], b[0]) <= point[0] &&
    point[0] <= Math.max(a[0], b[0]) &&
    Math.min(a[1], b[1]) <= point[1] &&
    point[1] <= Math.max(a[1], b[1])
  );
}

function segmentsCross(a: Position, b: Position, c: Position, d: Position): boolean {
  const crosses = side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
  return crosses || onSegment(a, b, c) || onSegment(a, b, d) || onSegment(c, d, a) || onSegment(c, d, b);
}

function segments(line: Position[]): [Position, Position][] {
  const pairs: [Position, Position][] = [];
  for (let index = 1; index < line.length; index++) {
    const [from, to] = [line[index - 1], line[index]];
    if (from !== undefined && to !== undefined) pairs.push([from, to]);
  }
  return pairs;
}

function inRing(ring: Position[], point: Position): boolean {
  let inside = false;
  for (const [a, b] of segments(ring)) {
    if (onSegment(a, b, point)) return true;
    const spans = a[1] > point[1] !== b[1] > point[1];
    if (spans && point[0] < ((b[0] - a[0]) * (point[1] - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
  }
  return inside;
}

function inPolygon(polygon: Position[][], point: Position): boolean {
  const [outer, ...holes] = polygon;
  return outer !== undefined && inRing(outer, point) && !holes.some((hole) => inRing(hole, point));
}

function positions(shape: Geometry): Position[] {
  return [...shape.points, ...shape.lines.flat(), ...shape.polygons.flat(2)];
}

/** True when every vertex of `inner` lies in one of the polygons (planar; exact for city-sized shapes). */
export function contains(area: Geometry, inner: Geometry): boolean {
  const vertices = positions(inner);
  return vertices.length > 0 && vertices.every((point) => area.polygons.some((polygon) => inPolygon(polygon, point)));
}

/** True when the two shapes share a point (planar). */
export function intersects(left: Geometry, right: Geometry): boolean {
  const touches = (from: Geometry, to: Geometry) =>
    positions(from).some(
      (point) =>
        to.polygons.some((polygon) => inPolygon(polygon, point)) ||
        edges(to).some(([a, b]) => onSegment(a, b, point)) ||
        to.points.some((other) => other[0] === point[0] && other[1] === point[1]),
    );
  if (touches(left, right) || touches(right, left)) return true;
  const others = edges(right);
  return edges(left).some(([a, b]) => others.some(([c, d]) => segmentsCross(a, b, c, d)));
}

function edges(shape: Geometry): [Position, Position][] {
  return [...shape.lines.flatMap(segments), ...shape.polygons.flat().flatMap(segments)];
}
