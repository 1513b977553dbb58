// Every page that participants meet, in four languages, in clean and error state: what axe, a narrow screen, wide text
// spacing and the content security policy have to say about it.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { LANGUAGES, openBrowser, visitor } from './browser.mjs';
import { findEvents } from './events.mjs';
import { examine } from './examine.mjs';
import { content, fillIn, loads, send } from './form.mjs';
import { openHouse } from './house.mjs';

let house, browser, events;

before(async () => {
  house = await openHouse();
  browser = await openBrowser();
  events = await findEvents(house);
});
after(async () => {
  await browser?.close();
  await house?.close();
});

for (const language of LANGUAGES) {
  describe(`participants' pages in ${language}`, () => {
    let somebody, page, mine;
    const person = { name: 'Åse Ŋáđđi O’Brien-Žižek', email: `aase.${language}@example.no` };
    const waiting = { name: 'Øystein Ærfugl', email: `oystein.${language}@example.no` };

    before(async () => {
      somebody = await visitor(browser, house, { language });
      ({ page } = somebody);
    });
    after(() => somebody.close());

    const is = (name, open, { status = 200, error = false } = {}) =>
      it(name, async () => {
        const answer = await open();
        if (answer) assert.equal(answer.status(), status, `${answer.url()}`);
        await examine(somebody, { name: name.replaceAll(/[^a-z0-9]+/g, '-'), error });
      });
    const form = () => `/pamelding/${events.roomy.slug}`;

    is('front page', () => page.goto('/'));
    is('front page, search without result', async () => {
      await page.goto('/');
      await page.locator('main input[type=search], main form input[type=text]').first().fill('finst ikkje nokon stad');
      await send(page);
    });
    is('webinar', () => page.goto(`/webinar/${events.roomy.slug}`));
    is('webinar that is over', () => page.goto(`/webinar/${events.over}`));
    is('webinar that is full', () => page.goto(`/webinar/${events.full.slug}`));
    for (const [name, path] of [['conference', ''], ['programme', '/program'], ['programme by track', '/program?vis=spor'], ['programme by room', '/program?vis=rom'], ['now and next', '/no'], ['changes', '/endringar']]) {
      is(name, () => page.goto(`/konferanse/${events.conference.slug}${path}`));
    }
    is('gathering', () => page.goto(`/samling/${events.gathering.slug}`));
    is('network', () => page.goto('/nettverk/byregionprogrammet'));
    is('form for a network', () => page.goto('/pamelding/rekkje/byregionprogrammet'));
    is('form with forms of attendance and sessions', () => page.goto(`/pamelding/${events.conference.slug}`));
    is('form', () => page.goto(form()));
    is('form with conditional questions', () => page.goto(`/pamelding/${(events.conditional ?? events.roomy).slug}`));
    is('form of a full event', () => page.goto(`/pamelding/${events.full.slug}`));
    is('form sent empty', async () => {
      await page.goto(form());
      await send(page);
    }, { error: true });
    is('form with wrong answers', async () => {
      await page.goto(form());
      await fillIn(page, { name: person.name, email: 'kari.kommune.no', municipality: 'Atlantis' });
      const typed = await content(page);
      await send(page);
      const kept = await content(page);
      for (const [field, value] of Object.entries(typed)) assert.equal(kept[field], value, `what was typed in ${field} is kept`);
    }, { error: true });
    is('form asking which municipality', async () => {
      await page.goto(form());
      await fillIn(page, { ...person, municipality: 'Herøy' });
      await send(page);
      assert.equal(await page.locator('.mp-which input[type=radio]').count(), 2);
    }, { error: true });
    is('receipt', async () => {
      await page.goto(form());
      await fillIn(page, person);
      await send(page);
    });
    is('receipt of a place on the waiting list', async () => {
      await page.goto(`/pamelding/${events.full.slug}`);
      await fillIn(page, waiting);
      await send(page);
    });

    is('own page', async () => {
      mine = (await house.letterTo(person.email)).link('/mi/');
      return page.goto(mine);
    });
    is('own page, waiting', async () => page.goto((await house.letterTo(waiting.email)).link('/mi/')));
    is('change', () => page.goto(`${mine}/endre`));
    is('change with wrong answers', async () => {
      await page.goto(`${mine}/endre`);
      await page.locator('[id=name]').fill('');
      await send(page);
    }, { error: true });
    is('changed', async () => {
      await page.goto(`${mine}/endre`);
      await page.locator('[id=name]').fill(`${person.name} d.y.`);
      await send(page);
    });
    is('hand over', () => page.goto(`${mine}/gi-vidare`));
    is('hand over with wrong answers', async () => {
      await page.goto(`${mine}/gi-vidare`);
      await send(page);
    }, { error: true });
    is('new link, question', () => page.goto(`${mine}/ny-lenkje`));
    is('join', async () => page.goto((await house.letterTo(person.email)).link('/delta/')));
    is('withdraw, question', () => page.goto(`${mine}/meld-av`));
    is('withdrawn', async () => {
      await page.goto(`${mine}/meld-av`);
      await send(page);
    });
    is('own page, withdrawn', () => page.goto(mine));
    is('join, withdrawn', async () => {
      const letter = await house.letterTo(person.email, (letter) => letter.link('/delta/'));
      const answer = await page.goto(letter.link('/delta/'));
      assert.ok([403, 404, 410].includes(answer.status()), `${answer.status()}`);
    });
    is('erase, question', () => page.goto(`${mine}/slett`));
    is('erased', async () => {
      await page.goto(`${mine}/slett`);
      await send(page);
    });
    is('link that no longer works', async () => {
      const answer = await page.goto(mine);
      assert.ok([403, 404, 410].includes(answer.status()), `${answer.status()}`);
    });
    is('link that no longer works, wrong address', async () => {
      await page.goto(mine);
      await page.locator('main input[type=email]').fill('kari.kommune.no');
      await send(page);
    }, { error: true });
    is('link that no longer works, new one sent', async () => {
      await page.goto(mine);
      await page.locator('main input[type=email]').fill(waiting.email);
      await send(page);
    });

    const follower = { name: 'Liv Rekkje', email: `liv.${language}@example.no` };
    const series = '/pamelding/rekkje/stadutvikling-i-distrikta';
    let followed;
    is('series', () => page.goto('/webinar/rekkje/stadutvikling-i-distrikta'));
    is('form for a series', () => page.goto(series));
    is('form for a series sent empty', async () => {
      await page.goto(series);
      await send(page);
    }, { error: true });
    is('receipt for a series', async () => {
      await page.goto(series);
      await fillIn(page, follower);
      await send(page);
    });
    is('own page of a series', async () => {
      followed = (await house.letterTo(follower.email, (letter) => letter.link('/mi/rekkje/'))).link('/mi/rekkje/');
      return page.goto(followed);
    });
    is('not this time, question', async () => {
      await page.goto(followed);
      await loads(page, () => page.locator('main a[href$="/meld-av"]').last().click());
    });
    is('not this time', () => send(page));
    is('leave a series, question', () => page.goto(`${followed}/ut`));
    is('left a series', () => send(page));
    is('erase in a series, question', () => page.goto(`${followed}/slett`));
    is('erased in a series', () => send(page));

    is('not found', () => page.goto('/finst-ikkje'), { status: 404 });
    is('privacy', () => page.goto('/personvern'));
    is('accessibility', () => page.goto('/tilgjenge'));
    is('letters of the demonstration', () => page.goto('/postkasse'));
    is('letter of the demonstration', async () => {
      await page.goto('/postkasse');
      await loads(page, () => page.locator('main a[href*="/postkasse/"], main a[href*="/postkasse?"]').first().click());
    });
  });
}
