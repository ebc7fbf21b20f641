/**
 * Fetches a script of the phone's server and runs it in this window.
 * @param source its address
 * @throws Error when it cannot be had
 */
export function runScript(source: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = source;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`${source} cannot be read`));
    document.head.append(script);
  });
}

/**
 * The same while the caller waits: for what a program may use in the very next expression.
 * @param source its address
 * @throws Error when it cannot be had
 */
export function runScriptAtOnce(source: string): void {
  const request = new XMLHttpRequest();
  request.open('GET', source, false);
  request.send();
  if (request.status !== 200) throw new Error(`${source} cannot be read`);
  const script = document.createElement('script');
  script.textContent = `${request.responseText}\n//# sourceURL=${source}`;
  document.head.append(script);
}
