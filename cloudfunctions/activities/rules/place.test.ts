import { metersBetween } from './place';

const westLake = { latitude: 30.25, longitude: 120.15 };

it('a degree of latitude is 111.2 km, and nowhere is nowhere away from itself', () => {
  expect(metersBetween(westLake, westLake)).toBe(0);
  expect(metersBetween(westLake, { ...westLake, latitude: 31.25 })).toBeCloseTo(111_195, -1);
});

it('a degree of longitude shrinks with the latitude', () => {
  const shrunk = 111_195 * Math.cos((30.25 * Math.PI) / 180);
  expect(Math.abs(metersBetween(westLake, { ...westLake, longitude: 121.15 }) - shrunk)).toBeLessThan(10);
});
