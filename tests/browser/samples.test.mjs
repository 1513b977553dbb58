// Every page with every sample: also states that no story of the others comes to, such as a cancelled event.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { after, before, it } from 'node:test';
import { LANGUAGES, openBrowser, visitor } from './browser.mjs';
import { RULES, examine } from './examine.mjs';
import { openHouse } from './house.mjs';

let house, browser, folder;

before(async () => {
  house = await openHouse();
  browser = await openBrowser();
  folder = await house.render();
});
after(async () => {
  await browser?.close();
  await house?.close();
});

// These are many. Every one is looked at narrow in every language, since words differ in length; wide, and in dark colours,
// in one language each.
const LOOKS = {
  nn: [[320, 'light'], [1000, 'light']],
  nb: [[320, 'dark']],
  sv: [[320, 'light']],
  en: [[320, 'light']],
};

/** How many pages of one browser are open at a time. */
const AT_ONCE = 2;

// Landmarks and headings are for pages; a letter is shown within a page of somebody else's.
const rulesFor = (letter) => (letter ? RULES.filter((rule) => rule !== 'best-practice') : RULES);

for (const language of LANGUAGES) {
  it(`samples in ${language}`, async (t) => {
    const sample = (name) => readFileSync(path.join(folder, language, name), 'utf8');
    const shown = (name) => ({ contentType: 'text/html; charset=utf-8', body: sample(name) });
    const files = readdirSync(path.join(folder, language)).filter((name) => name.endsWith('.html')).sort();
    assert.ok(files.length > 80, `${files.length} samples`);

    const look = async (left) => {
      const somebody = await visitor(browser, house, { language });
      const { page, context } = somebody;
      // The running program gives the style sheets. What else belongs to a page is of events that it does not have.
      await context.route('**/sample/*', (route) => route.fulfill(shown(path.basename(new URL(route.request().url()).pathname))));
      await context.route('**/innleiar/*/bilete', (route) => route.fulfill({ contentType: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>' }));
      await context.route('**/logo/*', (route) => route.fulfill({ contentType: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>' }));
      await context.route('**/vilkar.css*', (route) => route.fulfill({ contentType: 'text/css', body: '' }));
      await context.route('**/postkasse/*/html', (route) => route.fulfill(shown('confirmation-1-body.html')));
      for (let file = left.shift(); file; file = left.shift()) {
        await t.test(file, async () => {
          await page.goto(`/sample/${file}`);
          const letter = file.endsWith('-body.html');
          await examine(somebody, {
            name: `sample-${file.replace('.html', '')}`,
            error: (await page.locator('.ds-error-summary').count()) > 0 || undefined,
            letter,
            rules: rulesFor(letter),
            looks: LOOKS[language],
          });
        });
      }
      await somebody.close();
    };
    const left = [...files];
    await Promise.all(Array.from({ length: AT_ONCE }, () => look(left)));
  });
}
