// What must hold for every page, whatever it says: looked at as it stands, so that answers to forms can be examined too.

import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { size } from './browser.mjs';

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
/** A word that nobody has written shows its key: what keys begin with is read from those that are written. */
export const KEY = unwritten(new URL('../../translations/nn/', import.meta.url));

function unwritten(folder) {
  const words = readdirSync(folder).filter((file) => file.endsWith('.ftl'));
  const keys = words.flatMap((file) => readFileSync(new URL(file, folder), 'utf8').match(/^[a-z]+(?=-)/gm) ?? []);
  return new RegExp(`\\b(${[...new Set(keys)].join('|')})-[a-z]+[a-z_-]*\\b(?!\\.)`);
}

/**
 * Everything about the page that a visitor has open, wide and narrow, light and dark. The faults are gathered, so that
 * one run tells of all of them. `error` says whether something is wrong with what was sent, if that is known; `judged`, in
 * which widths axe is asked.
 */
export async function examine(
  { page, faults, language, width: usual, axe: address },
  { name, error, letter = false, rules = RULES, looks = LOOKS[language], judged = [320, 1000] },
) {
  const found = [...(await wording(page, language, error, letter))];
  if (judged.length > 0) await (address ? page.addScriptTag({ url: address }) : page.evaluate(axe));
  let laidOut;
  for (const [width, scheme] of looks) {
    await resize(page, width);
    await page.emulateMedia({ colorScheme: scheme });
    const where = `${width} px, ${scheme}`;
    // Colours move nothing and change no words.
    const only = width === laidOut ? ['color-contrast', 'link-in-text-block'] : undefined;
    if (judged.includes(width)) found.push(...(await violations(page, rules, only)).map((fault) => `${where}: ${fault}`));
    if (width !== laidOut) found.push(...(await layout(page)).map((fault) => `${where}: ${fault}`));
    laidOut = width;
    if (pictures && (scheme === 'light' || language === 'nn')) {
      await picture(page, `${name}-${language}-${width}${scheme === 'dark' ? '-dark' : ''}.png`);
    }
  }
  await resize(page, usual);
  await page.emulateMedia({ colorScheme: 'light' });
  found.push(...faults.splice(0));
  if (found.length > 0) assert.fail(`${name} in ${language} (${page.url()}): ${[...new Set(found)].join(' | ')}`);
}

/** Only where it is of another width: even the same takes time. */
async function resize(page, width) {
  if (page.viewportSize().width !== width) await page.setViewportSize(size(width));
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
  const key = `${title} ${text}`.match(KEY);
  if (key) found.push(`the word "${key[0]}" has no text`);
  return found;
}

/** What axe finds by the rules with these tags, or by these rules `only`. */
async function violations(page, rules, only) {
  const result = await page.evaluate(
    (runOnly) => globalThis.axe.run(document, { runOnly, resultTypes: ['violations'] }),
    only ? { type: 'rule', values: only } : { type: 'tag', values: rules },
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
