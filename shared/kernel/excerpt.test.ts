import { excerpt } from './excerpt';
import { quote } from './scalar';

it.each([
  ['四个汉字', 4, '四个汉字'],
  ['五个汉字了', 4, '五个汉…'],
  [' 两行\n\t一起 ', 5, '两行 一起'],
  ['🎉🎉🎉🎉', 4, '🎉🎉🎉🎉'],
  ['🎉🎉🎉🎉🎉', 4, '🎉🎉🎉…'],
])('%j in %i places says %j', (text, most, said) => {
  expect(excerpt(text, most)).toBe(said);
});

it('what is quoted of somebody fits, whatever they wrote, and is never empty', () => {
  expect(quote(4).parse('🎉\t一\n二三四')).toBe('🎉 一…');
  expect(quote(4).safeParse(' \n ').success).toBe(false);
  expect(quote(4).safeParse('字\u0000').success).toBe(false);
});
