// Every page with every sample: also states that no story of the others comes to, such as a cancelled event.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { after, before, it } from 'node:test';
import { LANGUAGES, openBrowser, visitor } from './browser.mjs';
import { KEY, RULES, examine } from './examine.mjs';
import { openHouse } from './house.mjs';
import { openSampleSite } from './sample_site.mjs';

let house, site, browser, folder;

before(async () => {
  house = await openHouse();
  browser = await openBrowser();
  folder = await house.render();
  site = await openSampleSite(house, folder);
});
after(async () => {
  await browser?.close();
  await site?.close();
  await house?.close();
});

// These are many. Every one is looked at narrow in every language, since words differ in length, and wide in one. Axe is
// asked in the two Norwegian ones, narrow in light colours and wide in dark ones: in the others the page is the same but for
// its words, and the live pages of every kind are put to it in all four, in both widths and colours.
const LOOKS = {
  nn: [[320, 'light']],
  nb: [[1000, 'dark'], [320, 'light']],
  sv: [[320, 'light']],
  en: [[320, 'light']],
};
const JUDGED = { nn: [320], nb: [1000], sv: [], en: [] };

/** How many pages of one browser are open at a time. */
const AT_ONCE = 2;

// Landmarks and headings are for pages; a letter is shown within a page of somebody else's.
const rulesFor = (letter) => (letter ? RULES.filter((rule) => rule !== 'best-practice') : RULES);

it('the key of a word is known as such whichever file it would stand in', () => {
  for (const key of ['series-look-again', 'mail-purpose-turned_away', 'conference-x']) assert.match(`Her ${key} òg`, KEY);
  for (const text of ['e-post', 'webinar-deltakarar.csv', 'BYLIV-konferansen']) assert.doesNotMatch(text, KEY);
});

for (const language of LANGUAGES) {
  it(`samples in ${language}`, async (t) => {
    const files = readdirSync(path.join(folder, language)).filter((name) => name.endsWith('.html')).sort();
    assert.ok(files.length > 80, `${files.length} samples`);

    const look = async (left) => {
      const somebody = await visitor(browser, site, { language, width: 320 });
      const { page } = somebody;
      for (let file = left.shift(); file; file = left.shift()) {
        await t.test(file, async () => {
          await page.goto(`/sample/${language}/${file}`);
          const letter = file.endsWith('-body.html');
          await examine(somebody, {
            name: `sample-${file.replace('.html', '')}`,
            error: (await page.locator('.ds-error-summary').count()) > 0 || undefined,
            letter,
            rules: rulesFor(letter),
            looks: LOOKS[language],
            judged: JUDGED[language],
          });
        });
      }
      await somebody.close();
    };
    const left = [...files];
    await Promise.all(Array.from({ length: AT_ONCE }, () => look(left)));
  });
}
