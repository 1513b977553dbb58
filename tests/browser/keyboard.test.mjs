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

/** Answers everything on the way to the button of a form, and gives the names of what was asked. */
async function answerAll(typed) {
  const answered = new Set();
  for (;;) {
    const at = await tabTo('the button', () => true);
    if (at.tag === 'button') return answered;
    if (answered.has(at.name)) continue;
    if (at.name) answered.add(at.name);
    if (at.type === 'radio' || at.type === 'checkbox') await page.keyboard.press('Space');
    else if (at.tag === 'select') await page.keyboard.press('ArrowDown');
    else if (at.tag === 'input' || at.tag === 'textarea') await page.keyboard.type(typed(at));
    // The list of suggestions would take the next Enter for itself.
    if (at.list) await page.keyboard.press('Escape');
  }
}

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
  const answered = await answerAll((at) => {
    if (at.name === 'name') return 'Ask Tastatur';
    if (at.type === 'email') return 'ask.tastatur@example.no';
    if (at.type === 'tel') return '90012345';
    return at.list ? 'Volda' : '12';
  });
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

it('somebody is invited by name, and signs up by the link in the letter; somebody else cannot come', async () => {
  const button = (what) => tabTo(what, ({ tag, type }) => tag === 'button' && type === 'submit');
  await page.goto(await house.invite('inviterer@example.no', 'bylivsenteret', 'editor'));
  await button('signing in');
  await press('Enter');
  const list = `/arrangor/pameldingar/${events.roomy.slug}`;
  await page.goto(list);
  await tabTo('invitations', ({ href }) => href === `${list}/invitasjonar`);
  await press('Enter');
  await tabTo('new ones', ({ href }) => href === `${list}/invitasjonar/nye`);
  await press('Enter');
  await tabTo('the field', ({ name }) => name === 'people');
  await page.keyboard.insertText('Inger Invitert <inger@example.no>, Volda kommune\nkan.ikkje@example.no\ningen');
  await button('a look');
  await press('Enter');
  assert.match(await page.locator('main').innerText(), /Blir inviterte: 2/);
  await tabTo('writing down', ({ name }) => name === 'do');
  await press('Enter');
  await tabTo('sending', ({ href }) => href === `${list}/invitasjonar/send`);
  await press('Enter');
  await button('the last button');
  await press('Enter');
  assert.match(await page.locator('[role=status]').innerText(), /Invitasjonane er sende/);

  await page.goto((await house.letterTo('inger@example.no')).link('/invitert/'));
  assert.equal(await page.locator('#name').inputValue(), 'Inger Invitert');
  assert.equal(await page.locator('#email').inputValue(), 'inger@example.no');
  // What is filled in already is gone over: typing replaces what a stop has selected.
  await answerAll((at) => ({ name: 'Inger Invitert', email: 'inger@example.no' })[at.name] ?? (at.type === 'tel' ? '90012345' : at.list ? 'Volda' : '12'));
  await press('Enter');
  assert.match(await page.locator('h1').innerText(), /Takk/);

  await page.goto((await house.letterTo('kan.ikkje@example.no')).link('/nei'));
  await button('no');
  await press('Enter');
  assert.match(await page.locator('h1').innerText(), /Takk for svaret/);
  await page.goto(`${list}/invitasjonar`);
  const told = await page.locator('main').innerText();
  for (const tab of ['Påmelde (1)', 'Har takka nei (1)']) assert.ok(told.includes(tab), `${tab}: ${told}`);
  assert.deepEqual(somebody.faults, []);
});
