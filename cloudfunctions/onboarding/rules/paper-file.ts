import type { PaperKind } from '../../../shared/onboarding/template';

/** A phone's upload for one request: nobody can hand in a file of somebody else. */
export function isPaperPath(path: string, requestId: string, kind: PaperKind): boolean {
  return new RegExp(`^onboarding-papers/${requestId}/${kind}\\.(jpg|png|pdf)$`).test(path);
}

/** 10 MB: what a phone's camera makes of two sides of a card. */
const mostBytes = 10_000_000;

const beginnings = [
  [0xff, 0xd8, 0xff],
  [0x89, 0x50, 0x4e, 0x47],
  [0x25, 0x50, 0x44, 0x46],
];

/** A JPEG, a PNG or a PDF by what it is, not by what it is called. */
export function isPaperFile(content: Uint8Array): boolean {
  const fits = (beginning: number[]) => beginning.every((byte, index) => content[index] === byte);
  return content.length <= mostBytes && beginnings.some(fits);
}

/** The check digit that every bank card number carries (Luhn). */
export function isBankAccount(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return /^\d{12,19}$/.test(digits) && sum % 10 === 0;
}
