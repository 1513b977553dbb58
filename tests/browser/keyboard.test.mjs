// Signing up with nothing but a keyboard, and seeing all the time where one is.

import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { openBrowser, visitor } from './browser.mjs';
import { findEvents } from './events.mjs';
import { openHouse } from './house.mjs';
import { keyboard } from './keyboard.mjs';

let house, browser, events, somebody, page, focused, tabTo, press;

before(async () => {
  house = await openHouse();
  browser = await openBrowser();
  events = await findEvents(house);
  somebody = await visitor(browser, house, { language: 'nn' });
  ({ page } = somebody);
  ({ focused, tabTo, press } = keyboard(page));
});
after(async () => {
  await browser?.close();
  await house?.close();
});

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
