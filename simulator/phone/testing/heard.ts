import type { DrivenPhone } from '../drive-phone';

/** An event as a page of the fixture "builtins" wrote it down. */
export interface Heard {
  type: string;
  id: string;
  detail: Record<string, unknown>;
}

/** What the page heard since the last look. */
export async function heard(phone: DrivenPhone): Promise<Heard[]> {
  return (await phone.frame.locator('body').evaluate('getApp().heard.splice(0)')) as Heard[];
}

/** Waits until the page hears an event of this type. @returns what it brought */
export async function hear(phone: DrivenPhone, type: string): Promise<Record<string, unknown>> {
  const wait = `new Promise((found) => {
    const look = () => {
      const at = getApp().heard.findIndex((event) => event.type === ${JSON.stringify(type)});
      if (at < 0) setTimeout(look, 20);
      else found(getApp().heard.splice(0, at + 1).pop().detail);
    };
    look();
  })`;
  return (await phone.frame.locator('body').evaluate(wait)) as Record<string, unknown>;
}

/** What the program itself does: `setData` of the page on screen. */
export async function setData(phone: DrivenPhone, data: Record<string, unknown>): Promise<void> {
  await phone.frame.locator('body').evaluate(`getCurrentPages().at(-1).setData(${JSON.stringify(data)})`);
}

/** Drags with the mouse from the middle of an element, in px. */
export async function drag(phone: DrivenPhone, selector: string, dx: number, dy: number): Promise<void> {
  const box = await phone.frame.locator(selector).boundingBox();
  if (box === null) throw new Error(`${selector} is not on the page`);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await phone.page.mouse.move(x, y);
  await phone.page.mouse.down();
  await phone.page.mouse.move(x + dx / 2, y + dy / 2, { steps: 3 });
  await phone.page.mouse.move(x + dx, y + dy, { steps: 3 });
  await phone.page.mouse.up();
}
