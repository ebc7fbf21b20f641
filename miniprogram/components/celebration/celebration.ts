/** Where each scrap of paper comes to rest, from the middle of the mark: a ring that leaves the text below free. */
const scraps = Array.from({ length: 14 }, (_, index) => {
  const turn = (index / 14) * 2 * Math.PI;
  const far = index % 2 === 0 ? 74 : 58;
  const x = Math.round(Math.cos(turn) * far * 1.5);
  const y = Math.round(Math.sin(turn) * far);
  return {
    index,
    tone: ['accent', 'brand', 'gold'][index % 3],
    place: `--x: ${x}px; --y: ${y}px; --turn: ${index * 47}deg`,
  };
});

/** A moment worth stopping for: a milestone, a welcome. What one can do next stands in the slot. */
Component({
  properties: {
    icon: { type: String, value: 'check' },
    /** A number that is the point of it; drawn instead of the icon. */
    figure: { type: String, value: '' },
    heading: { type: String, value: '' },
    sentence: { type: String, value: '' },
  },
  data: { scraps },
});
