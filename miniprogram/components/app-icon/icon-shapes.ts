/** Our own drawings, one family: a 24 px grid, strokes of 1.8 px, round ends. Each is the inside of an SVG. */
export const iconShapes = {
  home:
    '<path d="M4 11.2 12 4.5l8 6.7V19a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 19z"/>' +
    '<path d="M9.5 20v-5.5h5V20"/>',
  sun:
    '<circle cx="12" cy="12" r="4.2"/><path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4' +
    'M5.6 18.4 7 17M17 7l1.4-1.4"/>',
  desk:
    '<rect x="3.5" y="7.5" width="17" height="12" rx="2"/>' +
    '<path d="M9 7.5V6a1.5 1.5 0 0 1 1.5-1.5h3A1.5 1.5 0 0 1 15 6v1.5M3.5 12.5h17M12 11.5v2.5"/>',
  person: '<circle cx="12" cy="8.2" r="3.7"/><path d="M4.8 20c.6-3.8 3.6-6 7.2-6s6.6 2.2 7.2 6"/>',
  people:
    '<circle cx="9" cy="8.5" r="3.3"/><path d="M2.8 19.5c.5-3.4 3-5.3 6.2-5.3s5.7 1.9 6.2 5.3' +
    'M15.5 5.5a3.3 3.3 0 0 1 0 6M17.6 14.6c2 .7 3.3 2.4 3.6 4.9"/>',
  gift:
    '<rect x="4" y="11" width="16" height="9" rx="1.5"/><path d="M3 7.5h18V11H3zM12 7.5V20' +
    'M12 7.5C9.5 7.5 7.5 6.6 7.5 5s2.8-2.2 4.5 2.5C13.7 2.8 16.5 3.4 16.5 5s-2 2.5-4.5 2.5z"/>',
  coin:
    '<circle cx="12" cy="12" r="8.3"/>' +
    '<path d="m12 7.8 1.3 2.7 2.9.4-2.1 2 .5 2.9-2.6-1.4-2.6 1.4.5-2.9-2.1-2 2.9-.4z"/>',
  bell:
    '<path d="M6.5 10.5a5.5 5.5 0 0 1 11 0c0 4.2 1.5 5.5 2 6.5h-15c.5-1 2-2.3 2-6.5z"/>' +
    '<path d="M10 19.8a2.2 2.2 0 0 0 4 0M12 3v2"/>',
  book:
    '<path d="M12 6.5C10.3 5.3 8 4.8 4.5 5v13c3.5-.2 5.8.3 7.5 1.5 1.7-1.2 4-1.7 7.5-1.5V5' +
    'c-3.5-.2-5.8.3-7.5 1.5zM12 6.5v13"/>',
  megaphone:
    '<path d="M4 10v4a1 1 0 0 0 1 1h2.5L17 19.5v-15L7.5 9H5a1 1 0 0 0-1 1z"/>' +
    '<path d="M8.5 15.3 9.5 20h2.2M20 10v4"/>',
  lines: '<path d="M8.5 6.5H20M8.5 12H20M8.5 17.5H20M4.2 6.5h.1M4.2 12h.1M4.2 17.5h.1"/>',
  ticket:
    '<path d="M4 7.5A1.5 1.5 0 0 1 5.5 6h13A1.5 1.5 0 0 1 20 7.5v2.3a2.2 2.2 0 0 0 0 4.4' +
    'v2.3a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 16.5v-2.3a2.2 2.2 0 0 0 0-4.4z' +
    'M14 9v1M14 13.5v1"/>',
  tag: '<path d="M4 4.5h7.5l8 8-7 7-8-8V5zM8.3 8.6h.1"/>',
  upload: '<path d="M12 15V4.5M8 8l4-4 4 4M4.5 14.5v3A2.5 2.5 0 0 0 7 20h10a2.5 2.5 0 0 0 2.5-2.5v-3"/>',
  scan:
    '<path d="M4 8.5V6a2 2 0 0 1 2-2h2.5M15.5 4H18a2 2 0 0 1 2 2v2.5' +
    'M20 15.5V18a2 2 0 0 1-2 2h-2.5M8.5 20H6a2 2 0 0 1-2-2v-2.5M4 12h16"/>',
  check: '<path d="m5 12.5 4.5 4.5L19.5 7"/>',
  door: '<path d="m9.5 6 6 6-6 6"/>',
  search: '<circle cx="11" cy="11" r="6.5"/><path d="m16 16 4.5 4.5"/>',
  warning: '<path d="M12 4 21 19.5H3zM12 10v4.5M12 17h.1"/>',
  shield: '<path d="M12 3.5 19 6v5.5c0 4.2-2.8 7.4-7 9-4.2-1.6-7-4.8-7-9V6zM9 12l2.2 2.2L15.2 10"/>',
  clock: '<circle cx="12" cy="12" r="8.3"/><path d="M12 7.5V12l3 2"/>',
  camera:
    '<path d="M4 8.5A1.5 1.5 0 0 1 5.5 7h2.7l1.3-2h5l1.3 2' +
    'h2.7A1.5 1.5 0 0 1 20 8.5v9a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 17.5z"/>' +
    '<circle cx="12" cy="12.8" r="3.2"/>',
  plus: '<path d="M12 5v14M5 12h14"/>',
  cross: '<path d="m6.5 6.5 11 11M17.5 6.5l-11 11"/>',
  file:
    '<path d="M6.5 3.5H14L18.5 8v11a1.5 1.5 0 0 1-1.5 1.5H6.5A1.5 1.5 0 0 1 5 19V5a1.5 1.5 0 0 1 1.5-1.5z' +
    'M13.5 3.5V8.5H18.5M8.5 13h7M8.5 16.5h5"/>',
  undo: '<path d="M8.5 5 4.5 9l4 4M5 9h9a5.5 5.5 0 0 1 0 11H9"/>',
  key: '<circle cx="8" cy="15.5" r="4"/><path d="m11 12.7 8.5-8.2M16 8l3 3"/>',
  filter: '<path d="M4 6.5h16M7 12h10M10 17.5h4"/>',
  talk:
    '<path d="M5.5 5h13A1.5 1.5 0 0 1 20 6.5v8a1.5 1.5 0 0 1-1.5 1.5H11l-4.5 4V16h-1A1.5 1.5 0 0 1 4 14.5v-8' +
    'A1.5 1.5 0 0 1 5.5 5z"/>',
  heart:
    '<path d="M12 19.5C6.5 15.8 3.8 12.7 3.8 9.4a4.3 4.3 0 0 1 8.2-1.9 4.3 4.3 0 0 1 8.2 1.9' +
    'c0 3.3-2.7 6.4-8.2 10.1z"/>',
  liked:
    '<path fill="#000" d="M12 19.5C6.5 15.8 3.8 12.7 3.8 9.4a4.3 4.3 0 0 1 8.2-1.9 4.3 4.3 0 0 1 8.2 1.9' +
    'c0 3.3-2.7 6.4-8.2 10.1z"/>',
  bookmark: '<path d="M7 4.5h10A1 1 0 0 1 18 5.5v14.5l-6-4.5L6 20V5.5a1 1 0 0 1 1-1z"/>',
  flag: '<path d="M6 20.5v-16M6 5h11.5l-2.5 4 2.5 4H6"/>',
  pen: '<path d="m5 19 .9-4L16 4.9a1.5 1.5 0 0 1 2.1 0l1 1a1.5 1.5 0 0 1 0 2.1L9 18.1zM14 7l3 3"/>',
  at: '<circle cx="12" cy="12" r="3.6"/><path d="M15.6 8.4v4.8a2.3 2.3 0 0 0 4.6 0V12a8.2 8.2 0 1 0-3.4 6.6"/>',
} as const;

export type IconName = keyof typeof iconShapes;

/** The drawing as the value of a CSS mask, so that it takes the colour of the text around it. */
export function maskOf(name: IconName): string {
  const stroke = 'fill="none" stroke="#000" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" ${stroke}>${iconShapes[name]}</svg>`;
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
}
