/** What a text says first, in one line of at most `most` characters; what is left out shows as …. */
export function excerpt(text: string, most: number): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()];
  return characters.length <= most ? characters.join('') : `${characters.slice(0, most - 1).join('')}…`;
}
