// What must hold for every page, whatever it says: looked at as it stands, so that answers to forms can be examined too.

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
export const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Widths and colours that a page is looked at in. Words differ in length, so both widths in every language; colours do not. */
const LOOKS = {
  nn: [[1000, 'light'], [1000, 'dark'], [320, 'light'], [320, 'dark']],
  nb: [[1000, 'dark'], [320, 'dark']],
  sv: [[1000, 'light'], [320, 'light']],
  en: [[1000, 'light'], [320, 'light']],
};
const ERROR = { nn: 'Feil:', nb: 'Feil:', sv: 'Fel:', en: 'Error:' };
const pictures = process.env.MOTEPLASS_SCREENSHOTS;

/**
 * Everything about the page that a visitor has open, wide and narrow, light and dark. The faults are gathered, so that
 * one run tells of all of them. `error` says whether something is wrong with what was sent, if that is known.
 */
export async function examine(
  { page, faults, language },
  { name, error, letter = false, rules = RULES, looks = LOOKS[language] },
) {
  const found = [...(await wording(page, language, error, letter))];
  await page.evaluate(axe);
  let laidOut;
  for (const [width, scheme] of looks) {
    await page.setViewportSize({ width, height: width === 320 ? 640 : 900 });
    await page.emulateMedia({ colorScheme: scheme });
    const where = `${width} px, ${scheme}`;
    found.push(...(await violations(page, rules)).map((fault) => `${where}: ${fault}`));
    // Colours move nothing.
    if (width !== laidOut) found.push(...(await layout(page)).map((fault) => `${where}: ${fault}`));
    laidOut = width;
    if (pictures && (scheme === 'light' || language === 'nn')) {
      await picture(page, `${name}-${language}-${width}${scheme === 'dark' ? '-dark' : ''}.png`);
    }
  }
  await page.setViewportSize({ width: 1000, height: 900 });
  await page.emulateMedia({ colorScheme: 'light' });
  found.push(...faults.splice(0));
  if (found.length > 0) assert.fail(`${name} in ${language} (${page.url()}): ${[...new Set(found)].join(' | ')}`);
}

/** Language, title, headings, and words that nobody has written. */
async function wording(page, language, error, letter) {
  const found = [];
  const { lang, title, headings, text } = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    title: document.title,
    headings: document.querySelectorAll('h1').length,
    text: document.body.innerText,
  }));
  if (lang !== language) found.push(`the page says it is in "${lang}"`);
  if (!letter && headings !== 1) found.push(`${headings} headings of the first rank`);
  if (error !== undefined && error !== title.startsWith(ERROR[language])) found.push(`the title is "${title}"`);
  if (title !== title.trim() || /\s{2}/.test(title)) found.push(`spaces in the title "${title}"`);
  const key = `${title} ${text}`.match(/\b(reg|my|answer|portal|webinar|letter|mail|frame)-[a-z]+[a-z-]*\b(?!\.)/);
  if (key) found.push(`the word "${key[0]}" has no text`);
  return found;
}

async function violations(page, rules) {
  const result = await page.evaluate(
    (tags) => globalThis.axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] }),
    rules,
  );
  return result.violations.map(({ id, help, nodes }) => {
    const first = nodes[0].any.concat(nodes[0].all, nodes[0].none)[0]?.message ?? '';
    return `axe ${id}: ${help}; ${nodes.length} ×, first ${nodes[0].html.slice(0, 200)} ${first}`;
  });
}

/** Sideways scroll, as it stands and with the text spacing of WCAG 1.4.12, and targets under 24 px (2.5.8). */
function layout(page) {
  return page.evaluate(() => {
    const found = [];
    const root = document.documentElement;
    const sideways = (how) => {
      if (root.scrollWidth <= root.clientWidth) return;
      const wide = [...document.querySelectorAll('body *')].filter(
        (element) => element.getBoundingClientRect().right > root.clientWidth + 1 && !element.closest('.mp-trap, .mp-scroll'),
      );
      const last = wide.at(-1);
      found.push(`scrolls sideways${how}: ${root.scrollWidth} px, ${last ? last.outerHTML.slice(0, 120) : ''}`);
    };
    sideways('');
    const spacing = new CSSStyleSheet();
    spacing.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
    );
    const before = [...document.adoptedStyleSheets];
    document.adoptedStyleSheets = [...before, spacing];
    sideways(' with wide text spacing');
    // Nothing is cut off either.
    for (const element of document.querySelectorAll('h1, h2, p, li, dd, label, legend, button, a')) {
      const { overflowX, overflowY } = getComputedStyle(element);
      const cut = (overflow, inner, outer) => ['hidden', 'clip'].includes(overflow) && inner > outer + 1;
      // What is there for screen readers only, or until it has the focus, is cut off on purpose.
      if (element.clientWidth <= 1) continue;
      if (cut(overflowX, element.scrollWidth, element.clientWidth) || cut(overflowY, element.scrollHeight, element.clientHeight)) {
        found.push(`cut off with wide text spacing: ${element.outerHTML.slice(0, 120)}`);
      }
    }
    document.adoptedStyleSheets = before;

    // A link in a sentence is excepted; one that stands alone is not.
    const inSentence = (link) => {
      const block = link.closest('p, li, dd, td, th, legend, label, div');
      return block !== null && block.innerText.trim().length > link.innerText.trim().length;
    };
    for (const target of document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')) {
      if (!target.checkVisibility({ visibilityProperty: true }) || target.closest('[aria-hidden=true]')) continue;
      if (target.matches('a') && (inSentence(target) || target.matches('.ds-skip-link:not(:focus)'))) continue;
      const boxes = [target, ...(target.labels ?? [])].map((element) => element.getBoundingClientRect());
      const large = boxes.some(({ width, height }) => width >= 24 && height >= 24);
      if (!large) found.push(`a target of ${Math.round(boxes[0].width)} × ${Math.round(boxes[0].height)} px: ${target.outerHTML.slice(0, 120)}`);
    }
    return found;
  });
}

async function picture(page, name) {
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: path.join(pictures, name), fullPage: true });
}
