// Languages, conditional questions, printing, and what is kept when something was wrong.

import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, it } from 'node:test';
import { LANGUAGES, openBrowser, visitor } from './browser.mjs';
import { findEvents } from './events.mjs';
import { content, fillIn, send } from './form.mjs';
import { openHouse } from './house.mjs';

let house, browser, events, somebody, page;

before(async () => {
  house = await openHouse();
  browser = await openBrowser();
  events = await findEvents(house);
});
after(async () => {
  await browser?.close();
  await house?.close();
});
beforeEach(async () => {
  somebody = await visitor(browser, house, { language: 'nn' });
  ({ page } = somebody);
});
afterEach(async () => {
  const { faults } = somebody;
  await somebody.close();
  assert.deepEqual(faults, []);
});

const lang = () => page.locator('html').getAttribute('lang');

it('the language menu keeps the page and is remembered', async () => {
  const form = `/pamelding/${events.roomy.slug}`;
  await page.goto(form);
  assert.equal(await lang(), 'nn');
  for (const language of [...LANGUAGES].reverse()) {
    await page.locator(`.mp-languages a[lang=${language}]`).click();
    assert.equal(new URL(page.url()).pathname, form);
    assert.equal(await lang(), language);
    assert.equal(await page.locator('.mp-languages [aria-current]').getAttribute('lang'), language);
    await page.goto('/');
    assert.equal(await lang(), language, 'the next page is in the language that was chosen');
    await page.goto(form);
  }
});

it('the language menu keeps what was searched for', async () => {
  await page.goto('/');
  await page.locator('main input[type=search], main form input[type=text]').first().fill('lokale');
  await send(page);
  const before = new URL(page.url()).searchParams;
  await page.locator('.mp-languages a[lang=nb]').click();
  const now = new URL(page.url()).searchParams;
  for (const [name, value] of before) assert.equal(now.get(name), value);
  assert.equal(await lang(), 'nb');
});

it('the language menu after a form that was sent leads to a page, not to an error', async () => {
  await page.goto(`/pamelding/${events.roomy.slug}`);
  await send(page);
  const [answer] = await Promise.all([page.waitForResponse((response) => response.request().isNavigationRequest() && response.status() < 300), page.locator('.mp-languages [lang=sv]').click()]);
  assert.equal(answer.status(), 200);
  assert.equal(await lang(), 'sv');
});

it('texts in another language than the page say so', async () => {
  await page.goto('/?sprak=en');
  const foreign = await page.locator('main [lang]').evaluateAll((elements) => elements.map((element) => [element.lang, element.innerText]));
  const norwegian = events.all.filter(({ title }) => !title.en);
  for (const { title } of norwegian) {
    assert.ok(foreign.some(([language, text]) => language !== 'en' && Object.values(title).some((words) => text.includes(words))), JSON.stringify(title));
  }
});

it('a question that depends on an answer is hidden until the answer is given', async () => {
  assert.ok(events.conditional, 'one of the made-up events has a conditional question');
  await page.goto(`/pamelding/${events.conditional.slug}`);
  const branch = page.locator('.cond, .mp-branch').first();
  assert.equal(await branch.isVisible(), false);
  const { only_if: condition } = events.conditional.questions.find((question) => question.only_if);
  const value = condition.any_of?.[0] ?? 'yes';
  const control = page.locator(`main form [value="${value}"]`).first();
  if (await control.evaluate((element) => element.matches('option'))) {
    await page.locator('main form select').filter({ has: page.locator(`[value="${value}"]`) }).selectOption(value);
  } else {
    await control.check();
  }
  assert.equal(await branch.isVisible(), true);
});

it('everything that was typed is kept when something is wrong', async () => {
  await page.goto(`/pamelding/${events.roomy.slug}`);
  await fillIn(page, { name: 'Kari "Bø" <Ærø> & søner', email: 'utan krøllalfa', municipality: 'volda  kommune' });
  const typed = await content(page);
  await send(page);
  assert.match(await page.title(), /^Feil:/);
  assert.deepEqual(await content(page), typed);
  assert.equal(await page.locator('[aria-invalid=true]').first().getAttribute('type'), 'email');
  const described = await page.locator('[aria-invalid=true]').first().getAttribute('aria-describedby');
  const message = await page.locator(`[id="${described.split(' ').at(-1)}"]`).innerText();
  assert.match(await page.locator('.ds-error-summary').innerText(), new RegExp(message.slice(0, 30).replaceAll(/[.?()]/g, '.')), 'the same words at the field and in the summary');
});

it('on paper there are no menus', async () => {
  await page.goto(`/webinar/${events.roomy.slug}`);
  await page.emulateMedia({ media: 'print' });
  for (const part of ['.mp-languages', '.ds-skip-link', '.mp-footer']) {
    assert.equal(await page.locator(part).first().isVisible(), false, part);
  }
  assert.ok(await page.locator('h1').isVisible());
});

it('an address that leads nowhere is answered in the language of the browser', async () => {
  for (const language of LANGUAGES) {
    const other = await visitor(browser, house, { language });
    await other.page.goto('/finst-ikkje');
    assert.equal(await other.page.locator('html').getAttribute('lang'), language);
    await other.close();
  }
});
