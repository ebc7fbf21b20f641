import type { Verdict } from '../../../shared/wechat/model';
import { gravest, piecesOf, unjudged } from './text-verdict';

describe('pieces of a text', () => {
  it('are one up to 2,500 characters and two from 2,501', () => {
    expect(piecesOf('字'.repeat(2500))).toHaveLength(1);
    expect(piecesOf('字'.repeat(2501)).map(({ length }) => length)).toEqual([2500, 51]);
  });

  it('show a word on the seam whole in one of them', () => {
    const text = `${'字'.repeat(2498)}赌博网站${'字'.repeat(20)}`;
    expect(piecesOf(text).some((piece) => piece.includes('赌博网站'))).toBe(true);
  });

  it('hold the whole text, five of them for 10,000 characters', () => {
    const pieces = piecesOf('字'.repeat(10_000));
    expect(pieces).toHaveLength(5);
    expect(pieces.every((piece) => [...piece].length <= 2500)).toBe(true);
  });

  it('count a character beyond the basic plane as one', () => {
    expect(piecesOf('😀'.repeat(2500))).toHaveLength(1);
  });
});

describe('the gravest verdict', () => {
  const pass: Verdict = { suggest: 'pass', label: 100, judgedBy: 'wechat' };
  const risky: Verdict = { suggest: 'risky', label: 20006, judgedBy: 'wechat' };

  it('is risky before review before pass', () => {
    expect(gravest([pass, unjudged])).toBe(unjudged);
    expect(gravest([unjudged, risky, pass])).toBe(risky);
    expect(gravest([pass, pass])).toBe(pass);
  });

  it('of nothing is that nobody judged', () => {
    expect(gravest([])).toBe(unjudged);
  });
});
