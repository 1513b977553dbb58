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

for (const language of LANGUAGES) {
  it(`samples in ${language}`, async (t) => {
    const somebody = await visitor(browser, house, { language });
    const { page, context } = somebody;
    // The running program gives the style sheets.
    await context.route('**/sample/*', (route) => {
      const file = path.join(folder, language, path.basename(new URL(route.request().url()).pathname));
      return route.fulfill({ contentType: 'text/html; charset=utf-8', body: readFileSync(file) });
    });
    const files = readdirSync(path.join(folder, language)).filter((name) => name.endsWith('.html')).sort();
    assert.ok(files.length > 80, `${files.length} samples`);
    for (const file of files) {
      await t.test(file, async () => {
        await page.goto(`/sample/${file}`);
        const letter = file.endsWith('-body.html');
        const error = (await page.locator('.ds-error-summary').count()) > 0;
        await examine(somebody, {
          name: `sample-${file.replace('.html', '')}`,
          error,
          letter,
          // Landmarks and headings are for pages; a letter is shown within a page of somebody else's.
          rules: letter ? RULES.filter((rule) => rule !== 'best-practice') : RULES,
          widths: [320],
          schemes: ['light'],
        });
      });
    }
    await somebody.close();
  });
}
