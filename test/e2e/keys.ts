import type { Locator, Page } from 'playwright-core';

/** More stops than any page of ours has. */
const MOST_STOPS = 150;

/** A page that is used without a pointer: the way to a control is Tab, or the arrows within a group. */
export class Keys {
  constructor(readonly page: Page) {}

  /** Goes on by Tab until a control has the focus, and fails where no way leads to it. */
  async to(target: Locator): Promise<void> {
    // Who uses a page waits for a control that is not ready yet.
    await target.and(this.page.locator(':not(:disabled)')).waitFor();
    const focused = target.and(this.page.locator(':focus'));
    for (let stops = 0; (await focused.count()) === 0; stops += 1) {
      if (stops === MOST_STOPS) throw new Error(`Tab does not lead to ${String(target)} on ${this.page.url()}`);
      await this.page.keyboard.press('Tab');
    }
  }

  async press(target: Locator, key = 'Enter'): Promise<void> {
    await this.to(target);
    await this.page.keyboard.press(key);
  }

  async type(target: Locator, text: string): Promise<void> {
    await this.to(target);
    await this.page.keyboard.insertText(text);
  }

  /** Chooses one of a group of radio buttons: Tab leads into the group, the arrows through it. */
  async pick(target: Locator): Promise<void> {
    const group = this.page.locator(`input[type=radio][name="${await target.getAttribute('name')}"]`);
    const checked = group.and(this.page.locator(':checked'));
    await this.to((await checked.count()) > 0 ? checked : group.first());
    const focused = target.and(this.page.locator(':focus'));
    for (let steps = 0; (await focused.count()) === 0; steps += 1) {
      if (steps === MOST_STOPS) throw new Error(`The arrows do not lead to ${String(target)}`);
      await this.page.keyboard.press('ArrowDown');
    }
    if (!(await target.isChecked())) await this.page.keyboard.press('Space');
  }
}
