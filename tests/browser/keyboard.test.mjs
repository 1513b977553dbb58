// Signing up with nothing but a keyboard, and seeing all the time where one is.

import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { openBrowser, visitor } from './browser.mjs';
import { findEvents } from './events.mjs';
import { loads } from './form.mjs';
import { openHouse } from './house.mjs';

let house, browser, events, somebody, page;

before(async () => {
  house = await openHouse();
  browser = await openBrowser();
  events = await findEvents(house);
  somebody = await visitor(browser, house, { language: 'nn' });
  ({ page } = somebody);
});
after(async () => {
  await browser?.close();
  await house?.close();
});

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
async function tabTo(what, fits) {
  for (let stops = 0; stops < 80; stops += 1) {
    await page.keyboard.press('Tab');
    const at = await focused();
    assert.notEqual(at.tag, 'body', `the focus left the page on the way to ${what}`);
    assert.ok(at.ring, `the focus cannot be seen on ${at.html}`);
    assert.ok(at.inside, `out of sight: ${at.html}`);
    if (fits(at)) return at;
  }
  return assert.fail(`no way to ${what}`);
}

const press = (key) => loads(page, () => page.keyboard.press(key));

it('from the front page to the form', async () => {
  await page.goto('/');
  const first = await tabTo('the skip link', () => true);
  assert.equal(first.href, '#main', 'the first stop skips to the content');
  await page.keyboard.press('Enter');
  await tabTo('the webinar', ({ href }) => href.startsWith(`/webinar/${events.roomy.slug}`));
  await press('Enter');
  await tabTo('sign-up', ({ href }) => href === `/pamelding/${events.roomy.slug}`);
  await press('Enter');
  assert.equal(new URL(page.url()).pathname, `/pamelding/${events.roomy.slug}`);
});

it('a form sent empty puts the focus on what is wrong, and its links lead to the fields', async () => {
  await tabTo('the button', ({ tag, type }) => tag === 'button' && type === 'submit');
  await press('Enter');
  const summary = await focused();
  assert.match(summary.html, /ds-error-summary/);
  assert.ok(summary.ring, 'the focus on the summary can be seen');
  await tabTo('the first error', ({ href }) => href.startsWith('#'));
  const { href } = await focused();
  await page.keyboard.press('Enter');
  assert.equal((await focused()).id, href.slice(1));
});

it('every field can be filled in, and the receipt comes', async () => {
  await page.reload();
  await page.goto(`/pamelding/${events.roomy.slug}`);
  const answered = new Set();
  for (;;) {
    const at = await tabTo('the button', () => true);
    if (at.tag === 'button') break;
    if (answered.has(at.name)) continue;
    if (at.name) answered.add(at.name);
    if (at.type === 'radio' || at.type === 'checkbox') await page.keyboard.press('Space');
    else if (at.tag === 'select') await page.keyboard.press('ArrowDown');
    else if (at.name === 'name') await page.keyboard.type('Ask Tastatur');
    else if (at.type === 'email') await page.keyboard.type('ask.tastatur@example.no');
    else if (at.type === 'tel') await page.keyboard.type('90012345');
    else if (at.list) await page.keyboard.type('Volda');
    else if (at.tag === 'input' || at.tag === 'textarea') await page.keyboard.type('12');
    // The list of suggestions would take the next Enter for itself.
    if (at.list) await page.keyboard.press('Escape');
  }
  assert.ok(answered.has('name') && answered.has('email'), [...answered].join());
  assert.ok(![...answered].includes('nettstad'), 'the trap for robots is no stop');
  await press('Enter');
  assert.match(await page.locator('h1').innerText(), /Takk/);
  assert.ok((await house.letterTo('ask.tastatur@example.no')).link('/mi/'));
});

it('withdrawing', async () => {
  await page.goto((await house.letterTo('ask.tastatur@example.no')).link('/mi/'));
  await tabTo('withdrawal', ({ href }) => href.endsWith('/meld-av'));
  await press('Enter');
  await tabTo('the button', ({ tag }) => tag === 'button');
  await press('Enter');
  assert.match(await page.locator('h1').innerText(), /meld av/i);
  assert.deepEqual(somebody.faults, []);
});
