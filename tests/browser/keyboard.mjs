// A page with nothing but a keyboard.

import assert from 'node:assert/strict';
import { loads } from './form.mjs';

export function keyboard(page) {
  /** What has the focus, and how that can be seen. */
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement;
      // For a button with a label beside it, the ring is around both.
      const shown = ['radio', 'checkbox'].includes(element.type) ? element.closest('.ds-field') : element;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(shown);
      const { top, bottom, left, right } = element.getBoundingClientRect();
      return {
        tag: element.tagName.toLowerCase(),
        id: element.id,
        name: element.name ?? '',
        type: element.type ?? '',
        href: element.getAttribute('href') ?? '',
        list: Boolean(element.list),
        html: element.outerHTML.slice(0, 160),
        ring: (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none',
        inside: bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
      };
    });

  /** Tab by tab to something, which every stop on the way must show. */
  async function tabTo(what, fits, most = 80) {
    for (let stops = 0; stops < most; stops += 1) {
      await page.keyboard.press('Tab');
      const at = await focused();
      assert.notEqual(at.tag, 'body', `the focus left the page on the way to ${what}`);
      assert.ok(at.ring, `the focus cannot be seen on ${at.html}`);
      assert.ok(at.inside, `out of sight: ${at.html}`);
      if (fits(at)) return at;
    }
    return assert.fail(`no way to ${what}`);
  }

  /** A key that leads to another page. */
  const press = (key) => loads(page, () => page.keyboard.press(key));

  return { focused, tabTo, press };
}
