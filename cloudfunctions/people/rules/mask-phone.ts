/** `****1234`: enough to recognise a number by, too little to call it. */
export function maskPhone(phone: string): string {
  return `****${phone.replace(/\D/g, '').slice(-4)}`;
}
